package org.aimass.report.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.report.control.PublicRegister;
import org.aimass.report.entity.RegisterQuery.Count;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.report.entity.RegisteredReport.Outcome;
import org.aimass.report.entity.ReportStatus;
import org.aimass.web.RoomWords;

/** One way to narrow the register, as its form shows it. */
public record FacetView(Facet facet, String legend, List<Value> values) {

    private static final int MOST_AT_ONCE = 8;
    private static final int MOST = 200;

    /**
     * One value.
     *
     * @param id of its box
     */
    public record Value(String id, String value, String label, long reports, boolean chosen) {}

    static FacetView of(Facet facet, PublicRegister.Result result, RoomWords words) {
        List<Count> counts = new ArrayList<>(result.counts().getOrDefault(facet, List.of()));
        counts.removeIf(count -> count.reports() == 0 && !count.chosen());
        counts.sort(order(facet));
        List<Value> values = new ArrayList<>();
        for (Count count : counts.subList(0, Math.min(MOST, counts.size()))) {
            values.add(new Value(
                    facet.parameter() + "-" + values.size(),
                    count.value(),
                    label(facet, count.value(), result, words),
                    count.reports(),
                    count.chosen()));
        }
        return new FacetView(facet, words.say("facet." + facet.parameter()), values);
    }

    private static Comparator<Count> order(Facet facet) {
        return switch (facet) {
            case VERDICT -> Comparator.comparing(count -> rank(Outcome.values(), count.value()));
            case STATUS -> Comparator.comparing(count -> rank(ReportStatus.values(), count.value()));
            case YEAR -> Comparator.comparing(Count::value).reversed();
            default ->
                Comparator.comparing(Count::chosen)
                        .thenComparing(Count::reports)
                        .reversed()
                        .thenComparing(Count::value);
        };
    }

    private static int rank(Enum<?>[] all, String value) {
        int rank = 0;
        while (rank < all.length && !all[rank].name().equals(value)) {
            rank++;
        }
        return rank;
    }

    /** What a value is called; a value that nobody knows, as it is. */
    static String label(Facet facet, String value, PublicRegister.Result result, RoomWords words) {
        return switch (facet) {
            case YEAR -> value;
            case ORGANIZATION ->
                result.organizations().containsKey(value)
                        ? result.organizations().get(value).in(words.locale())
                        : value;
            case VERDICT ->
                rank(Outcome.values(), value) < Outcome.values().length ? words.say("facet.verdict." + value) : value;
            case STATUS ->
                rank(ReportStatus.values(), value) < ReportStatus.values().length
                        ? words.say("status." + value)
                        : value;
            case TASK ->
                Arrays.stream(ModelTask.values()).anyMatch(task -> task.word().equals(value))
                        ? words.say("task." + value)
                        : value;
            case DOMAIN ->
                Arrays.stream(ModelDomain.values())
                                .anyMatch(domain ->
                                        domain.name().toLowerCase(Locale.ROOT).equals(value))
                        ? words.say("domain." + value)
                        : value;
        };
    }

    /** Those that are shown at once. */
    public List<Value> getFirst() {
        return values.subList(0, Math.min(MOST_AT_ONCE, values.size()));
    }

    /** Those that are shown on demand. */
    public List<Value> getMore() {
        return values.subList(getFirst().size(), values.size());
    }

    /** By parameter, for the page. */
    public String getParameter() {
        return facet.parameter();
    }
}
