package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.aimass.engine.OneLine;
import org.aimass.engine.local.HeardFiles;

/** How long the recordings of an archive are, and how often a second they were sampled, by the column that names them. */
final class ProfileOfRecordings {

    private ProfileOfRecordings() {}

    /** Nothing where no column names any. */
    static void write(List<HeardFiles> columns, JsonGenerator json) throws IOException {
        if (columns.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("recordings");
        for (HeardFiles column : columns) {
            write(column, json);
        }
        json.writeEndArray();
    }

    private static void write(HeardFiles column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("column", column.column());
        json.writeNumberField("files", column.files());
        json.writeNumberField("unreadable", column.unreadable());
        if (column.firstUnreadable().isPresent()) {
            json.writeStringField(
                    "first_unreadable", OneLine.of(column.firstUnreadable().get(), ProfileCommand.LONGEST_VALUE));
        }
        if (column.length().isPresent()) {
            HeardFiles.Length length = column.length().get();
            json.writeObjectFieldStart("seconds");
            json.writeNumberField("count", length.count());
            JsonOutput.number(json, "minimum", length.minimum());
            JsonOutput.number(json, "median", length.median());
            JsonOutput.number(json, "maximum", length.maximum());
            JsonOutput.number(json, "total", length.total());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("rates");
        for (HeardFiles.Rate rate : column.rates()) {
            json.writeStartObject();
            json.writeNumberField("rate", rate.rate());
            json.writeNumberField("files", rate.files());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("other_rates", column.otherRates());
        json.writeEndObject();
    }
}
