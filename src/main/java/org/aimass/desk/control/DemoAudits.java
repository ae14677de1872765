package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aimass.audit.control.AuditChoice;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.DecideAudit;
import org.aimass.audit.control.ReviewAudit;
import org.aimass.audit.control.StartAudit;
import org.aimass.audit.control.SteerAudit;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.desk.control.DemoPeople.Who;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/**
 * The demonstration's two audits, started and judged as Amara Okafor does it: one that Tomas Lind approves and that is published,
 * and one under another policy that waits for a newcomer to approve it.
 */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class DemoAudits {

    private static final List<String> FEATURES = List.of("age_band", "sex", "language");
    private static final Map<String, String> REFERENCES = Map.of("age_band", "30 to 44");

    /** What may go well another time, as when somebody killed everything at once. */
    private static final Set<Failure> PASSING = Set.of(Failure.ENGINE_DIED, Failure.NODES_LOST, Failure.PORTAL_FAILED);

    private static final int MOST_ATTEMPTS = 6;

    private final Set<UUID> own = ConcurrentHashMap.newKeySet();

    @Inject
    DemoPeople people;

    @Inject
    StartAudit starting;

    @Inject
    SteerAudit steering;

    @Inject
    AuditRuns runs;

    @Inject
    AuditResults results;

    @Inject
    ReviewAudit reviewing;

    @Inject
    DecideAudit deciding;

    /** The audits that it started itself, as far as it has; all others are a visitor's. */
    public Set<UUID> own() {
        return Set.copyOf(own);
    }

    /** The audit whose report is published. */
    public UUID first() {
        return started("public-benefits-1.0", "demo-public-benefits");
    }

    private UUID second() {
        return started("four-fifths-1.0", "demo-four-fifths");
    }

    private UUID started(String policy, String token) {
        AuditChoice choice = new AuditChoice(
                DemoFiles.MODEL,
                DemoFiles.DATASET,
                policy,
                FEATURES,
                List.of(),
                REFERENCES,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        UUID id = people.as(Who.AMARA, () -> starting.start(choice, token));
        own.add(id);
        return id;
    }

    /** Starts both unless they are started, and tells whether both have ended well. */
    public boolean completed() {
        UUID first = first();
        return isCompleted(first) && isCompleted(second());
    }

    private boolean isCompleted(UUID id) {
        AuditRun run = runs.get(id);
        if (mayGoWell(run)) {
            people.as(Who.AMARA, () -> {
                steering.retry(id);
                return id;
            });
            return false;
        }
        if (run.status() == RunStatus.FAILED || run.status() == RunStatus.CANCELLED) {
            throw new DemoFailed("audit " + run.number() + " is " + run.status());
        }
        return run.status() == RunStatus.COMPLETED;
    }

    private static boolean mayGoWell(AuditRun run) {
        return run.status() == RunStatus.FAILED
                && run.attempt().number() < MOST_ATTEMPTS
                && run.attempt().failure().filter(PASSING::contains).isPresent();
    }

    /** Amara signs what she makes of the findings. */
    public boolean judged() {
        judge(first(), "judgement");
        judge(second(), "judgement.second");
        return true;
    }

    /** Tomas approves the first; the second waits for whoever plays his part. */
    public boolean approved() {
        UUID first = first();
        Review review = results.of(first).review();
        if (review.status() == ReviewStatus.JUDGED) {
            people.as(Who.TOMAS, () -> {
                deciding.approve(first, review.version());
                return first;
            });
        }
        return true;
    }

    private void judge(UUID id, String text) {
        if (results.of(id).review().status() == ReviewStatus.OPEN) {
            people.as(Who.AMARA, () -> {
                reviewing.judge(id, DemoTexts.of(text).en(), true);
                return id;
            });
        }
    }
}
