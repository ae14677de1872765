package org.aimass.audit.control;

import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnType;
import org.aimass.dataset.entity.DatasetVersion;

/**
 * What the rows of a dataset are, where the one column that a model reads tells.
 *
 * @param read the columns that the model reads; of a closed model those that the dataset says it reads
 */
record ReadRows(DatasetVersion dataset, List<String> read) {

    private static final int WORDS_OF_A_TEXT = 4;
    /** From here on signs are written without blanks between words, of which most have two. */
    private static final int FIRST_WITHOUT_BLANKS = 0x2E80;

    /** Texts, images or recordings; empty where rows may be about people. */
    Optional<CountedUnit> unit() {
        return read.size() == 1 ? dataset.profile().column(read.get(0)).flatMap(this::unit) : Optional.empty();
    }

    private Optional<CountedUnit> unit(ColumnProfile column) {
        if (dataset.profile().isOfFiles(column.name())) {
            boolean heard = dataset.profile().recordings().stream()
                    .anyMatch(recordings -> recordings.column().equals(column.name()));
            return Optional.of(heard ? CountedUnit.SNIPPETS : CountedUnit.IMAGES);
        }
        return isText(column) ? Optional.of(CountedUnit.TEXTS) : Optional.empty();
    }

    /** Whether most of its values differ and are of several words, which neither names nor kinds are. */
    private boolean isText(ColumnProfile column) {
        double words = column.values().stream()
                .mapToDouble(each -> words(each.value()))
                .average()
                .orElse(0);
        return column.type() == ColumnType.TEXT
                && 2 * column.distinct() > dataset.profile().rows()
                && words >= WORDS_OF_A_TEXT;
    }

    private static double words(String value) {
        long unspaced = value.codePoints()
                .filter(sign -> sign >= FIRST_WITHOUT_BLANKS && Character.isLetter(sign))
                .count();
        String spaced = value.codePoints()
                .map(sign -> sign >= FIRST_WITHOUT_BLANKS ? ' ' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return unspaced / 2.0 + (spaced.isEmpty() ? 0 : spaced.split("\\s+", -1).length);
    }
}
