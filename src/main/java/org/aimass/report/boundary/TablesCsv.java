package org.aimass.report.boundary;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.ReportSnapshot;
import org.jspecify.annotations.Nullable;

/** The tables of a report as CSV (RFC 4180, UTF-8): one line for each group of each measure. Hidden groups have no figures. */
final class TablesCsv {

    private static final String HEAD = "metric,scale,tolerance,features,group,comparison_group,people,count,value,"
            + "value_low,value_high,confidence,gap,gap_low,gap_high,verdict,undefined,hidden,class\r\n";

    private TablesCsv() {}

    static String of(ReportSnapshot report) {
        StringBuilder csv = new StringBuilder(HEAD);
        for (GroupTable table : report.tables()) {
            for (GroupTable.Row row : table.rows()) {
                csv.append(line(table, row)).append("\r\n");
            }
        }
        return csv.toString();
    }

    private static String line(GroupTable table, GroupTable.Row row) {
        ReportSnapshot.Range interval = row.interval();
        ReportSnapshot.Range gap = row.gapInterval();
        StringJoiner line = new StringJoiner(",");
        line.add(text(table.metric())).add(text(table.scale().name())).add(number(table.bound()));
        line.add(text(list(table.over()))).add(text(list(row.group()))).add(Boolean.toString(row.reference()));
        line.add(number(row.people())).add(number(row.count())).add(number(row.value()));
        line.add(number(interval == null ? null : interval.low()))
                .add(number(interval == null ? null : interval.high()))
                .add(number(interval == null ? null : interval.confidence()));
        line.add(number(row.gap()))
                .add(number(gap == null ? null : gap.low()))
                .add(number(gap == null ? null : gap.high()));
        line.add(row.verdict() == null ? "" : row.verdict().name());
        line.add(row.undefined() == null ? "" : text(row.undefined()));
        line.add(row.hidden() == null ? "" : row.hidden().name());
        return line.add(text(variant(table))).toString();
    }

    /** The class, or the parameters that tell the measure from others of its metric. */
    private static String variant(GroupTable table) {
        return table.at() == null
                ? Objects.requireNonNullElse(table.ofClass(), "")
                : table.at().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String list(List<String> values) {
        return String.join(" / ", values);
    }

    private static String number(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }

    /** No program takes it for a formula. */
    static String text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
