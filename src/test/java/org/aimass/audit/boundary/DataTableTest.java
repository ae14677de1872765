package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What leaves the portal as a file does no harm where it is opened. */
class DataTableTest {

    private static DataTable table() {
        DataTable table = new DataTable(List.of("group", "rows", "value", "small"));
        table.add(List.of("18 to 29", 210L, 0.17402597402597403, true));
        table.add(List.of("\"quoted\", or not", 3L, -0.25, false));
        table.add(List.of("", 0L, "", false));
        return table;
    }

    @Test
    void numbersAreWhole() {
        assertEquals(
                "group,rows,value,small\r\n18 to 29,210,0.17402597402597403,true\r\n"
                        + "\"\"\"quoted\"\", or not\",3,-0.25,false\r\n,0,,false\r\n",
                table().csv());
        assertEquals(
                "[{\"group\":\"18 to 29\",\"rows\":210,\"value\":0.17402597402597403,\"small\":true},"
                        + "{\"group\":\"\\\"quoted\\\", or not\",\"rows\":3,\"value\":-0.25,\"small\":false},"
                        + "{\"group\":null,\"rows\":0,\"value\":null,\"small\":false}]",
                table().json());
    }

    /** T22. */
    @Test
    void aTextIsNoFormula() {
        for (String formula : List.of("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1")) {
            DataTable table = new DataTable(List.of("group"));
            table.add(List.of(formula));
            assertTrue(table.csv().contains("'" + formula), formula);
        }
        assertThrows(IllegalArgumentException.class, () -> table().add(List.of("too", "few")));
    }

    @Test
    void aDrawingStandsAloneAndRunsNothing() throws Exception {
        Plot plot = new Plot(
                "<script>alert(1)</script>",
                "&unit",
                "Said.",
                200,
                List.of(new Plot.Line("p-line p1", "M0 0L1 1")),
                List.of(new Plot.Label("direct", "1", "2", "end", "\"]]><svg onload=x>")));
        String svg = SvgFile.of("Model <b>", "Audit", "en", List.of(plot, plot));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        org.w3c.dom.Document drawing = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertEquals("svg", drawing.getDocumentElement().getTagName());
        assertEquals(0, drawing.getElementsByTagName("script").getLength());
        assertEquals(2, drawing.getElementsByTagName("path").getLength());
        assertFalse(svg.contains("href") || svg.contains("@import") || svg.contains("url("), svg);
        assertFalse(svg.contains("<svg onload"), svg);
    }
}
