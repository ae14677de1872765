package org.aimass.audit.boundary;

import java.util.Arrays;
import java.util.List;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunStatus;

/** One of the stages that every run goes through, and whether this run has. */
public record RunStage(Name name, State state) {

    /** The stages, in order. */
    public enum Name {
        QUEUED,
        STARTING,
        READING,
        MEASURING,
        JUDGING
    }

    /** Where a run stands towards a stage. */
    public enum State {
        DONE,
        NOW,
        WAITS
    }

    static List<RunStage> of(AuditRun run) {
        Name current = current(run);
        boolean over = run.status() == RunStatus.COMPLETED;
        return Arrays.stream(Name.values())
                .map(name -> new RunStage(name, state(name.compareTo(current), over)))
                .toList();
    }

    private static State state(int order, boolean over) {
        if (order < 0 || over) {
            return State.DONE;
        }
        return order == 0 ? State.NOW : State.WAITS;
    }

    /** Where it is; of a run that has ended, where it ended. */
    static Name current(AuditRun run) {
        if (run.status() == RunStatus.QUEUED || run.attempt().startedAt().isEmpty()) {
            return Name.QUEUED;
        }
        if (run.status() == RunStatus.COMPLETED) {
            return Name.JUDGING;
        }
        return switch (run.progress().stage().orElse("")) {
            case "read", "score" -> Name.READING;
            case "measure" -> Name.MEASURING;
            default -> Name.STARTING;
        };
    }
}
