package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.local.ColumnProfile;
import org.aimass.engine.local.DatasetProfile;

/** {@code profile data.csv}: what a dataset's columns hold; of annotated images which fields form groups, and what there is. */
final class ProfileCommand implements Command {

    static final int LONGEST_VALUE = 200;

    @Override
    public String usage() {
        return "profile data.csv [--format csv|parquet|coco|zip|tar.gz]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--format");
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path file = arguments.path("dataset");
        DataFormat format = format(arguments, file);
        if (format == DataFormat.COCO) {
            ProfileOfImages.print(file, deadline, out);
        } else if (format.isArchive()) {
            Archive archive = Archive.open(file, format, deadline);
            if (CocoScan.isOf(archive)) {
                ProfileOfImages.print(archive, format, deadline, out);
            } else {
                print(DatasetProfile.of(archive, format, deadline), out);
            }
        } else {
            print(DatasetProfile.of(file, format, deadline), out);
        }
    }

    private static void print(DatasetProfile profile, PrintStream out) {
        JsonOutput.print(out, json -> write(profile, json));
    }

    /** What {@code --format} says, else what the file itself tells. */
    static DataFormat format(Arguments arguments, Path file) {
        return arguments.value("--format").map(ProfileCommand::format).orElseGet(() -> DataFormat.of(file));
    }

    private static DataFormat format(String word) {
        return DataFormat.of(word)
                .orElseThrow(() -> new BadInput(
                        "--format: found " + OneLine.quoted(word) + ", expected one of " + DataFormat.words()));
    }

    private static void write(DatasetProfile profile, JsonGenerator json) throws IOException {
        json.writeStringField("format", profile.format().word());
        json.writeNumberField("bytes", profile.bytes());
        json.writeStringField("sha256", profile.sha256().hex());
        json.writeNumberField("rows", profile.rows());
        if (profile.archive().isPresent()) {
            write(profile.archive().get(), json);
        }
        ProfileOfRecordings.write(profile.recordings(), json);
        json.writeArrayFieldStart("columns");
        for (ColumnProfile column : profile.columns()) {
            json.writeStartObject();
            write(column, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(DatasetProfile.ArchiveFiles archive, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("archive");
        json.writeNumberField("files", archive.count());
        json.writeArrayFieldStart("named_by");
        for (String column : archive.namedBy()) {
            json.writeString(column);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ColumnProfile column, JsonGenerator json) throws IOException {
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("missing", column.missing());
        json.writeNumberField("distinct", column.distinct());
        json.writeBooleanField("distinct_is_exact", column.distinctIsExact());
        Optional<ColumnProfile.Range> range = column.range();
        if (range.isPresent()) {
            JsonOutput.number(json, "minimum", range.get().minimum());
            JsonOutput.number(json, "maximum", range.get().maximum());
            JsonOutput.number(json, "mean", range.get().mean());
        }
        List<ColumnProfile.ValueCount> values = column.mostFrequent();
        json.writeArrayFieldStart("values");
        for (ColumnProfile.ValueCount value : values) {
            json.writeStartObject();
            json.writeStringField("value", OneLine.of(value.value(), LONGEST_VALUE));
            json.writeNumberField("rows", value.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("values_complete", column.valuesAreComplete());
    }
}
