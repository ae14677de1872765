package org.aimass.report.boundary;

import java.io.Serializable;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.entity.ReportNumber;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/**
 * What the publish page is about.
 *
 * @param audit its number in words, for the way here
 * @param lead which audit, of what
 * @param number of the report that is published already; null while there is none
 * @param obstacle why the reader cannot publish it; null where they can, or it is published
 * @param judgement what the auditor signed; empty beside an obstacle other than that it is not approved yet
 * @param form null beside such an obstacle, or once published
 */
public record PublishTask(
        String audit,
        String lead,
        @Nullable String number,
        @Nullable String obstacle,
        String judgement,
        @Nullable ExplanationForm form)
        implements Serializable {

    static PublishTask of(ReportDrafts.Material material, RoomWords words) {
        String audit = words.say("publish.audit", material.run().number());
        String lead = words.say(
                "publish.lead",
                material.run().number(),
                material.run().subject().modelName(),
                material.run().subject().modelLabel(),
                material.run().subject().datasetName());
        String number = material.published().map(ReportNumber::toString).orElse(null);
        String auditor = material.auditor().name(words.locale());
        String obstacle = number != null
                ? null
                : material.obstacle()
                        .map(why -> words.say("publish.cannot." + why, auditor))
                        .orElse(null);
        return material.completed()
                .filter(completed -> number == null && mayWrite(material))
                .map(completed -> new PublishTask(
                        audit,
                        lead,
                        null,
                        obstacle,
                        completed.review().judgement(),
                        new ExplanationForm(
                                material.model().model().name(),
                                material.model().model().purpose(),
                                completed.plan(),
                                material.groups())))
                .orElseGet(() -> new PublishTask(audit, lead, number, obstacle, "", null));
    }

    /** Whether the texts can be written and looked at: also before the judgement is approved. */
    private static boolean mayWrite(ReportDrafts.Material material) {
        return material.obstacle()
                .filter(why -> why != ReportDrafts.Obstacle.NOT_APPROVED)
                .isEmpty();
    }
}
