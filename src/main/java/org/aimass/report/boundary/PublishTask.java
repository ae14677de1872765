package org.aimass.report.boundary;

import org.aimass.audit.entity.CompletedAudit;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.entity.ReportNumber;
import org.aimass.shared.Refusal;
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
        @Nullable ExplanationForm form) {

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
        if (number != null || !mayWrite(material) || material.completed().isEmpty()) {
            return new PublishTask(audit, lead, number, obstacle, "", null);
        }
        Start start = start(material);
        return new PublishTask(audit, lead, null, obstacle, start.judgement(), start.form());
    }

    /** What writing starts from: what the auditor signed, and a form with what the model was registered with. */
    record Start(String judgement, ExplanationForm form) {}

    static Start start(ReportDrafts.Material material) {
        CompletedAudit completed = material.completed().orElseThrow(Refusal::notFound);
        return new Start(
                completed.review().judgement(),
                new ExplanationForm(
                        material.model().model().name(),
                        material.model().model().purpose(),
                        completed.plan(),
                        material.groups()));
    }

    /** Whether the texts can be written and looked at: also before the judgement is approved. */
    private static boolean mayWrite(ReportDrafts.Material material) {
        return material.obstacle()
                .filter(why -> why != ReportDrafts.Obstacle.NOT_APPROVED)
                .isEmpty();
    }
}
