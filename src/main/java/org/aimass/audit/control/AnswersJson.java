package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.ClassAnswers;
import org.aimass.engine.metrics.GroupSummary;

/** The confusion matrices of an outcome, which must count the rows that its groups have. */
final class AnswersJson {

    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_GROUPS = 20_000;
    private static final int MAX_CELLS = MAX_CLASSES * MAX_CLASSES;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final int CELL = 3;

    private AnswersJson() {}

    static AuditOutcome.Answers read(Fields outcome, List<GroupSummary> groups) {
        if (!outcome.has("confusion")) {
            return AuditOutcome.Answers.NONE;
        }
        AuditOutcome.Answers answers = outcome.object("confusion", json -> {
            List<String> classes = json.texts("classes", MAX_CLASSES, MAX_TEXT);
            if (new HashSet<>(classes).size() < classes.size()) {
                throw new Fields.Malformed("confusion.classes: a class twice");
            }
            return new AuditOutcome.Answers(
                    classes, json.list("groups", MAX_GROUPS, group -> group(group, classes.size())));
        });
        Map<Map<String, String>, Long> rows = new HashMap<>();
        groups.forEach(group -> rows.put(group.features(), group.rows()));
        Set<Map<String, String>> seen = new HashSet<>();
        for (ClassAnswers group : answers.groups()) {
            Long counted = rows.get(group.features());
            if (counted == null || !seen.add(group.features())) {
                throw new Fields.Malformed("confusion: a group that was not counted, or twice");
            }
            if (counted != group.rows()) {
                throw new Fields.Malformed("confusion: that of " + group.features() + " does not add up to its rows");
            }
        }
        return answers;
    }

    private static ClassAnswers group(Fields group, int classes) {
        List<ClassAnswers.Cell> cells = group.items("cells", MAX_CELLS, (path, cell) -> cell(path, cell, classes));
        if (cells.stream()
                        .map(cell -> List.of(cell.label(), cell.answer()))
                        .distinct()
                        .count()
                < cells.size()) {
            throw new Fields.Malformed("confusion: a cell twice");
        }
        return new ClassAnswers(group.textMap("features", MAX_FEATURES, MAX_TEXT), cells);
    }

    private static ClassAnswers.Cell cell(String path, JsonNode cell, int classes) {
        boolean counts = cell.isArray() && cell.size() == CELL;
        for (int i = 0; counts && i < CELL; i++) {
            counts = cell.get(i).isIntegralNumber()
                    && cell.get(i).canConvertToLong()
                    && cell.get(i).longValue() >= 0;
        }
        if (!counts
                || cell.get(0).longValue() >= classes
                || cell.get(1).longValue() >= classes
                || cell.get(2).longValue() > OutcomeReader.MAX_ROWS) {
            throw new Fields.Malformed(path + ": expected two places of classes and a count");
        }
        return new ClassAnswers.Cell(
                cell.get(0).intValue(), cell.get(1).intValue(), cell.get(2).longValue());
    }

    static String column(ClassAnswers group) {
        ArrayNode json = StrictJson.MAPPER.createArrayNode();
        for (ClassAnswers.Cell cell : group.cells()) {
            json.addArray().add(cell.label()).add(cell.answer()).add(cell.rows());
        }
        return StrictJson.write(json);
    }

    /** Reads what {@link #column} wrote. */
    static List<ClassAnswers.Cell> ofColumn(String json) {
        List<ClassAnswers.Cell> cells = new ArrayList<>();
        StrictJson.read(json).forEach(cell -> cells.add(cell("cells", cell, MAX_CLASSES)));
        return cells;
    }
}
