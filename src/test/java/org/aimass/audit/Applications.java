package org.aimass.audit;

import java.util.Locale;

/**
 * Decided applications with known counts. Missed among the entitled: 402 of 2,310 aged 18 to 29, 362 of 4,120 aged 30 to 44, 306 of
 * 3,560 aged 45 to 64, 29 of 210 older. Among the others one in ten is wrongly selected; every other row is a woman's.
 */
final class Applications {

    static final String ROLES =
            "{\"age\":\"SENSITIVE\",\"sex\":\"SENSITIVE\",\"entitled\":\"LABEL\",\"answer\":\"PREDICTION\"}";

    private static final Object[][] AGES = {
        {"18 to 29", 2310, 402, 1200},
        {"30 to 44", 4120, 362, 2300},
        {"45 to 64", 3560, 306, 2000},
        {"65 and over", 210, 29, 300}
    };

    static final long ROWS = 10_200 + 5_800;

    private Applications() {}

    static String csv() {
        StringBuilder csv = new StringBuilder("age,sex,entitled,answer\n");
        int row = 0;
        for (Object[] age : AGES) {
            for (int i = 0; i < (int) age[1]; i++) {
                line(csv, age[0], row++, 1, i < (int) age[2] ? 0 : 1);
            }
            for (int i = 0; i < (int) age[3]; i++) {
                line(csv, age[0], row++, 0, i % 10 == 0 ? 1 : 0);
            }
        }
        return csv.toString();
    }

    /** The seventeenth row has an answer that is no label. */
    static String brokenCsv() {
        String[] lines = csv().split("\n", -1);
        lines[17] = "18 to 29,Women,1,maybe";
        return String.join("\n", lines);
    }

    private static void line(StringBuilder csv, Object age, int row, int label, int answer) {
        csv.append(String.format(Locale.ROOT, "%s,%s,%d,%d\n", age, row % 2 == 0 ? "Women" : "Men", label, answer));
    }

    static String profile() {
        return """
                {"format": "csv", "bytes": %d, "sha256": "%s", "rows": 16000, "columns": [
                 {"name": "age", "type": "text", "missing": 0, "distinct": 4, "distinct_is_exact": true, "values": [
                  {"value": "30 to 44", "rows": 6420}, {"value": "45 to 64", "rows": 5560},
                  {"value": "18 to 29", "rows": 3510}, {"value": "65 and over", "rows": 510}], "values_complete": true},
                 {"name": "sex", "type": "text", "missing": 0, "distinct": 2, "distinct_is_exact": true, "values": [
                  {"value": "Men", "rows": 8000}, {"value": "Women", "rows": 8000}], "values_complete": true},
                 {"name": "entitled", "type": "integer", "missing": 0, "distinct": 2, "distinct_is_exact": true,
                  "minimum": 0, "maximum": 1, "mean": 0.6375, "values": [
                  {"value": "1", "rows": 10200}, {"value": "0", "rows": 5800}], "values_complete": true},
                 {"name": "answer", "type": "integer", "missing": 0, "distinct": 2, "distinct_is_exact": true,
                  "minimum": 0, "maximum": 1, "mean": 0.6, "values": [
                  {"value": "1", "rows": 9681}, {"value": "0", "rows": 6319}], "values_complete": true}]}""";
    }
}
