package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.audit.control.ExploreAudit;
import org.aimass.audit.entity.Exploration;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.WorstSlices;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** Whether groups differ at all, and the subgroups that fare worst: to be explored, not judged. */
@Named
@RequestScoped
public class ResultsExploration {

    private static final int MOST_TESTS = 100;
    private static final Set<String> TESTS = Set.of("two_proportion_z", "fisher_exact", "permutation");

    @Inject
    AuditResultsPage page;

    @Inject
    ExploreAudit explore;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable Exploration exploration;

    /**
     * A subgroup.
     *
     * @param name "age: 18 to 29; sex: Men"
     * @param fares what it fares worse on
     * @param whisker how many people the share is of, and its interval
     * @param gap to all others, in points
     */
    public record Worst(
            String name,
            String fares,
            String share,
            String whisker,
            String rest,
            String gap,
            String p,
            Explained explained) {}

    private Exploration found() {
        Exploration known = exploration;
        if (known == null) {
            known = explore.of(page.getAudit().id(), page.getShown());
            exploration = known;
        }
        return known;
    }

    /** The strongest evidence first; what could not be tested last. */
    private List<PairTest> sorted() {
        return found().tests().stream()
                .sorted(Comparator.comparingDouble(test -> test.adjusted().orElse(2)))
                .toList();
    }

    public List<PairTest> getTests() {
        return sorted().stream().limit(MOST_TESTS).toList();
    }

    public int getTestsLeftOut() {
        return found().tests().size() - getTests().size();
    }

    /** How many differ at all, by the level that the correction keeps. */
    public long getDiffering() {
        return found().tests().stream()
                .filter(test ->
                        test.adjusted().orElse(1) <= 1 - page.getAudit().plan().confidence())
                .count();
    }

    public int getTested() {
        return found().tests().size();
    }

    /** In words where it is one of ours, else by its name. */
    public String metric(PairTest test) {
        return text.isNamed(test.metric()) ? text.metric(test.metric()) : test.metric();
    }

    /** In words where it is one of ours, else by its name. */
    public String test(PairTest test) {
        String name = test.result().test();
        return TESTS.contains(name) ? text.say("tests." + name) : name;
    }

    /** The p-value before the correction, or why there is none, in the engine's words. */
    public String p(PairTest test) {
        return test.result().pValue() instanceof MetricValue.Undefined undefined
                ? undefined.reason()
                : text.p(OptionalDouble.of(((MetricValue.Measured) test.result().pValue()).value()));
    }

    /** What the search came to; null in audits of before it was kept. */
    public @Nullable WorstSlices getSearch() {
        return found().worstSlices().orElse(null) instanceof WorstSlices worst ? worst : null;
    }

    /** Why no search was sound, in the engine's words; empty where there was one. */
    public String getNotSearched() {
        return found().worstSlices().orElse(null) instanceof SliceFindings.NotSearched none ? none.reason() : "";
    }

    public List<Worst> getSlices() {
        WorstSlices worst = getSearch();
        return worst == null
                ? List.of()
                : worst.slices().stream().map(this::told).toList();
    }

    private Worst told(WorstSlices.Slice slice) {
        return new Worst(
                slice.features().entrySet().stream()
                        .map(feature -> text.say("slices.feature", feature.getKey(), feature.getValue()))
                        .collect(Collectors.joining(text.say("list.semicolon"))),
                text.say(
                        "slices.of." + slice.metric(), text.unit(page.getAudit().counted())),
                format.percent(slice.share().value()),
                text.say(
                        "slices.whisker",
                        format.whole((long) slice.share().denominator()),
                        format.percentInterval(
                                slice.interval().low(), slice.interval().high())),
                format.percent(slice.rest().value()),
                format.points(slice.gap()),
                text.p(OptionalDouble.of(slice.adjustedPValue())),
                new Explain(text, format).slice(slice));
    }

    DataTable slices() {
        return ExplorationData.slices(getSearch());
    }

    DataTable tests() {
        return ExplorationData.tests(found().tests());
    }
}
