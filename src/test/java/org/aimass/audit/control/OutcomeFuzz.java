package org.aimass.audit.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aimass.audit.control.OutcomeReader.OutcomeRefused;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Plans;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/** T2: what the child answers. It is refused in a word, or can be judged and kept without another doubt. */
public final class OutcomeFuzz {

    private static final List<AuditPolicy> POLICIES = new AuditPolicies().all();

    private OutcomeFuzz() {}

    public static List<byte[]> seeds() {
        return List.of(OutcomeReaderTest.EXPLORED.getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Progress.parse(new String(bytes, StandardCharsets.UTF_8));
        AuditOutcome outcome;
        try {
            outcome = OutcomeReader.read(bytes, Plans.byAge());
        } catch (OutcomeRefused e) {
            demand(e.why().length() <= 2_000, "a long reason: " + e.why().length());
            demand(e.why().codePoints().noneMatch(Character::isISOControl), "a reason with control characters");
            return;
        }
        AuditOutcome.Head head = outcome.head();
        demand(head.equals(OutcomeReader.head(HeadJson.write(head))), "another head when read again");
        long used = head.rows().used();
        outcome.groups().forEach(group -> demand(group.rows() <= used, "a group larger than everybody"));
        for (Measurement measurement : outcome.measurements()) {
            if (measurement.value() instanceof MetricValue.Measured measured) {
                demand(Double.isFinite(measured.value()), "a value that is no number");
            }
            if (measurement.uncertainty() instanceof Interval interval) {
                demand(interval.low() <= interval.high(), "an interval upside down");
            }
        }
        outcome.exploration()
                .worstSlices()
                .ifPresent(found -> demand(
                        found.equals(SlicesJson.ofColumn(SlicesJson.column(found))), "other slices when read again"));
        for (AuditPolicy policy : POLICIES) {
            Plans.judge(policy, Plans.byAge(), outcome.groups());
        }
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("let through: " + what);
        }
    }
}
