package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.GroupField;
import org.aimass.engine.local.SurveyColumn;

/** The groups of annotated images: as many rows as there are objects that are to be found. */
final class SurveyOfImages {

    private SurveyOfImages() {}

    /** @throws BadInput when a column is not there */
    static void print(CocoScan scan, List<SurveyColumn> columns, PrintStream out) {
        scan.demandSound();
        List<GroupField> fields = scan.fields();
        for (SurveyColumn column : columns) {
            if (column.number() < 0 || column.number() >= fields.size()) {
                throw new BadInput(
                        "columns: found number " + column.number() + ", expected numbers below " + fields.size());
            }
        }
        JsonOutput.print(out, json -> {
            json.writeArrayFieldStart("labels");
            json.writeEndArray();
            json.writeArrayFieldStart("columns");
            for (SurveyColumn column : columns) {
                if (column.role() == SurveyColumn.Role.SENSITIVE) {
                    write(fields.get(column.number()), scan.objects(), json);
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("numbers");
            json.writeEndArray();
            SurveyCommand.faults(List.of(), 0, json);
        });
    }

    private static void write(GroupField field, long objects, JsonGenerator json) throws IOException {
        long shown =
                field.values().stream().mapToLong(GroupField.Value::objects).sum();
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeArrayFieldStart("groups");
        for (GroupField.Value value : field.values()) {
            write(value.text(), value.objects(), json);
        }
        json.writeEndArray();
        json.writeNumberField("rest_groups", field.distinct() - field.values().size());
        json.writeFieldName("rest");
        write("", objects - shown - field.withoutValue(), json);
        json.writeFieldName("missing");
        write("", field.withoutValue(), json);
        json.writeEndObject();
    }

    private static void write(String value, long rows, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("value", OneLine.of(value, ProfileCommand.LONGEST_VALUE));
        json.writeNumberField("rows", rows);
        json.writeNumberField("incomplete", 0);
        json.writeFieldName("labels");
        json.writeArray(new long[] {0, rows}, 0, 2);
        json.writeEndObject();
    }
}
