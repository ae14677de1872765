package org.aimass.dataset.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.ColumnType;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version of a dataset as the API shows it.
 *
 * @param refusal why the file cannot be used; the engine's own line, in English
 * @param rows once the engine has read the file, as {@code columns}
 * @param annotations once it has, of a dataset of annotated images
 */
public record DatasetVersionView(
        UUID id,
        UUID dataset,
        int number,
        DatasetStatus status,
        String sha256,
        long bytes,
        String format,
        Optional<String> refusal,
        Optional<Long> rows,
        Optional<List<ColumnView>> columns,
        Optional<AnnotationsView> annotations,
        String submittedBy,
        Instant submittedAt) {

    /**
     * @param role a guess until the version is READY
     * @param values the most frequent, with their rows; all there are where {@code valuesComplete}
     */
    public record ColumnView(
            String name,
            ColumnType type,
            ColumnRole role,
            long missing,
            long distinct,
            boolean distinctIsExact,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable Double mean,
            List<ColumnProfile.ValueCount> values,
            boolean valuesComplete) {}

    static DatasetVersionView of(DatasetVersion version) {
        return new DatasetVersionView(
                version.id(),
                version.dataset().id(),
                version.number(),
                version.status(),
                version.sha256().hex(),
                version.bytes(),
                version.format(),
                version.refusal(),
                version.isRead() ? Optional.of(version.rows()) : Optional.empty(),
                version.isRead() ? Optional.of(columns(version)) : Optional.empty(),
                version.isRead() ? version.profile().annotations().map(AnnotationsView::of) : Optional.empty(),
                version.submitterName(),
                version.submittedAt());
    }

    private static List<ColumnView> columns(DatasetVersion version) {
        return version.profile().columns().stream()
                .map(column ->
                        column(column, version.schema().role(column.name()).orElse(ColumnRole.IGNORED)))
                .toList();
    }

    private static ColumnView column(ColumnProfile found, ColumnRole role) {
        return new ColumnView(
                found.name(),
                found.type(),
                role,
                found.missing(),
                found.distinct(),
                found.distinctIsExact(),
                found.minimum(),
                found.maximum(),
                found.mean(),
                found.values(),
                found.valuesComplete());
    }
}
