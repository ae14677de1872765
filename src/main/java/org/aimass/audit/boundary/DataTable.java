package org.aimass.audit.boundary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers for machines: the same columns as CSV and as JSON, unrounded. A cell is a text, a whole number, a double or true or false;
 * an empty text stands for what there is not.
 */
final class DataTable {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    DataTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    void add(List<?> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
        }
        rows.add(List.copyOf(row));
    }

    /** RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe. */
    String csv() {
        StringBuilder csv = new StringBuilder();
        append(csv, columns);
        rows.forEach(row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<?> cells) {
        csv.append(cells.stream().map(DataTable::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(Object cell) {
        String text = cell.toString();
        if (!(cell instanceof String)) {
            return text;
        }
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** A list of objects; what there is not is null. */
    String json() {
        StringWriter json = new StringWriter();
        try (JsonGenerator list = JSON.createGenerator(json)) {
            list.writeStartArray();
            for (List<Object> row : rows) {
                list.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    list.writeFieldName(columns.get(i));
                    write(list, row.get(i));
                }
                list.writeEndObject();
            }
            list.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static void write(JsonGenerator json, Object cell) throws IOException {
        if (cell instanceof Double number) {
            json.writeNumber(number);
        } else if (cell instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (cell instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (cell.toString().isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(cell.toString());
        }
    }
}
