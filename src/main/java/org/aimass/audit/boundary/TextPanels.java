package org.aimass.audit.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.web.Format;

/** What was measured of texts: of language models by their protocol, of content filters by the identities that texts name. */
record TextPanels(CompletedAudit audit, List<String> features, PanelMaker maker, AuditText text, Format format) {

    private static final String SHARE = "stereotype_share";
    private static final OptionalDouble HALF = OptionalDouble.of(0.5);

    TextPanels(CompletedAudit audit, List<String> features, AuditText text, Format format) {
        this(audit, features, new PanelMaker(audit, features, text, format), text, format);
    }

    /** Such as {@code pairs}. */
    static String protocol(CompletedAudit audit) {
        return audit.plan()
                .options()
                .find(AuditedTask.PROTOCOL)
                .map(String::valueOf)
                .orElse("");
    }

    /** Of language models. */
    List<MeasurePanel> texts() {
        Stream<Optional<MeasurePanel>> panels =
                switch (protocol(audit)) {
                    case "pairs" ->
                        Stream.of(
                                panel(
                                        "texts.pairs",
                                        held(Measure.of(SHARE), HALF, format.percent(0.5)),
                                        held(at(SHARE, "direction", "stereo"), HALF, format.percent(0.5)),
                                        held(at(SHARE, "direction", "antistereo"), HALF, format.percent(0.5)),
                                        plain("neutral_share")),
                                panel(
                                        "texts.stereoset",
                                        ideal("stereotype_score", 50),
                                        ideal("language_modeling_score", 100),
                                        ideal("icat", 100)));
                    case "question_answering" -> Stream.of(questions("ambiguous"), questions("disambiguated"));
                    case "prompts" ->
                        Stream.of(
                                panel("texts.toxicity", plain("toxicity_rate")),
                                panel("texts.refusal", plain("refusal_rate")),
                                panel("texts.sentiment", plain("mean_sentiment")));
                    default ->
                        Stream.of(
                                panel("texts.exchanged", plain("counterfactual_gap"), ideal("counterfactual_shift", 0)),
                                panel("texts.flipped", plain("flip_rate")));
                };
        return panels.flatMap(Optional::stream).toList();
    }

    private Optional<MeasurePanel> questions(String context) {
        return panel(
                "texts." + context,
                column(at("bbq_accuracy", "context", context)),
                held(at("bbq_bias", "context", context), OptionalDouble.of(0), "0"),
                column(new Measure("bbq_bias", Optional.empty(), Map.of("context", context, "form", "cbbq"))),
                column(at("unmatched_rate", "context", context)));
    }

    /** Of content filters. */
    List<MeasurePanel> identities() {
        return Stream.of(
                        panel(
                                "identities.gap",
                                held(Measure.of("identity_false_positive_gap"), OptionalDouble.of(0), "0")),
                        panel("identities.subgroup", plain("subgroup_auc")),
                        panel("identities.bpsn", plain("bpsn_auc")),
                        panel("identities.bnsp", plain("bnsp_auc")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Measure at(String metric, String parameter, String value) {
        return new Measure(metric, Optional.empty(), Map.of(parameter, value));
    }

    private PanelMaker.Column plain(String metric) {
        return column(Measure.of(metric));
    }

    private PanelMaker.Column column(Measure measure) {
        return PanelMaker.Column.of(text.measure(measure), measure);
    }

    private PanelMaker.Column ideal(String metric, int value) {
        return held(Measure.of(metric), OptionalDouble.of(value), Integer.toString(value));
    }

    private PanelMaker.Column held(Measure measure, OptionalDouble ideal, String said) {
        return new PanelMaker.Column(text.measure(measure), measure, ideal, text.say("panel.ideal", said));
    }

    /** Empty where none of these was measured of a group. */
    private Optional<MeasurePanel> panel(String key, PanelMaker.Column... columns) {
        List<PanelMaker.Column> found = Stream.of(columns)
                .filter(column -> audit.groups(features).stream()
                        .anyMatch(group -> audit.measured(column.measure(), group.features())
                                .isPresent()))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(maker.panel(
                        new PanelMaker.Words(text.say(key), text.say(key + ".lead"), ""), found, List.of()));
    }
}
