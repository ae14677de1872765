package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** How precisely a detector or a pose model finds objects, by how well it has to cover them and by their size. */
@Named
@RequestScoped
public class ResultsPrecision {

    @Inject
    AuditResultsPage page;

    @Inject
    AuditText text;

    @Inject
    ObjectText objects;

    @Inject
    Format format;

    private @Nullable ObjectMeasures measures;

    /** One measure of one group. */
    public record Line(String group, String metric, String parameters, ObjectText.Cell cell) {}

    ObjectMeasures measures() {
        ObjectMeasures known = measures;
        if (known == null) {
            known = new ObjectMeasures(page.getAudit(), page.getFeatures());
            measures = known;
        }
        return known;
    }

    /** Whether groups are told apart by their objects alone, so that a detection of nothing belongs to none of them. */
    public boolean isOfObjects() {
        return measures().byThreshold().stream().noneMatch(like -> measures().groups().stream()
                .skip(1)
                .flatMap(group -> measures().find(like, group).stream())
                .anyMatch(found -> ObjectMeasures.value(found).isPresent()));
    }

    public List<Plot> getPlots() {
        return new PrecisionPlots(measures(), text, objects, format).plots();
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        for (GroupSummary group : measures().groups()) {
            for (Measurement like : measures().averages()) {
                measures()
                        .find(like, group)
                        .filter(found -> ObjectMeasures.value(found).isPresent())
                        .ifPresent(found -> lines.add(new Line(
                                objects.group(group),
                                text.metric(found.metric()),
                                objects.parameters(found),
                                objects.cell(found))));
            }
        }
        return lines;
    }

    /** Every measure of every group, the undefined ones too. */
    DataTable table() {
        return ObjectData.of(measures(), measures().averages());
    }
}
