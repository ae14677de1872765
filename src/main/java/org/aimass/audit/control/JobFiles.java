package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** The frozen plan of a run as the engine's command line reads it, so that anyone entitled repeats it on a machine of their own. */
@ApplicationScoped
@Allowed({Role.AUDITOR, Role.APPROVER})
public class JobFiles {

    @Inject
    AuditRuns runs;

    @Inject
    AuditPolicies policies;

    /** The job, and what its files are called beside it. */
    public record JobFile(String json, List<Beside> files) {}

    /**
     * A file that is to lie beside the job.
     *
     * @param part what it is: {@code dataset}, {@code model}, {@code vocabulary}, ...
     */
    public record Beside(String part, String name, Sha256Digest sha256) {}

    /**
     * With paths relative to the job file: the dataset, and what the models bring, are to lie beside it.
     *
     * @throws Refusal NOT_FOUND when there is no such run, or it is another organization's
     */
    public JobFile of(UUID runId) {
        AuditRun run = runs.get(runId);
        AuditPlan plan = runs.plan(run);
        String json = PlanJson.job(plan, policies.of(plan).minimumGroupSize(), UnaryOperator.identity());
        return new JobFile(
                json,
                PlanFiles.of(plan).entrySet().stream()
                        .map(file -> new Beside(PlanFiles.part(file.getKey()), file.getKey(), file.getValue()))
                        .toList());
    }
}
