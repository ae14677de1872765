package org.aimass.audit.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/**
 * Everything that a completed run found, as values alone. What is undefined has a reason in the number's place, and what has no interval
 * has a reason in the interval's place: neither is ever 0 or missing without a word.
 */
public record AuditFigures(
        UUID id,
        String number,
        Instant startedAt,
        Instant finishedAt,
        boolean sandboxed,
        String outcomeSha256,
        EngineView engine,
        RowsView rows,
        List<GroupView> groups,
        List<MeasurementView> measurements,
        List<ComparisonView> comparisons,
        List<FindingView> findings,
        ReviewView review) {

    public record EngineView(
            String version,
            Optional<String> onnxruntime,
            Optional<String> provider,
            String device,
            int threads,
            long seed) {}

    public record RowsView(long read, long used, long leftOut, List<LeftOutView> reasons) {}

    public record LeftOutView(String reason, long rows) {}

    /**
     * @param truePositives and the other three only of classifiers with two answers
     * @param small fewer rows than the policy's minimum
     */
    public record GroupView(
            Map<String, String> features,
            long rows,
            OptionalLong truePositives,
            OptionalLong falsePositives,
            OptionalLong falseNegatives,
            OptionalLong trueNegatives,
            boolean small) {}

    public record IntervalView(double low, double high, double confidence, String method) {}

    public record PairView(String group, String reference) {}

    /** Either {@code value} or {@code undefined}, and either {@code interval} or {@code noInterval}. */
    public record MeasurementView(
            String metric,
            Map<String, String> features,
            List<String> over,
            List<String> groups,
            Optional<PairView> pair,
            Map<String, Object> at,
            OptionalDouble value,
            Optional<String> undefined,
            OptionalDouble numerator,
            OptionalDouble denominator,
            Optional<IntervalView> interval,
            Optional<String> noInterval) {}

    public record CountView(long numerator, long denominator) {}

    /**
     * Either {@code gap} or {@code undefined}, and either {@code interval} or {@code noInterval}.
     *
     * @param ofClass the class that is set against all others, where a model tells several apart
     * @param at the parameters that make several measures of the metric, such as the target of a threshold
     * @param groupCount of a share its two counts, and so the reference group's
     */
    public record ComparisonView(
            String metric,
            Optional<String> ofClass,
            Map<String, String> at,
            Tolerance.Scale scale,
            double bound,
            Map<String, String> group,
            Map<String, String> reference,
            Optional<CountView> groupCount,
            Optional<CountView> referenceCount,
            OptionalDouble groupValue,
            OptionalDouble referenceValue,
            OptionalDouble gap,
            Optional<String> undefined,
            Optional<IntervalView> interval,
            Optional<String> noInterval,
            OptionalDouble pValue,
            OptionalDouble adjustedPValue,
            Verdict verdict,
            Optional<Doubt> doubt) {}

    /** @param comparison its place among the comparisons, from 0 */
    public record FindingView(String number, int comparison, Severity severity) {}

    public record ReviewView(ReviewStatus status, String judgement, String judgedBy, Optional<Instant> judgedAt) {}

    public static AuditFigures of(CompletedAudit audit) {
        return new AuditFigures(
                audit.id(),
                audit.number(),
                audit.startedAt(),
                audit.finishedAt(),
                audit.sandboxed(),
                audit.outcomeDigest().hex(),
                engine(audit.head().engine()),
                rows(audit.head().rows()),
                audit.groups().stream().map(AuditFigures::group).toList(),
                audit.measurements().stream().map(AuditFigures::measurement).toList(),
                audit.comparisons().stream().map(AuditFigures::comparison).toList(),
                audit.findings().stream().map(AuditFigures::finding).toList(),
                review(audit.review()));
    }

    private static EngineView engine(AuditOutcome.Engine engine) {
        return new EngineView(
                engine.version(),
                engine.onnxruntime(),
                engine.provider(),
                engine.device(),
                engine.threads(),
                engine.seed());
    }

    private static RowsView rows(AuditOutcome.Rows rows) {
        return new RowsView(
                rows.read(),
                rows.used(),
                rows.leftOut(),
                rows.reasons().stream()
                        .map(reason -> new LeftOutView(reason.reason(), reason.rows()))
                        .toList());
    }

    private static GroupView group(GroupSummary group) {
        return new GroupView(
                group.features(),
                group.rows(),
                counted(group, GroupCounts::tp),
                counted(group, GroupCounts::fp),
                counted(group, GroupCounts::fn),
                counted(group, GroupCounts::tn),
                group.small());
    }

    private static OptionalLong counted(GroupSummary group, ToLongFunction<GroupCounts> cell) {
        return group.confusion().isPresent()
                ? OptionalLong.of(cell.applyAsLong(group.confusion().get()))
                : OptionalLong.empty();
    }

    private static MeasurementView measurement(Measurement measured) {
        return new MeasurementView(
                measured.metric(),
                measured.features(),
                measured.over(),
                measured.groups(),
                measured.pair().map(pair -> new PairView(pair.group(), pair.reference())),
                measured.at(),
                number(measured.value()),
                reason(measured.value()),
                fraction(measured.fraction().map(Fraction::numerator)),
                fraction(measured.fraction().map(Fraction::denominator)),
                interval(measured.uncertainty()),
                reason(measured.uncertainty()));
    }

    private static ComparisonView comparison(JudgedComparison judged) {
        return new ComparisonView(
                judged.measure().metric(),
                judged.measure().ofClass(),
                judged.measure().at(),
                judged.tolerance().scale(),
                judged.tolerance().bound(),
                judged.group(),
                judged.reference(),
                count(judged.groupSide()),
                count(judged.referenceSide()),
                number(judged.groupSide().value()),
                number(judged.referenceSide().value()),
                number(judged.gap()),
                reason(judged.gap()),
                interval(judged.uncertainty()),
                reason(judged.uncertainty()),
                judged.pValue(),
                judged.adjustedPValue(),
                judged.verdict(),
                judged.doubt());
    }

    private static Optional<CountView> count(Side side) {
        return side.count().map(count -> new CountView(count.numerator(), count.denominator()));
    }

    private static FindingView finding(Finding finding) {
        return new FindingView(finding.number(), finding.comparison(), finding.severity());
    }

    private static ReviewView review(Review review) {
        return new ReviewView(review.status(), review.judgement(), review.judgeName(), review.judgedAt());
    }

    private static OptionalDouble number(MetricValue value) {
        return value instanceof MetricValue.Measured measured
                ? OptionalDouble.of(measured.value())
                : OptionalDouble.empty();
    }

    private static Optional<String> reason(MetricValue value) {
        return value instanceof MetricValue.Undefined undefined ? Optional.of(undefined.reason()) : Optional.empty();
    }

    private static Optional<IntervalView> interval(Uncertainty uncertainty) {
        return uncertainty instanceof Interval interval
                ? Optional.of(
                        new IntervalView(interval.low(), interval.high(), interval.confidence(), interval.method()))
                : Optional.empty();
    }

    private static Optional<String> reason(Uncertainty uncertainty) {
        return uncertainty instanceof Uncertainty.NoInterval none ? Optional.of(none.reason()) : Optional.empty();
    }

    private static OptionalDouble fraction(Optional<Double> part) {
        return part.isPresent() ? OptionalDouble.of(part.get()) : OptionalDouble.empty();
    }
}
