package org.aimass.dataset.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aimass.dataset.entity.ColumnProfile.ValueCount;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * What the engine found in a dataset's file.
 *
 * @param format {@code csv}, {@code parquet}, {@code zip} or {@code tar.gz}
 * @param columns in the file's order, no two of one name
 * @param archive the files beside the rows; empty where the table stands alone
 * @param annotations of annotated images, whose rows are objects and whose columns are fields of objects and images; empty for tables
 * @param recordings by column that names some; none in a profile from before they were listened to
 */
public record Profile(
        String format,
        long bytes,
        Sha256Digest sha256,
        long rows,
        List<ColumnProfile> columns,
        Optional<ArchiveFiles> archive,
        Optional<Annotations> annotations,
        List<Recordings> recordings) {

    /** More columns than this nobody could give roles to. */
    public static final int MAX_COLUMNS = 1_000;

    private static final int MAX_NAME = 300;
    private static final int MAX_VALUES = 50;

    public Profile {
        columns = List.copyOf(columns);
        recordings = List.copyOf(recordings);
    }

    /** Of a table. */
    public Profile(
            String format,
            long bytes,
            Sha256Digest sha256,
            long rows,
            List<ColumnProfile> columns,
            Optional<ArchiveFiles> archive) {
        this(format, bytes, sha256, rows, columns, archive, Optional.empty(), List.of());
    }

    /**
     * The files of an archive.
     *
     * @param count how many there are, the manifest among them
     * @param namedBy the columns that name them
     */
    public record ArchiveFiles(long count, List<String> namedBy) {
        public ArchiveFiles {
            namedBy = List.copyOf(namedBy);
        }
    }

    /** Whether the column names files of the archive. */
    public boolean isOfFiles(String column) {
        return archive.filter(files -> files.namedBy().contains(column)).isPresent();
    }

    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * Reads the engine's JSON, trusting nothing in it.
     *
     * @throws IllegalArgumentException when it is not a profile; the message says where
     */
    public static Profile parse(String json) {
        JsonNode root = tree(json);
        List<ColumnProfile> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode found = root.path("columns");
        boolean annotated = root.has("annotations");
        demand(found.isArray() && (annotated || !found.isEmpty()) && found.size() <= MAX_COLUMNS, "columns");
        for (JsonNode column : found) {
            ColumnProfile parsed = column(column);
            demand(names.add(parsed.name()), "columns: twice the same name");
            columns.add(parsed);
        }
        return new Profile(
                text(root, "format"),
                count(root, "bytes"),
                new Sha256Digest(text(root, "sha256")),
                count(root, "rows"),
                columns,
                root.has("archive") ? Optional.of(archive(root.path("archive"), names)) : Optional.empty(),
                annotated ? Optional.of(Annotations.parse(root)) : Optional.empty(),
                Recordings.parse(root, names));
    }

    private static ArchiveFiles archive(JsonNode archive, Set<String> columns) {
        List<String> namedBy = new ArrayList<>();
        for (JsonNode column : archive.path("named_by")) {
            demand(columns.contains(column.textValue()), "archive");
            namedBy.add(column.textValue());
        }
        return new ArchiveFiles(count(archive, "files"), namedBy);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static ColumnProfile column(JsonNode node) {
        List<ValueCount> values = new ArrayList<>();
        JsonNode found = node.path("values");
        demand(found.isArray() && found.size() <= MAX_VALUES, "values");
        for (JsonNode value : found) {
            values.add(new ValueCount(text(value, "value"), count(value, "rows")));
        }
        return new ColumnProfile(
                text(node, "name"),
                type(text(node, "type")),
                count(node, "missing"),
                count(node, "distinct"),
                truth(node, "distinct_is_exact"),
                number(node, "minimum"),
                number(node, "maximum"),
                number(node, "mean"),
                values,
                truth(node, "values_complete"));
    }

    private static ColumnType type(String word) {
        for (ColumnType type : ColumnType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("type");
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        demand(value.isTextual() && value.textValue().length() <= MAX_NAME, name);
        return value.textValue();
    }

    private static long count(JsonNode node, String name) {
        JsonNode value = node.path(name);
        demand(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0, name);
        return value.longValue();
    }

    private static boolean truth(JsonNode node, String name) {
        demand(node.path(name).isBoolean(), name);
        return node.path(name).booleanValue();
    }

    private static @Nullable Double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        demand(value.isNumber() && Double.isFinite(value.doubleValue()), name);
        return value.doubleValue();
    }

    private static void demand(boolean holds, String where) {
        if (!holds) {
            throw new IllegalArgumentException(where);
        }
    }
}
