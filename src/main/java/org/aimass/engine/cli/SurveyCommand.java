package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.local.DatasetSurvey;
import org.aimass.engine.local.GroupTally;
import org.aimass.engine.local.SurveyColumn;

/**
 * {@code survey data.csv --roles roles.txt}: what a dataset looks like once its columns have roles. The roles' file has one line
 * for each column that has one, by its number in the file from 0, {@code NUMBER ROLE LOW HIGH} (the range of a column of
 * numbers, else two dashes), and before those one line {@code label VALUE} for each of the label's values.
 */
final class SurveyCommand implements Command {

    private static final String ROLES = "--roles";
    private static final String LABEL = "label ";
    private static final long LONGEST = 1 << 20;

    @Override
    public String usage() {
        return "survey data.csv --roles roles.txt [--format csv|parquet|coco|zip|tar.gz]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--format", ROLES);
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path file = arguments.path("dataset");
        List<String> labels = new ArrayList<>();
        List<SurveyColumn> columns = new ArrayList<>();
        for (String line : lines(arguments.pathOf(ROLES))) {
            if (line.startsWith(LABEL)) {
                labels.add(line.substring(LABEL.length()));
            } else {
                columns.add(column(line));
            }
        }
        DataFormat format = ProfileCommand.format(arguments, file);
        Optional<CocoScan> images = CocoScan.find(file, format, deadline);
        if (images.isPresent()) {
            SurveyOfImages.print(images.get(), columns, out);
        } else {
            DatasetSurvey survey = DatasetSurvey.of(file, format, columns, labels, deadline);
            JsonOutput.print(out, json -> write(survey, json));
        }
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadInput(file.getFileName() + ": longer than a file of roles can be");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput(file.getFileName() + ": cannot be read");
        }
    }

    private static SurveyColumn column(String line) {
        String[] words = line.split(" ", -1);
        try {
            boolean range = words.length == 4 && !words[2].equals("-");
            return new SurveyColumn(
                    Integer.parseInt(words[0]),
                    SurveyColumn.Role.valueOf(words[1]),
                    range ? Double.parseDouble(words[2]) : Double.NaN,
                    range ? Double.parseDouble(words[3]) : Double.NaN);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadInput(
                    "roles: found " + OneLine.quoted(line) + ", expected a column's number, its role, and its range");
        }
    }

    private static void write(DatasetSurvey survey, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("labels");
        for (String label : survey.labels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("columns");
        for (GroupTally tally : survey.groups()) {
            json.writeStartObject();
            json.writeStringField("name", survey.name(tally));
            json.writeArrayFieldStart("groups");
            for (GroupTally.Group group : tally.groups()) {
                write(group, json);
            }
            json.writeEndArray();
            json.writeNumberField("rest_groups", tally.restGroups());
            json.writeFieldName("rest");
            write(tally.rest(), json);
            json.writeFieldName("missing");
            write(tally.missing(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("numbers");
        for (int place : survey.binned()) {
            json.writeStartObject();
            json.writeStringField("name", survey.name(place));
            JsonOutput.number(json, "low", survey.column(place).low());
            JsonOutput.number(json, "high", survey.column(place).high());
            counts("bins", survey.bins(place), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        faults(survey.faults(), survey.faultsTotal(), json);
    }

    private static void write(GroupTally.Group group, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("value", OneLine.of(group.value(), ProfileCommand.LONGEST_VALUE));
        json.writeNumberField("rows", group.rows());
        json.writeNumberField("incomplete", group.incomplete());
        counts("labels", group.labels().stream().mapToLong(Long::longValue).toArray(), json);
        json.writeEndObject();
    }

    private static void counts(String field, long[] counts, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeArray(counts, 0, counts.length);
    }

    static void faults(List<Fault> faults, long total, JsonGenerator json) throws IOException {
        json.writeNumberField("faults_total", total);
        json.writeArrayFieldStart("faults");
        for (Fault fault : faults) {
            json.writeStartObject();
            json.writeNumberField("line", fault.line());
            json.writeStringField("column", OneLine.of(fault.column(), ProfileCommand.LONGEST_VALUE));
            json.writeStringField("found", OneLine.of(fault.found(), ProfileCommand.LONGEST_VALUE));
            json.writeStringField("expected", OneLine.of(fault.expected(), ProfileCommand.LONGEST_VALUE));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
