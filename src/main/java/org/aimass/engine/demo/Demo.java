package org.aimass.engine.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.demo.RentSupportTrainer.Line;
import org.aimass.shared.Sha256Digest;

/**
 * Writes the demonstration: {@code applications.csv}, {@code rent-support.onnx}, and {@code demo.json} with the facts about
 * both. The same files, byte for byte, wherever it runs.
 */
public final class Demo {

    public static final String TABLE = "applications.csv";
    public static final String MODEL = "rent-support.onnx";
    public static final String FACTS = "demo.json";

    private static final long TABLE_SEED = 2035;
    private static final long PAST_SEED = 2028;
    private static final int PAST_APPLICATIONS = 20_000;
    /** Of entitled people aged 18 to 29 with a contract younger than a year, the share recorded as not entitled. */
    private static final double LOST = 0.42;

    private Demo() {}

    /**
     * Writes the three files, over older ones; the folder is made where it does not exist.
     *
     * @throws EngineFailure if the folder cannot be written to
     */
    public static void write(Path folder) {
        List<Applicant> table = new Applicants(TABLE_SEED).table();
        byte[] csv = csv(table);
        Line line = model();
        byte[] onnx = RentSupportModel.onnx(line);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(TABLE), csv);
            Files.write(folder.resolve(MODEL), onnx);
            try (OutputStream out = Files.newOutputStream(folder.resolve(FACTS))) {
                facts(out, table, Sha256Digest.of(csv), Sha256Digest.of(onnx));
            }
        } catch (IOException e) {
            throw new EngineFailure("the demonstration cannot be written ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        }
    }

    private static Line model() {
        Applicants past = new Applicants(PAST_SEED);
        List<Applicant> applicants = past.drawn(PAST_APPLICATIONS);
        List<Boolean> recorded = new ArrayList<>();
        applicants.forEach(applicant -> recorded.add(past.recorded(applicant, LOST)));
        return RentSupportTrainer.train(applicants, recorded);
    }

    private static byte[] csv(List<Applicant> table) {
        List<String> columns = new ArrayList<>(Applicant.SENSITIVE_COLUMNS);
        columns.addAll(Applicant.MODEL_COLUMNS);
        columns.add(Applicant.LABEL);
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        table.forEach(applicant -> text.append(applicant.csv()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void facts(OutputStream out, List<Applicant> table, Sha256Digest csv, Sha256Digest onnx)
            throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(lines)) {
            json.writeStartObject();
            json.writeObjectFieldStart("dataset");
            json.writeStringField("file", TABLE);
            json.writeStringField("sha256", csv.hex());
            json.writeNumberField("rows", table.size());
            json.writeStringField("label", Applicant.LABEL);
            json.writeStringField("positive_label", "1");
            json.writeObjectFieldStart("roles");
            for (String column : Applicant.SENSITIVE_COLUMNS) {
                json.writeStringField(column, "SENSITIVE");
            }
            for (String column : Applicant.MODEL_COLUMNS) {
                json.writeStringField(column, "FEATURE");
            }
            json.writeStringField(Applicant.LABEL, "LABEL");
            json.writeEndObject();
            json.writeStringField(
                    "about",
                    "Synthetic: made from a fixed seed, no row is about a real person. Entitlement follows from rent, income,"
                            + " size of household and chance; not from age, sex, language, work contract or a move.");
            json.writeEndObject();
            json.writeObjectFieldStart("model");
            json.writeStringField("file", MODEL);
            json.writeStringField("sha256", onnx.hex());
            json.writeObjectFieldStart("inputs");
            strings(json, RentSupportModel.INPUT, Applicant.MODEL_COLUMNS);
            json.writeEndObject();
            json.writeStringField("output", RentSupportModel.OUTPUT);
            json.writeNumberField("output_index", 1);
            json.writeNumberField("threshold", 0.5);
            json.writeNumberField("trained_on", PAST_APPLICATIONS);
            json.writeStringField(
                    "known_bias",
                    "In the labels it was trained on, 42 % of entitled people aged 18 to 29 with a work contract younger than"
                            + " a year stand as not entitled, because their applications lapsed with the contract. So the model"
                            + " misses entitled people with short contracts more often, and young people have more of these.");
            json.writeEndObject();
            json.writeObjectFieldStart("groups");
            groups(json, "age_band", table, applicant -> applicant.age().text());
            groups(json, "sex", table, Applicant::sex);
            groups(json, "language", table, Applicant::language);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void groups(
            JsonGenerator json, String feature, List<Applicant> table, Function<Applicant, String> value)
            throws IOException {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Applicant applicant : table) {
            int[] count = counts.computeIfAbsent(value.apply(applicant), group -> new int[2]);
            count[0]++;
            count[1] += applicant.entitled() ? 1 : 0;
        }
        json.writeObjectFieldStart(feature);
        for (String group : counts.keySet().stream().sorted().toList()) {
            int[] count = counts.getOrDefault(group, new int[2]);
            json.writeObjectFieldStart(group);
            json.writeNumberField("rows", count[0]);
            json.writeNumberField("entitled", count[1]);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
