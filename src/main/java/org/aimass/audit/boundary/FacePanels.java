package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;

/** The errors of faces, target by target: of verifications those of pairs, of identifications those of searches. */
final class FacePanels {

    private static final String FMR = "target_fmr";
    private static final String FPIR = "target_fpir";
    private static final String FALSE_NEGATIVE = "false_negative_identification_rate";
    private static final String RANK = "rank";

    private final CompletedAudit audit;
    private final List<String> features;
    private final AuditText text;
    private final Format format;
    private final PanelMaker maker;

    FacePanels(CompletedAudit audit, List<String> features, AuditText text, Format format) {
        this.audit = audit;
        this.features = features;
        this.text = text;
        this.format = format;
        maker = new PanelMaker(audit, features, text, format);
    }

    /** The targets that thresholds were set for, as they were written, in the plan's order. */
    static List<String> targets(CompletedAudit audit, String parameter) {
        return audit.measurements().stream()
                .filter(m -> m.metric().equals("threshold") && m.features().isEmpty())
                .map(m -> Measure.of(m).at().get(parameter))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<String> targetsOfPairs(CompletedAudit audit) {
        return targets(audit, FMR);
    }

    static Measure falseMatches(String target) {
        return at("false_match_rate", Map.of(FMR, target));
    }

    static Measure falseNonMatches(String target) {
        return at("false_non_match_rate", Map.of(FMR, target));
    }

    private static Measure at(String metric, Map<String, String> at) {
        return new Measure(metric, Optional.empty(), at);
    }

    List<MeasurePanel> pairs() {
        List<MeasurePanel> panels = new ArrayList<>();
        for (String target : targetsOfPairs(audit)) {
            panels.add(maker.panel(
                    words("errors.at", FMR, target),
                    List.of(
                            marked("false_match_rate", falseMatches(target), target),
                            PanelMaker.Column.of(text.metric("false_non_match_rate"), falseNonMatches(target))),
                    over(FMR, target)));
        }
        return panels;
    }

    List<MeasurePanel> searches() {
        List<MeasurePanel> panels = new ArrayList<>();
        for (String target : targets(audit, FPIR)) {
            List<PanelMaker.Column> columns = new ArrayList<>();
            columns.add(marked(
                    "false_positive_identification_rate",
                    at("false_positive_identification_rate", Map.of(FPIR, target)),
                    target));
            for (String rank : ranks()) {
                columns.add(PanelMaker.Column.of(ranked(rank), at(FALSE_NEGATIVE, Map.of(FPIR, target, RANK, rank))));
            }
            panels.add(maker.panel(words("searches.at", FPIR, target), columns, over(FPIR, target)));
        }
        panels.add(misses());
        return panels;
    }

    /** Whatever the score: whether the person is among the first. */
    private MeasurePanel misses() {
        List<PanelMaker.Column> columns = new ArrayList<>();
        columns.add(PanelMaker.Column.of(text.metric("rank_one_miss_rate"), Measure.of("rank_one_miss_rate")));
        for (String rank : ranks()) {
            if (!rank.equals("1")) {
                columns.add(PanelMaker.Column.of(ranked(rank), at(FALSE_NEGATIVE, Map.of(RANK, rank))));
            }
        }
        return maker.panel(
                new PanelMaker.Words(text.say("searches.misses"), text.say("searches.misses.lead"), ""),
                columns,
                over().stream()
                        .filter(m -> Measure.of(m).at().get(FPIR) == null)
                        .filter(m -> !(m.metric().startsWith(FALSE_NEGATIVE)
                                && "1".equals(Measure.of(m).at().get(RANK))))
                        .toList());
    }

    private List<String> ranks() {
        return audit.measurements().stream()
                .filter(m -> m.metric().equals(FALSE_NEGATIVE) && m.features().isEmpty())
                .map(m -> Measure.of(m).at().get(RANK))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String ranked(String rank) {
        return text.say("metric.with", text.metric(FALSE_NEGATIVE), text.say("metric.at.rank", rank));
    }

    private PanelMaker.Column marked(String metric, Measure measure, String target) {
        return new PanelMaker.Column(text.metric(metric), measure, OptionalDouble.of(Double.parseDouble(target)));
    }

    private PanelMaker.Words words(String key, String parameter, String target) {
        String share = format.rarePercent(Double.parseDouble(target));
        return new PanelMaker.Words(
                text.say(key, share), text.say(key + ".lead", share, threshold(parameter, target)), "");
    }

    private String threshold(String parameter, String target) {
        return audit.measurements().stream()
                .filter(m -> m.metric().equals("threshold") && m.features().isEmpty())
                .filter(m -> target.equals(Measure.of(m).at().get(parameter)))
                .map(m -> m.value() instanceof MetricValue.Measured measured
                        ? format.decimal(measured.value(), 4)
                        : text.say("results.undefined"))
                .findFirst()
                .orElse(text.say("results.undefined"));
    }

    private List<Measurement> over(String parameter, String target) {
        return over().stream()
                .filter(m -> target.equals(Measure.of(m).at().get(parameter)))
                .toList();
    }

    private List<Measurement> over() {
        return audit.measurements().stream()
                .filter(m -> m.over().equals(features)
                        && m.features().isEmpty()
                        && m.pair().isEmpty())
                .filter(OverGroups::is)
                .toList();
    }
}
