package org.aimass.engine.task;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A reference case outside the project: real rows with known answers. Tests skip where it is absent. */
final class Reference {

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();
    private final JsonNode golden;

    private Reference(Path folder) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve("data.csv"))) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields().toArray(String[]::new));
            }
        }
        String[] header = rows.remove(0);
        for (int i = 0; i < header.length; i++) {
            columns.put(header[i], i);
        }
        golden = new ObjectMapper().readTree(folder.resolve("golden.json").toFile());
    }

    static Reference open(String name) throws IOException {
        String shared = System.getenv().getOrDefault("AIMASS_SHARED", "../shared");
        Path folder = Path.of(shared, "reference", name);
        assumeTrue(Files.isDirectory(folder), "no reference data at " + folder.toAbsolutePath() + " (AIMASS_SHARED)");
        return new Reference(folder);
    }

    JsonNode golden() {
        return golden;
    }

    /** The rows that pass, as one batch with label, prediction and score. */
    Input input(List<String> features, Predicate<Map<String, String>> filter) {
        List<String[]> kept = new ArrayList<>();
        for (String[] row : rows) {
            Map<String, String> byName = new HashMap<>();
            columns.forEach((name, index) -> byName.put(name, row[index]));
            if (filter.test(byName)) {
                kept.add(row);
            }
        }
        int size = kept.size();
        int[] label = new int[size];
        int[] prediction = new int[size];
        double[] score = new double[size];
        int[][] codes = new int[features.size()][size];
        List<Map<String, Integer>> dictionaries = new ArrayList<>();
        features.forEach(feature -> dictionaries.add(new LinkedHashMap<>()));
        for (int i = 0; i < size; i++) {
            String[] row = kept.get(i);
            label[i] = Byte.parseByte(row[column("label")]);
            prediction[i] = Byte.parseByte(row[column("prediction")]);
            score[i] = Double.parseDouble(row[column("score")]);
            for (int feature = 0; feature < codes.length; feature++) {
                Map<String, Integer> dictionary = dictionaries.get(feature);
                String value = row[column(features.get(feature))];
                dictionary.putIfAbsent(value, dictionary.size());
                codes[feature][i] = dictionary.get(value);
            }
        }
        List<List<String>> values =
                dictionaries.stream().map(d -> List.copyOf(d.keySet())).toList();
        return new Input(new LabelledBatch(size, label, prediction, score, null, null, codes), values);
    }

    private int column(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return column;
    }

    record Input(LabelledBatch batch, List<List<String>> dictionaries) {}
}
