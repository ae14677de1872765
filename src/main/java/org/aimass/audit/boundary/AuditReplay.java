package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.aimass.audit.control.ReplayAudit;
import org.aimass.audit.control.Replays;
import org.aimass.audit.entity.OutcomeComparison;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.jspecify.annotations.Nullable;

/** The form that repeats a completed audit, and what repetitions found. */
@Named
@RequestScoped
public class AuditReplay {

    @Inject
    AskedRun asked;

    @Inject
    ReplayAudit replay;

    @Inject
    Replays replays;

    @Inject
    CurrentUser user;

    private String token = UUID.randomUUID().toString();
    private Replays.@Nullable Repeated repeated;
    private boolean looked;

    /** Queues the same plan again, and leads to the new run. */
    public String start() {
        return "/audit/run?faces-redirect=true&id=" + replay.replay(asked.getId(), token);
    }

    /** What this run repeats; null where it repeats none. */
    public Replays.@Nullable Repeated getRepeated() {
        if (!looked) {
            repeated = replays.of(asked.getId()).orElse(null);
            looked = true;
        }
        return repeated;
    }

    /** The runs that repeat this one. */
    public List<Replays.Repeated> getRepeating() {
        return replays.repeating(asked.getId());
    }

    /** Relative, written out. */
    public String getTolerance() {
        return BigDecimal.valueOf(OutcomeComparison.TOLERANCE)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The name of the words that say how it came out. */
    public String state(Replays.Repeated each) {
        if (each.replay().comparedAt().isEmpty()) {
            return each.run().status().isOpen()
                    ? "replay.state.RUNS"
                    : "replay.state." + each.run().status();
        }
        if (!each.replay().isIntact()) {
            return "replay.state.NOT_INTACT";
        }
        return each.isEqual()
                ? "replay.state.EQUAL"
                : each.replay().differing() == 0 ? "replay.state.NEAR" : "replay.state.DIFFERING";
    }

    public boolean isReplayable() {
        return user.has(Role.AUDITOR);
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
