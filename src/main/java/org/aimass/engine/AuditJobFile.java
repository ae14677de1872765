package org.aimass.engine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aimass.engine.data.CocoFile;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.RateInterval;
import org.aimass.shared.Sha256Digest;

/** Reads a job file: strict JSON, no unknown or repeated key, every value in its range. */
public final class AuditJobFile {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_FEATURES = 32;
    private static final int MOST_INTERSECTIONS = 64;
    private static final int MOST_IN_ONE = 8;
    private static final int MOST_REPLICATES = 100_000;
    private static final int MOST_BINS = 1_000;
    private static final int DEEPEST_SLICES = 3;
    private static final int MOST_PERMUTATIONS = 10_000;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int MOST_CLASSES = 1_000;
    private static final int MOST_PLACES = 1_000_000;
    private static final List<Integer> BINS = List.of(10, 15);
    private static final List<Integer> CUTOFFS = List.of(10);

    private final Path path;
    private final String file;
    private final JobObject root;

    private AuditJobFile(Path path, JsonNode root) {
        this.path = path;
        file = FileBytes.name(path);
        this.root = JobObject.root(file, root);
    }

    /**
     * @throws BadInput if the file is no job, or asks for what this engine does not measure
     */
    public static AuditJob read(Path path) {
        String file = FileBytes.name(path);
        byte[] bytes;
        try (FileBytes in = FileBytes.open(path)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw FileBytes.unreadable(path, e);
        }
        if (bytes.length > LARGEST) {
            throw new BadInput(file + ": larger than " + (LARGEST >> 20) + " MiB; expected a job file");
        }
        try {
            JsonNode root = JsonTree.read(bytes);
            if (root.isMissingNode()) {
                throw new BadInput(file + ": is empty; expected a job file");
            }
            return new AuditJobFile(path, root).job();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new BadInput(file + where + ": not JSON as expected (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw FileBytes.unreadable(path, e);
        }
    }

    private AuditJob job() {
        AuditTask task = task();
        AuditJob.Dataset dataset = dataset(task, root.demandObject("dataset"));
        JobModel models = JobModel.read(task, root.object("model"), path);
        JobObject named = task.readsCoco()
                ? root.object("columns").orElseGet(() -> JobObject.none(file, "columns"))
                : root.demandObject("columns");
        AuditJob.Columns columns = JobColumns.read(task, named, models.any());
        String positive = root.label("positive_label").orElse("1");
        String favorable = root.label("favorable_label").orElse(positive);
        double threshold = root.number("threshold", 0, 1).orElse(0.5);
        List<String> sensitive =
                root.texts("sensitive_features", 0, MOST_FEATURES).orElse(List.of());
        List<List<String>> intersections = root.textLists("intersections", 2, MOST_IN_ONE, MOST_INTERSECTIONS)
                .orElse(List.of());
        List<String> control = root.texts("control_features", 0, MOST_IN_ONE).orElse(List.of());
        Map<String, String> references = root.textMap("reference_groups", MOST_FEATURES + MOST_INTERSECTIONS);
        double confidence = root.share("confidence").orElse(0.95);
        Optional<JobObject> bootstrap = root.object("bootstrap");
        int replicates = bootstrap
                .flatMap(it -> it.integer("replicates", 1, MOST_REPLICATES))
                .orElse(1000L)
                .intValue();
        long seed =
                bootstrap.flatMap(it -> it.integer("seed", 0, LARGEST_EXACT)).orElse(7L);
        bootstrap.ifPresent(JobObject::demandNothingElse);
        int smallest = root.integer("minimum_group_size", 0, Integer.MAX_VALUE)
                .orElse(10L)
                .intValue();
        JobObject asked = root.object("options").orElseGet(() -> JobObject.none(file, "options"));
        Optional<TaskSettings> settings =
                JobSettings.read(task, asked, path, models.audited().isPresent());
        AuditJob.Options options = options(task, asked);
        root.demandNothingElse();
        demandGroups(sensitive, intersections, control, references);
        return new AuditJob(
                task,
                dataset,
                models.audited(),
                models.instruments(),
                columns,
                positive,
                favorable,
                threshold,
                sensitive,
                intersections,
                control,
                references,
                confidence,
                replicates,
                seed,
                smallest,
                options,
                settings);
    }

    private AuditTask task() {
        String word = root.demandText("task");
        return AuditTask.of(word)
                .orElseThrow(
                        () -> root.wrong("task", OneLine.quoted(word), "one of " + OneLine.list(AuditTask.words())));
    }

    private AuditJob.Dataset dataset(AuditTask task, JobObject dataset) {
        Path data = JobModel.resolve(dataset, "path", path);
        DataFormat format = dataset.text("format")
                .map(word -> format(dataset, word))
                .orElseGet(() -> task.readsCoco() ? DataFormat.ofCoco(data) : DataFormat.of(data));
        if (!format.isArchive() && (format == DataFormat.COCO) != task.readsCoco()) {
            throw dataset.wrong(
                    "format",
                    OneLine.quoted(format.word()),
                    task.readsCoco() ? "\"coco\", or a folder or archive with such a file" : "a table");
        }
        String usual = task.readsCoco() ? CocoFile.ANNOTATIONS : RowReader.MANIFEST;
        Optional<Sha256Digest> digest = JobModel.digest(dataset);
        String manifest = format.isArchive() ? dataset.text("manifest").orElse(usual) : usual;
        dataset.demandNothingElse();
        return new AuditJob.Dataset(data, format, manifest, digest);
    }

    private static DataFormat format(JobObject dataset, String word) {
        return DataFormat.of(word)
                .orElseThrow(() -> dataset.wrong("format", OneLine.quoted(word), "one of " + DataFormat.words()));
    }

    private static AuditJob.Options options(AuditTask task, JobObject options) {
        boolean classifies = task == AuditTask.BINARY_CLASSIFICATION || task == AuditTask.MULTICLASS_CLASSIFICATION;
        AuditJob.Options none = noOptions();
        List<Integer> bins = classifies
                ? options.integers("calibration_bins", 1, MOST_BINS, 10).orElse(BINS)
                : none.calibrationBins();
        Optional<Double> exclude = classifies ? options.share("ll144_exclude_below") : Optional.empty();
        List<String> classes = task == AuditTask.MULTICLASS_CLASSIFICATION
                ? options.labels("classes", 2, MOST_CLASSES).orElse(List.of())
                : none.classes();
        List<Integer> cutoffs = task == AuditTask.RANKING
                ? options.integers("k", 1, MOST_PLACES, 10).orElse(CUTOFFS)
                : none.cutoffs();
        Optional<AuditJob.WorstSlices> worstSlices =
                task == AuditTask.BINARY_CLASSIFICATION ? worstSlices(options) : none.worstSlices();
        RateInterval rateInterval = task == AuditTask.RANKING || task == AuditTask.REGRESSION
                ? none.rateInterval()
                : options.text("rate_interval")
                        .map(word -> rateInterval(word, options))
                        .orElse(none.rateInterval());
        options.demandNothingElse();
        return new AuditJob.Options(
                bins,
                exclude.isPresent() ? OptionalDouble.of(exclude.get()) : OptionalDouble.empty(),
                classes,
                cutoffs,
                worstSlices,
                rateInterval);
    }

    private static RateInterval rateInterval(String word, JobObject options) {
        for (RateInterval method : RateInterval.values()) {
            if (method.word().equals(word)) {
                return method;
            }
        }
        throw options.wrong("rate_interval", OneLine.quoted(word), "\"wilson\" or \"clopper_pearson\"");
    }

    private static Optional<AuditJob.WorstSlices> worstSlices(JobObject options) {
        if (options.isFalse("worst_slices")) {
            return Optional.empty();
        }
        Optional<JobObject> slices = options.object("worst_slices");
        Optional<Long> depth = slices.flatMap(it -> it.integer("depth", 1, DEEPEST_SLICES));
        Optional<Long> permutations = slices.flatMap(it -> it.integer("permutations", 20, MOST_PERMUTATIONS));
        slices.ifPresent(JobObject::demandNothingElse);
        return Optional.of(new AuditJob.WorstSlices(
                depth.orElse((long) DEEPEST_SLICES).intValue(),
                permutations.isPresent() ? OptionalInt.of(permutations.get().intValue()) : OptionalInt.empty()));
    }

    private static AuditJob.Options noOptions() {
        return new AuditJob.Options(
                BINS,
                OptionalDouble.empty(),
                List.of(),
                CUTOFFS,
                Optional.of(new AuditJob.WorstSlices(DEEPEST_SLICES, OptionalInt.empty())),
                RateInterval.WILSON);
    }

    private void demandGroups(
            List<String> sensitive,
            List<List<String>> intersections,
            List<String> control,
            Map<String, String> references) {
        for (String feature : control) {
            if (sensitive.contains(feature)) {
                throw root.wrong("control_features", OneLine.quoted(feature), "none of the sensitive features");
            }
        }
        List<String> comparable = new ArrayList<>(sensitive);
        for (List<String> intersection : intersections) {
            for (String feature : intersection) {
                if (!sensitive.contains(feature)) {
                    throw root.wrong("intersections", OneLine.quoted(feature), "sensitive features only");
                }
            }
            comparable.add(GroupName.of(intersection));
        }
        for (String feature : references.keySet()) {
            if (!comparable.contains(feature)) {
                throw root.wrong(
                        "reference_groups",
                        OneLine.quoted(feature),
                        comparable.isEmpty()
                                ? "no key without sensitive features"
                                : "one of " + OneLine.list(comparable));
            }
        }
    }
}
