package org.aimass.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.CsvFaults;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.local.SurveyColumn.Role;

/**
 * What a dataset looks like once its columns have roles: its groups with the labels in each, how its numbers are spread, and
 * the cells that do not fit their role. One pass; numbers are counted into 20 bins of equal width, the last with its end.
 */
public final class DatasetSurvey {

    /** How many bins numbers are counted into. */
    public static final int BINS = 20;

    private static final int ROWS = 4096;
    private static final int LABELS = 10;

    private final List<String> names;
    private final List<SurveyColumn> columns;
    private final List<String> labels = new ArrayList<>();
    private final List<GroupTally> groups = new ArrayList<>();
    private final Map<Integer, long[]> bins = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long faultsTotal;

    private DatasetSurvey(List<String> names, List<SurveyColumn> columns, List<String> labels) {
        this.names = names;
        this.columns = columns;
        this.labels.addAll(labels);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.SENSITIVE) {
                groups.add(new GroupTally(i, labels.size()));
            }
            if (columns.get(i).hasRange()) {
                bins.put(i, new long[BINS]);
            }
        }
    }

    /**
     * Reads a file once.
     *
     * @param labels the label's values, as the file writes them; 10 at most
     * @throws BadInput at the first row that is not as the format demands, or when a column is not there
     */
    public static DatasetSurvey of(
            Path file, DataFormat format, List<SurveyColumn> columns, List<String> labels, Deadline deadline) {
        if (labels.size() > LABELS) {
            throw new BadInput("labels: found " + labels.size() + ", expected at most " + LABELS);
        }
        try (RowReader reader = RowReader.open(file, format, RowReader.MANIFEST, deadline)) {
            int last = -1;
            for (SurveyColumn column : columns) {
                if (column.number() <= last
                        || column.number() >= reader.columns().size()) {
                    throw new BadInput(
                            "columns: found number " + column.number() + ", expected ascending numbers below "
                                    + reader.columns().size());
                }
                last = column.number();
            }
            DatasetSurvey survey = new DatasetSurvey(
                    columns.stream()
                            .map(column -> reader.columns().get(column.number()))
                            .toList(),
                    columns,
                    labels);
            reader.select(columns.stream().mapToInt(SurveyColumn::number).toArray());
            RowBatch batch = reader.newBatch(ROWS);
            while (reader.read(batch)) {
                survey.add(batch);
                deadline.check();
            }
            return survey;
        }
    }

    private void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            int label = labels.size() + 1;
            int empty = 0;
            for (int i = 0; i < columns.size(); i++) {
                SurveyColumn column = columns.get(i);
                boolean missing = batch.isMissing(i, row);
                empty += missing ? 1 : 0;
                if (column.role() == Role.LABEL && !missing) {
                    int known = labels.indexOf(batch.text(i, row));
                    label = known < 0 ? labels.size() : known;
                }
                check(batch, row, i, missing);
                count(batch, row, i);
            }
            for (GroupTally group : groups) {
                int own = batch.isMissing(group.column(), row) ? 1 : 0;
                group.add(batch, row, label, empty > own);
            }
        }
    }

    private void count(RowBatch batch, int row, int i) {
        long[] counts = bins.get(i);
        if (counts != null) {
            SurveyColumn column = columns.get(i);
            double value = batch.numberOrNaN(i, row);
            if (value >= column.low() && value <= column.high()) {
                double width = (column.high() - column.low()) / BINS;
                counts[width > 0 ? (int) Math.min(BINS - 1, (value - column.low()) / width) : 0]++;
            }
        }
    }

    private void check(RowBatch batch, int row, int i, boolean missing) {
        switch (columns.get(i).role()) {
            case LABEL -> expect(!missing, batch, row, i, "a label");
            case SCORE -> {
                double score = batch.numberOrNaN(i, row);
                expect(score >= 0 && score <= 1, batch, row, i, "a number from 0 to 1");
            }
            case WEIGHT -> {
                double weight = batch.numberOrNaN(i, row);
                expect(weight > 0 && weight <= Double.MAX_VALUE, batch, row, i, "a number above 0");
            }
            case PREDICTION ->
                expect(
                        !missing && (labels.isEmpty() || labels.contains(batch.text(i, row))),
                        batch,
                        row,
                        i,
                        labels.isEmpty() ? "a prediction" : "one of " + OneLine.list(labels));
            default -> {
                // every value will do
            }
        }
    }

    private void expect(boolean holds, RowBatch batch, int row, int i, String expected) {
        if (!holds) {
            faultsTotal++;
            if (faults.size() < CsvFaults.MOST) {
                faults.add(new Fault(
                        batch.line(row),
                        names.get(i),
                        batch.isMissing(i, row) ? "nothing" : OneLine.of(batch.text(i, row), 60),
                        expected));
            }
        }
    }

    /** Whose columns' names are {@link #name}. */
    public List<GroupTally> groups() {
        return List.copyOf(groups);
    }

    public String name(GroupTally group) {
        return names.get(group.column());
    }

    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** The places, among the columns surveyed, of those with bins. */
    public List<Integer> binned() {
        return List.copyOf(bins.keySet());
    }

    public String name(int place) {
        return names.get(place);
    }

    public SurveyColumn column(int place) {
        return columns.get(place);
    }

    public long[] bins(int place) {
        return bins.getOrDefault(place, new long[0]).clone();
    }

    /** The first 1,000. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public long faultsTotal() {
        return faultsTotal;
    }
}
