package org.aimass.engine.local;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.AuditJob;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineVersion;
import org.aimass.engine.ObjectSettings;
import org.aimass.engine.OneLine;
import org.aimass.engine.PlanDigest;
import org.aimass.engine.Progress;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoFile;
import org.aimass.engine.data.CocoResults;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.inference.OnnxRuntime;
import org.aimass.engine.metrics.DetectionShape;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.AbsentReference;
import org.aimass.engine.task.Detection;
import org.aimass.engine.task.DetectionPlan;
import org.aimass.engine.task.GroupPlan;
import org.aimass.engine.task.UnusableRows;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** An audit of detections in images, or of poses: reads annotations and detections whole, then judges image by image. */
final class LocalDetection {

    private static final double NANOS = 1e9;
    private static final double SMALL = 32 * 32;
    private static final double LARGE = 96 * 96;
    private static final double LARGEST = 1e10;

    private final AuditJob job;
    private final ObjectSettings settings;
    private final Deadline deadline;
    private final Progress progress;
    private final int threads;
    private final long start;
    private final String file;
    private final CocoFile.Wanted wanted;

    LocalDetection(AuditJob job, Deadline deadline, Progress progress, int threads, long start) {
        this.job = job;
        this.deadline = deadline;
        this.progress = progress;
        this.threads = threads;
        this.start = start;
        settings = (ObjectSettings) job.settings().orElseThrow();
        file = FileBytes.name(job.dataset().path());
        List<String> features = new ArrayList<>(job.sensitiveFeatures());
        features.addAll(job.controlFeatures());
        wanted = new CocoFile.Wanted(features, settings.sigmas().size());
        if (job.model().isEmpty() == settings.detections().isEmpty()) {
            throw new BadInput("options.detections: found "
                    + (job.model().isEmpty() ? "neither a file of detections nor a model" : "both a file and a model")
                    + ", expected one of them");
        }
    }

    AuditOutcome outcome() {
        progress.report(Progress.Stage.READ, 0, 0, true);
        if (job.dataset().format() == DataFormat.COCO) {
            CocoFile dataset = CocoFile.read(job.dataset().path(), wanted, deadline);
            return outcome(dataset, dataset.digest(), null);
        }
        try (Archive archive = Archive.open(job.dataset().path(), job.dataset().format(), deadline)) {
            CocoFile dataset = CocoFile.read(archive, job.dataset().manifest(), wanted, deadline);
            return outcome(dataset, archive.digest(), archive);
        }
    }

    private AuditOutcome outcome(CocoFile dataset, Sha256Digest digest, @Nullable Archive archive) {
        demand(dataset, digest);
        if (settings.detections().isPresent()) {
            CocoResults results = given(settings.detections().get(), dataset, archive);
            return outcome(
                    dataset,
                    new AuditOutcome.Inputs(
                            digest,
                            Optional.empty(),
                            Optional.empty(),
                            PlanDigest.of(job),
                            Optional.of(results.digest())),
                    Optional.empty(),
                    () -> new GivenObjects(results));
        }
        try (ModelObjects found = ModelObjects.open(job, wanted, dataset, archive, deadline)) {
            return outcome(
                    dataset,
                    new AuditOutcome.Inputs(digest, Optional.of(found.digest()), PlanDigest.of(job)),
                    Optional.of(OnnxRuntime.version()),
                    found::newLane);
        }
    }

    private CocoResults given(ObjectSettings.Detections given, CocoFile dataset, @Nullable Archive archive) {
        if (archive == null || !archive.holds(given.name())) {
            return CocoResults.read(given.path(), dataset, wanted, deadline);
        }
        boolean other = !job.dataset()
                .path()
                .resolve(given.name())
                .toAbsolutePath()
                .normalize()
                .equals(given.path().normalize());
        if (other && Files.exists(given.path())) {
            throw new BadInput("options.detections: found " + OneLine.quoted(given.name())
                    + " in the dataset and beside the job, expected one of them");
        }
        return CocoResults.read(archive, given.name(), dataset, wanted, deadline);
    }

    private void demand(CocoFile dataset, Sha256Digest digest) {
        Optional<Sha256Digest> expected = job.dataset().sha256();
        if (expected.isPresent() && !expected.get().equals(digest)) {
            throw new BadInput(file + ": its SHA-256 is " + digest + ", expected " + expected.get());
        }
        if (dataset.annotations().size()
                == dataset.annotations().left(true) + dataset.annotations().left(false)) {
            throw new BadInput(file + ": has no object that is to be found");
        }
    }

    private AuditOutcome outcome(
            CocoFile dataset,
            AuditOutcome.Inputs inputs,
            Optional<String> runtime,
            java.util.function.Supplier<ImageObjects> finders) {
        long read = System.nanoTime();
        DetectionPlan plan = plan(dataset);
        ImageWork work = new ImageWork(dataset, plan, finders, job.model().isPresent(), deadline, progress);
        Detection all = work.done(threads);
        long judged = System.nanoTime();
        progress.report(Progress.Stage.MEASURE, dataset.images(), 1, true);
        TaskOutcome measured = measured(all, dataset);
        deadline.check();
        long end = System.nanoTime();
        return new AuditOutcome(
                new AuditOutcome.Engine(EngineVersion.get(), runtime, "CPU", Machine.processor(), threads, job.seed()),
                inputs,
                rows(dataset),
                measured,
                new AuditOutcome.Timing(
                        (read - start) / NANOS,
                        (judged - read) / NANOS,
                        (end - judged) / NANOS,
                        (end - start) / NANOS));
    }

    private TaskOutcome measured(Detection all, CocoFile dataset) {
        try {
            return all.outcome(dataset.dictionaries());
        } catch (UnusableRows e) {
            throw new BadInput(file + ": " + e.getMessage());
        } catch (AbsentReference e) {
            throw new BadInput("reference_groups: " + e.getMessage());
        }
    }

    private DetectionPlan plan(CocoFile dataset) {
        boolean posed = wanted.keypoints() > 0;
        GroupPlan groups = new GroupPlan(
                job.sensitiveFeatures(),
                job.intersections(),
                job.controlFeatures(),
                job.referenceGroups(),
                false,
                false,
                job.confidence(),
                job.replicates(),
                job.seed(),
                job.minimumGroupSize(),
                job.options().rateInterval());
        List<DetectionShape.Area> areas = new ArrayList<>();
        areas.add(new DetectionShape.Area("all", 0, LARGEST));
        if (!posed) {
            areas.add(new DetectionShape.Area("small", 0, SMALL));
        }
        areas.add(new DetectionShape.Area("medium", SMALL, LARGE));
        areas.add(new DetectionShape.Area("large", LARGE, LARGEST));
        DetectionShape shape = new DetectionShape(
                posed ? "oks" : "iou",
                settings.thresholds(),
                settings.maxDetections(),
                areas,
                dataset.categories(),
                job.threshold(),
                settings.alphas(),
                posed ? dataset.keypoints() : List.of());
        return new DetectionPlan(groups, dataset.ofImages(), shape, settings.sigmas());
    }

    private static AuditOutcome.Rows rows(CocoFile dataset) {
        List<AuditOutcome.LeftOut> leftOut = new ArrayList<>();
        IntStream.of(0, 1).forEach(i -> {
            long rows = dataset.annotations().left(i == 0);
            if (rows > 0) {
                leftOut.add(new AuditOutcome.LeftOut(i == 0 ? "crowd" : "no labelled keypoint", rows));
            }
        });
        return new AuditOutcome.Rows(dataset.annotations().size(), leftOut);
    }
}
