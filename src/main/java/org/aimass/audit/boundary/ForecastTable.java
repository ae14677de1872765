package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Detectable;

/**
 * What one comparison of the policy could show.
 *
 * @param metric its name in words
 * @param tolerance in words
 * @param parts one for each feature or intersection
 */
public record ForecastTable(
        AuditPolicy.Comparison comparison, String metric, String tolerance, double baseRate, List<Part> parts) {

    public ForecastTable {
        parts = List.copyOf(parts);
    }

    /**
     * The groups of one feature or intersection.
     *
     * @param name of the feature or intersection
     * @param reference the group that the others are compared with
     */
    public record Part(String name, String reference, List<Detectable> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    static List<ForecastTable> of(List<Detectable> forecast, AuditText text) {
        List<ForecastTable> tables = new ArrayList<>();
        for (List<Detectable> rows : forecast.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.comparison(), row.ofClass()), LinkedHashMap::new, Collectors.toList()))
                .values()) {
            AuditPolicy.Comparison comparison = rows.get(0).comparison();
            String metric = text.metric(comparison.metric());
            tables.add(new ForecastTable(
                    comparison,
                    rows.get(0)
                            .ofClass()
                            .map(name -> text.say("metric.ofClass", metric, name))
                            .orElse(metric),
                    text.tolerance(comparison.metric(), comparison.tolerance()),
                    rows.get(0).baseRate(),
                    parts(rows, text)));
        }
        return tables;
    }

    private static List<Part> parts(List<Detectable> rows, AuditText text) {
        List<Part> parts = new ArrayList<>();
        for (List<String> features :
                rows.stream().map(Detectable::features).distinct().toList()) {
            List<Detectable> own =
                    rows.stream().filter(row -> row.features().equals(features)).toList();
            parts.add(new Part(text.features(features), own.get(0).reference(), own));
        }
        return parts;
    }

    /**
     * What a plan will probably not tell.
     *
     * @param doubtful comparisons that would probably end without evidence where the groups are equal
     * @param blind comparisons in which no gap, however large, would be shown
     * @param all comparisons
     */
    public record Doubt(int doubtful, int blind, int all) {}

    static Doubt doubt(List<ForecastTable> tables) {
        List<Detectable> rows = tables.stream()
                .flatMap(table -> table.parts().stream())
                .flatMap(part -> part.rows().stream())
                .toList();
        return new Doubt(
                (int) rows.stream().filter(row -> !row.enough()).count(),
                (int) rows.stream().filter(row -> row.smallest().isEmpty()).count(),
                rows.size());
    }

    /** The groups about which nothing will probably be known. */
    public List<Detectable> doubtful() {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> !row.enough())
                .toList();
    }
}
