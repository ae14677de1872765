package org.aimass.organization.boundary;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.aimass.activity.ActivityRecord;
import org.aimass.activity.ActivityRecords;
import org.aimass.web.Csv;

/** Activity records as a table to keep, the newest first, with the hashes by which anybody can check it. */
final class ActivityCsv {

    private static final int BATCH = 1_000;

    /** The newest of more are sent. */
    private static final int MOST = 100_000;

    private ActivityCsv() {}

    static void send(ActivityRecords records, ActivityRecords.Question question) throws IOException {
        List<ActivityRecord> batch = records.before(question, Long.MAX_VALUE, BATCH);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext out = faces.getExternalContext();
        out.setResponseContentType("text/csv");
        out.setResponseCharacterEncoding("UTF-8");
        out.setResponseHeader("Content-Disposition", "attachment; filename=\"activity.csv\"");
        Writer writer = out.getResponseOutputWriter();
        Csv.line(
                writer,
                List.of(
                        "sequence",
                        "occurred_at",
                        "actor_issuer",
                        "actor_subject",
                        "actor_name",
                        "action",
                        "subject_type",
                        "subject_id",
                        "details",
                        "hash"));
        for (int sent = 0; sent < MOST && !batch.isEmpty(); sent += BATCH) {
            for (ActivityRecord each : batch) {
                Csv.line(writer, cells(each));
            }
            batch = records.before(question, batch.get(batch.size() - 1).sequence(), BATCH);
        }
        faces.responseComplete();
    }

    private static List<String> cells(ActivityRecord record) {
        return List.of(
                Long.toString(record.sequence()),
                record.occurredAt().toString(),
                record.actor().issuer(),
                record.actor().subject(),
                record.actorName(),
                record.action(),
                record.subjectType(),
                record.subjectId(),
                record.details(),
                record.hash());
    }
}
