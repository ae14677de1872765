package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.data.GroupField;
import org.aimass.engine.data.ValueKind;
import org.aimass.engine.local.ColumnProfile;
import org.aimass.shared.Sha256Digest;

/**
 * What there is in a dataset of annotated images. It is told as a table is: rows are the objects that are to be found, columns the
 * fields that may form groups.
 */
final class ProfileOfImages {

    private static final int MOST_CATEGORIES = 100;

    /** The file that is told about. */
    private record Source(DataFormat format, long bytes, Sha256Digest digest, OptionalLong files) {}

    private ProfileOfImages() {}

    static void print(Path file, Deadline deadline, PrintStream out) {
        CocoScan scan = CocoScan.of(file, deadline);
        scan.demandSound();
        Source source = new Source(DataFormat.COCO, FileBytes.size(file), scan.digest(), OptionalLong.empty());
        JsonOutput.print(out, json -> write(source, scan, json));
    }

    /** Closes the archive. */
    static void print(Archive opened, DataFormat format, Deadline deadline, PrintStream out) {
        try (Archive archive = opened) {
            CocoScan scan = CocoScan.of(archive, deadline);
            scan.demandSound();
            Source source =
                    new Source(format, archive.totalBytes(), archive.digest(), OptionalLong.of(archive.files()));
            JsonOutput.print(out, json -> write(source, scan, json));
        }
    }

    private static void write(Source source, CocoScan scan, JsonGenerator json) throws IOException {
        json.writeStringField("format", source.format().word());
        json.writeNumberField("bytes", source.bytes());
        json.writeStringField("sha256", source.digest().hex());
        json.writeNumberField("rows", scan.objects());
        if (source.files().isPresent()) {
            json.writeObjectFieldStart("archive");
            json.writeNumberField("files", source.files().getAsLong());
            json.writeArrayFieldStart("named_by");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("annotations");
        annotations(scan, json);
        json.writeEndObject();
        json.writeArrayFieldStart("columns");
        for (GroupField field : scan.fields()) {
            json.writeStartObject();
            write(field, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void annotations(CocoScan scan, JsonGenerator json) throws IOException {
        json.writeNumberField("images", scan.images());
        json.writeNumberField("images_with_file", scan.imagesWithFile());
        json.writeNumberField("objects", scan.objects());
        json.writeNumberField("crowds", scan.crowds());
        json.writeNumberField("keypoints", scan.keypoints());
        json.writeNumberField("poses", scan.poses());
        if (scan.detections().isPresent()) {
            CocoScan.Detections found = scan.detections().get();
            json.writeObjectFieldStart("detections");
            json.writeNumberField("count", found.count());
            json.writeNumberField("boxes", found.boxes());
            json.writeNumberField("poses", found.poses());
            json.writeEndObject();
        }
        List<CocoScan.Category> categories = scan.categories();
        json.writeNumberField("categories", categories.size());
        json.writeArrayFieldStart("largest_categories");
        for (CocoScan.Category category : largest(categories)) {
            json.writeStartObject();
            json.writeStringField("name", OneLine.of(category.name(), ProfileCommand.LONGEST_VALUE));
            json.writeNumberField("objects", category.objects());
            json.writeNumberField("detections", category.detections());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<CocoScan.Category> largest(List<CocoScan.Category> categories) {
        return categories.stream()
                .sorted(Comparator.comparingLong(CocoScan.Category::objects)
                        .reversed()
                        .thenComparing(CocoScan.Category::name))
                .limit(MOST_CATEGORIES)
                .toList();
    }

    private static void write(GroupField field, JsonGenerator json) throws IOException {
        json.writeStringField("name", field.name());
        json.writeStringField("of", field.ofImages() ? "images" : "objects");
        json.writeStringField("type", type(field.kinds()).name().toLowerCase(Locale.ROOT));
        json.writeNumberField("missing", field.withoutValue());
        json.writeNumberField("distinct", field.distinct());
        json.writeBooleanField("distinct_is_exact", field.complete());
        json.writeArrayFieldStart("values");
        for (GroupField.Value value : field.values()) {
            json.writeStartObject();
            json.writeStringField("value", OneLine.of(value.text(), ProfileCommand.LONGEST_VALUE));
            json.writeNumberField("rows", value.objects());
            json.writeNumberField("images", value.images());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField(
                "values_complete",
                field.complete() && field.distinct() == field.values().size());
    }

    private static ColumnProfile.Type type(Set<ValueKind> kinds) {
        if (kinds.contains(ValueKind.TEXT) || (kinds.contains(ValueKind.BOOLEAN) && kinds.size() > 1)) {
            return ColumnProfile.Type.TEXT;
        }
        if (kinds.contains(ValueKind.BOOLEAN)) {
            return ColumnProfile.Type.BOOLEAN;
        }
        return kinds.contains(ValueKind.NUMBER) ? ColumnProfile.Type.NUMBER : ColumnProfile.Type.INTEGER;
    }
}
