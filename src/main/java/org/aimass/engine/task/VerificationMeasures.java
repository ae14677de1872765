package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.aimass.engine.metrics.Compensated;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.PairRows;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.VerificationGroup;
import org.aimass.engine.metrics.VerificationMetrics;

/** Derives the outcome of an audit of a verification from the pairs. */
final class VerificationMeasures extends Disaggregation<VerificationGroup> {

    private static final int IMPOSTOR = 0;
    private static final int GENUINE = 1;

    private final VerificationPlan plan;
    private final CellIndex cells;
    private final List<List<String>> dictionaries;
    private final ComparedPairs pairs;
    private final List<Double> thresholds;
    private final VerificationMetrics metrics;
    private final MeasuredGroups measures;
    private final List<Double> points;
    private final List<ErrorTradeOff> tradeOffs = new ArrayList<>();

    VerificationMeasures(VerificationPlan plan, CellIndex cells, ComparedPairs pairs, List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.cells = cells;
        this.dictionaries = dictionaries;
        this.pairs = pairs;
        thresholds = plan.targets().stream().map(pairs::threshold).toList();
        metrics = new VerificationMetrics(plan.targets(), thresholds, plan.alpha());
        measures = new MeasuredGroups(metrics.list(), metrics.differentials(), plan.groups());
        points = pairs.tradeOffThresholds();
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements()).with(new ErrorTradeOffs(points, tradeOffs));
    }

    @Override
    List<List<String>> alsoOver() {
        return plan.sides().isEmpty() ? List.of() : List.of(plan.sides());
    }

    @Override
    Partition partition(List<String> over, List<String> control) {
        if (!isOfSides(over)) {
            return super.partition(over, control);
        }
        List<String> names = new ArrayList<>(plan.groups().sensitiveFeatures());
        names.addAll(plan.groups().controlFeatures());
        names.addAll(over);
        return Partition.of(cells, names, dictionaries, over, control);
    }

    private boolean isOfSides(List<String> over) {
        return !over.isEmpty() && over.equals(plan.sides());
    }

    @Override
    boolean mayBeReference(Partition partition, Partition.Group group) {
        return !isOfSides(partition.over()) || isWithin(group);
    }

    /** Whether both sides are of one group. */
    private static boolean isWithin(Partition.Group group) {
        return group.values().get(0).equals(group.values().get(1));
    }

    @Override
    List<VerificationGroup> counted(Partition partition) {
        List<PairRows> dealt = pairs.deal(partition);
        for (int group = 0; group < dealt.size(); group++) {
            tradeOffs.add(tradeOff(partition.features(partition.groups().get(group)), dealt.get(group)));
        }
        return dealt.stream()
                .parallel()
                .map(rows -> new VerificationGroup(metrics, rows, dealt.size()))
                .toList();
    }

    private ErrorTradeOff tradeOff(Map<String, String> features, PairRows rows) {
        double[][] ones = tradedOff(rows, pair -> 1);
        ErrorTradeOff counted = new ErrorTradeOff(
                features,
                (long) ones[GENUINE][points.size()],
                (long) ones[IMPOSTOR][points.size()],
                whole(ones[IMPOSTOR]),
                whole(ones[GENUINE]));
        return plan.groups().weighted() ? weighed(counted, tradedOff(rows, pair -> rows.weight()[pair])) : counted;
    }

    private ErrorTradeOff weighed(ErrorTradeOff counted, double[][] sums) {
        int size = points.size();
        return new ErrorTradeOff(
                counted.features(),
                counted.genuine(),
                counted.impostor(),
                counted.falseMatches(),
                counted.falseNonMatches(),
                Optional.of(new ErrorTradeOff.Weighed(
                        sums[GENUINE][size],
                        sums[IMPOSTOR][size],
                        Arrays.stream(sums[IMPOSTOR], 0, size).boxed().toList(),
                        Arrays.stream(sums[GENUINE], 0, size).boxed().toList())));
    }

    private List<Long> whole(double[] sums) {
        return Arrays.stream(sums, 0, points.size()).mapToObj(sum -> (long) sum).toList();
    }

    /** By kind and threshold how much of it is wrong: impostors at or above, genuine pairs below; and last how much there is of it. */
    private double[][] tradedOff(PairRows rows, IntToDoubleFunction weight) {
        int size = points.size();
        double[][] wrong = new double[2][size + 1];
        Compensated[] below = {new Compensated(), new Compensated()};
        int point = 0;
        for (int pair = 0; pair < rows.size(); pair++) {
            for (; point < size && points.get(point) <= rows.score()[pair]; point++) {
                wrong[GENUINE][point] = below[GENUINE].value();
            }
            below[rows.genuine()[pair] ? GENUINE : IMPOSTOR].add(weight.applyAsDouble(pair));
        }
        Arrays.fill(wrong[GENUINE], point, size + 1, below[GENUINE].value());
        wrong[IMPOSTOR][size] = below[IMPOSTOR].value();
        Compensated above = new Compensated();
        int pair = rows.size() - 1;
        for (point = size - 1; point >= 0; point--) {
            for (; pair >= 0 && rows.score()[pair] >= points.get(point); pair--) {
                above.add(rows.genuine()[pair] ? 0 : weight.applyAsDouble(pair));
            }
            wrong[IMPOSTOR][point] = above.value();
        }
        return wrong;
    }

    @Override
    GroupSummary summary(Map<String, String> features, VerificationGroup group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, VerificationGroup group, int slices) {
        List<Measurement> measured = new ArrayList<>();
        if (features.isEmpty()) {
            for (int target = 0; target < thresholds.size(); target++) {
                measured.add(FixedThreshold.measured(
                        "target_fmr",
                        plan.targets().get(target),
                        thresholds.get(target),
                        plan.groups().weighted()
                                ? "pairs of different people with a weight above 0"
                                : "pairs of different people"));
            }
        }
        measured.addAll(measures.of(group, Place.group(features)));
        return measured;
    }

    /** Of sides what is measured over groups compares people of one group with each other; pairs across groups stand beside. */
    @Override
    List<Measurement> over(Partition partition, List<VerificationGroup> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Integer> compared = new ArrayList<>();
            List<Integer> across = new ArrayList<>();
            for (int group = slice[0]; group < slice[1]; group++) {
                boolean cross = isOfSides(partition.over())
                        && !isWithin(partition.groups().get(group));
                (cross ? across : compared).add(group);
            }
            if (!compared.isEmpty()) {
                measured.addAll(compare(partition, groups, compared, reference));
            }
            for (int group : across) {
                measured.addAll(measures.of(groups.get(group), place(partition, group)));
            }
        }
        return measured;
    }

    private static Place place(Partition partition, int group) {
        return Place.group(partition.features(partition.groups().get(group)));
    }

    private List<Measurement> compare(
            Partition partition, List<VerificationGroup> groups, List<Integer> compared, String reference) {
        List<VerificationGroup> own = compared.stream().map(groups::get).toList();
        List<String> names = compared.stream()
                .map(group -> partition.groups().get(group).name())
                .toList();
        Place overGroups = Place.over(partition.groups().get(compared.get(0)).slice(), partition.over());
        RateBounds bounds = new RateBounds(
                metrics.differentials(),
                names,
                (group, rate) -> own.get(group).share(rate),
                plan.groups().confidence());
        return measures
                .slice(
                        own,
                        names,
                        compared.stream().map(group -> place(partition, group)).toList(),
                        overGroups,
                        reference)
                .stream()
                .map(bounds::beside)
                .toList();
    }
}
