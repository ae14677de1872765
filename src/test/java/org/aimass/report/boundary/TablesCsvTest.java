package org.aimass.report.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.aimass.report.entity.Snapshots;
import org.junit.jupiter.api.Test;

class TablesCsvTest {

    @Test
    void everyGroupHasALineAndWhatIsHiddenHasNoFigure() {
        List<String> lines = TablesCsv.of(Snapshots.draft()).lines().toList();
        assertEquals(5, lines.size());
        assertEquals(
                "false_negative_rate,DIFFERENCE,0.05,age,18 to 29,false,2310,,0.174,0.159,0.19,0.95,0.086,0.068,0.104,"
                        + "DISPARITY_SHOWN,,,",
                lines.get(1));
        assertEquals(
                "false_negative_rate,DIFFERENCE,0.05,age,not stated,false,,,,,,,,,,INSUFFICIENT_EVIDENCE,,SMALL,",
                lines.get(4));
    }

    /** T22: no program takes a group's name for a formula. */
    @Test
    void aNameIsNeverAFormula() {
        assertEquals("\"'=HYPERLINK(\"\"x\"\")\"", TablesCsv.text("=HYPERLINK(\"x\")"));
        assertEquals("'+1", TablesCsv.text("+1"));
        assertEquals("'-1", TablesCsv.text("-1"));
        assertEquals("'@a", TablesCsv.text("@a"));
        assertEquals("\"a,b\"", TablesCsv.text("a,b"));
        assertEquals("18 to 29", TablesCsv.text("18 to 29"));
        assertEquals("", TablesCsv.text(""));
    }
}
