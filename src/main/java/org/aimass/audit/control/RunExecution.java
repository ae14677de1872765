package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.Judge;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.control.ArtifactStore;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs one claimed run to its end: plan to engine, engine's outcome to verdicts, verdicts to the record. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class RunExecution {

    private static final Logger LOG = System.getLogger(RunExecution.class.getName());
    private static final String JOB = "job.json";
    private static final String OUTCOME = "outcome.json";

    @Inject
    RunPlans plans;

    @Inject
    AuditPolicies policies;

    @Inject
    ArtifactStore store;

    @Inject
    SandboxedProcess process;

    @Inject
    RecordOutcome record;

    @Inject
    @ConfigProperty(name = "aimass.run.deadline")
    Duration deadline;

    @Inject
    @ConfigProperty(name = "aimass.run.memory")
    long memoryMebibytes;

    /**
     * @param pulse gets the engine's progress, and says whether the run is still wanted
     * @throws InterruptedException when this node stops; the engine is dead by then and the claim is still held
     */
    public void execute(Claim claim, Pulse pulse) throws InterruptedException {
        try {
            AuditPlan plan = plans.of(claim);
            AuditPolicy policy = policies.of(plan);
            EngineCommand command = command(plan, policy);
            record.started(claim, process.hasWalls());
            EngineLines lines = new EngineLines();
            Consumer<String> heard = line -> {
                lines.add(line);
                pulse.progress(line);
            };
            SandboxedProcess.Result result = process.run(command, heard, () -> !pulse.isWanted());
            lines.add(result.end() + " " + result.exitCode() + " " + result.errorLine());
            record.engineSaid(claim, lines.all());
            if (result.end() == SandboxedProcess.End.CANCELLED) {
                record.stopped(claim);
            } else if (result.isDone()) {
                judge(claim, plan, policy, result);
            } else {
                record.fail(claim, failure(result), result.errorLine(), Optional.of(result.sandboxed()));
            }
        } catch (Refusal e) {
            LOG.log(Level.WARNING, "run " + claim.runId() + " could not be started", e);
            boolean missing = e.kind() == Refusal.Kind.NOT_FOUND;
            record.fail(claim, missing ? Failure.INPUT_CHANGED : Failure.ENGINE_NOT_STARTED, e.key(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "run " + claim.runId() + " failed in the portal", e);
            record.fail(claim, Failure.PORTAL_FAILED, "", Optional.empty());
        }
    }

    private void judge(Claim claim, AuditPlan plan, AuditPolicy policy, SandboxedProcess.Result result)
            throws IOException {
        byte[] file = result.output().orElseThrow();
        try {
            AuditOutcome outcome = OutcomeReader.read(file, plan);
            JudgedOutcome judged = new JudgedOutcome(
                    store.store(new ByteArrayInputStream(file), OutcomeReader.MAX_BYTES)
                            .digest(),
                    outcome,
                    Judge.judge(policy, plan, outcome.groups(), outcome.measurements()));
            record.complete(claim, judged, result.sandboxed());
        } catch (OutcomeReader.OutcomeRefused e) {
            record.fail(claim, Failure.OUTCOME_REFUSED, e.why(), Optional.of(result.sandboxed()));
        }
    }

    private static Failure failure(SandboxedProcess.Result result) {
        if (result.end() == SandboxedProcess.End.DEADLINE) {
            return Failure.DEADLINE_PASSED;
        }
        if (result.blamesInput()) {
            return Failure.INPUT_REFUSED;
        }
        return result.exitCode() == 0 ? Failure.OUTCOME_REFUSED : Failure.ENGINE_DIED;
    }

    /** The engine checks data and models while it reads them, but not the small files beside them. */
    private void demandIntact(Collection<Sha256Digest> companions) throws IOException {
        for (Sha256Digest digest : companions) {
            try (InputStream file = store.open(digest)) {
                file.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private EngineCommand command(AuditPlan plan, AuditPolicy policy) throws IOException {
        Map<String, Path> inputs = new LinkedHashMap<>();
        PlanFiles.of(plan).forEach((name, digest) -> inputs.put(name, store.path(digest)));
        demandIntact(PlanFiles.companions(plan));
        return new EngineCommand(
                List.of("run", JOB, "--out", OUTCOME),
                inputs,
                Map.of(JOB, PlanJson.job(plan, policy.minimumGroupSize(), EngineCommand::place)),
                Optional.of(OUTCOME),
                OutcomeReader.MAX_BYTES,
                deadline,
                memoryMebibytes << 20);
    }
}
