package org.aimass.dataset.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file is, by its first bytes. */
class SubmitDatasetTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void annotationsAloneAreNoTable() {
        for (String json : List.of("{\"images\": []}", "\uFEFF\n [ {\"image_id\": 7", "{}", "[]", "{\r\n  \"info\"")) {
            assertTrue(SubmitDataset.isJson(bytes(json)), json);
        }
        for (String table : List.of("[id],[name]\n1,2\n", "{id},b\n", "a,b\n1,2\n", "PAR1", "")) {
            assertFalse(SubmitDataset.isJson(bytes(table)), table);
        }
    }

    @Test
    void formatsAreToldByTheirMarks() {
        assertEquals("zip", SubmitDataset.format(bytes("PK\003\004 and more")));
        assertEquals("parquet", SubmitDataset.format(bytes("PAR1 and more")));
        assertEquals("csv.gz", SubmitDataset.format(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}));
        assertEquals("csv", SubmitDataset.format(bytes("a")));
    }
}
