package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;

/** What was measured of generated images: what is seen in them, what became of the face, what was refused, how like real images they are. */
final class ImagePanels {

    /** More attributes make a table too wide; those furthest from the reference are shown. */
    private static final int MOST_ATTRIBUTES = 6;

    private static final String SHARE = "attribute_share";
    private static final String ATTRIBUTE = "attribute";
    private static final String REFERENCE = "reference_distribution";

    private final CompletedAudit audit;
    private final List<String> features;
    private final AuditText text;
    private final Format format;
    private final PanelMaker maker;

    ImagePanels(CompletedAudit audit, List<String> features, AuditText text, Format format) {
        this.audit = audit;
        this.features = features;
        this.text = text;
        this.format = format;
        maker = new PanelMaker(audit, features, text, format);
    }

    List<MeasurePanel> panels() {
        return Stream.of(
                        representation(),
                        panel("images.changed", "", "skin_tone_shift", "identity_similarity"),
                        panel("images.refused", "", "refusal_rate"),
                        panel("images.distance", note(), "frechet_distance", "kernel_distance"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<MeasurePanel> panel(String key, String note, String... metrics) {
        List<PanelMaker.Column> columns = Stream.of(metrics)
                .filter(metric -> maker.has(Measure.of(metric)))
                .map(metric -> PanelMaker.Column.of(text.metric(metric), Measure.of(metric)))
                .toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(maker.panel(
                        new PanelMaker.Words(text.say(key), text.say(key + ".lead"), note), columns, List.of()));
    }

    private Optional<MeasurePanel> representation() {
        List<Measurement> shares = audit.measurements().stream()
                .filter(m -> m.metric().equals(SHARE)
                        && m.features().isEmpty()
                        && m.over().isEmpty())
                .sorted(Comparator.comparingDouble((Measurement share) -> -apart(share)))
                .limit(MOST_ATTRIBUTES)
                .toList();
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        List<PanelMaker.Column> columns = new ArrayList<>();
        for (Measurement share : shares) {
            Measure measure = Measure.of(share);
            columns.add(new PanelMaker.Column(
                    text.say("images.share", attribute(measure), format.percent(reference(measure))),
                    measure,
                    OptionalDouble.of(reference(measure))));
        }
        columns.add(PanelMaker.Column.of(
                text.metric("representation_discrepancy"), Measure.of("representation_discrepancy")));
        return Optional.of(maker.panel(
                new PanelMaker.Words(
                        text.say("images.represented"),
                        text.say(isDeclared() ? "images.represented.lead" : "images.represented.lead.alike"),
                        attributes() > MOST_ATTRIBUTES
                                ? text.say("images.represented.more", attributes() - MOST_ATTRIBUTES)
                                : ""),
                columns,
                List.of()));
    }

    private double apart(Measurement share) {
        return share.value() instanceof MetricValue.Measured measured
                ? Math.abs(measured.value() - reference(Measure.of(share)))
                : 0;
    }

    private boolean isDeclared() {
        return audit.plan().options().find(REFERENCE).isPresent();
    }

    private int attributes() {
        return (int) audit.measurements().stream()
                .filter(m -> m.metric().equals(SHARE)
                        && m.features().isEmpty()
                        && m.over().isEmpty())
                .count();
    }

    private static String attribute(Measure measure) {
        return measure.at().getOrDefault(ATTRIBUTE, "");
    }

    /** The declared share; where none was declared, all that occur count alike. */
    private double reference(Measure measure) {
        return audit.plan().options().find(REFERENCE).orElse(null) instanceof Map<?, ?> shares
                        && shares.get(attribute(measure)) instanceof Double share
                ? share
                : 1.0 / Math.max(1, attributes());
    }

    /** How many images the distances rest on. */
    private String note() {
        Measure distance = Measure.of("frechet_distance");
        List<String> groups = Stream.concat(
                        Stream.of(Map.<String, String>of()),
                        audit.groups(features).stream().map(GroupSummary::features))
                .flatMap(group -> audit.measured(distance, group).stream()
                        .map(found -> text.say(
                                "images.distance.group",
                                group.isEmpty() ? text.all(audit.counted()) : text.group(group),
                                count(found, "generated"),
                                count(found, "real"))))
                .toList();
        return groups.isEmpty()
                ? ""
                : text.say("images.distance.note", String.join(text.say("list.semicolon"), groups));
    }

    private String count(Measurement found, String of) {
        return found.at().get(of) instanceof Number number ? format.whole(number.longValue()) : "";
    }
}
