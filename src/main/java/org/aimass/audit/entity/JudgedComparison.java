package org.aimass.audit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/**
 * One comparison of a policy for one group, and what it says.
 *
 * @param group feature to value
 * @param reference feature to value, of the same features
 * @param gap group minus reference, or group divided by reference, as the tolerance's scale says
 * @param uncertainty of the gap
 * @param pValue of the one-sided test that the gap lies beyond the tolerance, on the side where it was measured; empty where
 *     nothing was tested
 * @param adjustedPValue the same after Holm's correction over all comparisons of the policy
 * @param doubt why the evidence is insufficient; only then
 */
public record JudgedComparison(
        Measure measure,
        Tolerance tolerance,
        Map<String, String> group,
        Map<String, String> reference,
        Side groupSide,
        Side referenceSide,
        MetricValue gap,
        Uncertainty uncertainty,
        OptionalDouble pValue,
        OptionalDouble adjustedPValue,
        Verdict verdict,
        Optional<Doubt> doubt) {

    public JudgedComparison {
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
        reference = Collections.unmodifiableMap(new LinkedHashMap<>(reference));
        if (doubt.isPresent() != (verdict == Verdict.INSUFFICIENT_EVIDENCE)) {
            throw new IllegalArgumentException("insufficient evidence has a reason, and nothing else has");
        }
    }

    /** Whether its values are told in percent and its differences in points. */
    public boolean isRate() {
        return Measure.isRate(measure.metric());
    }

    /** Only for a disparity that was shown. */
    public Optional<Severity> severity() {
        return verdict == Verdict.DISPARITY_SHOWN && gap instanceof MetricValue.Measured measured
                ? Optional.of(Severity.of(tolerance, measured.value()))
                : Optional.empty();
    }
}
