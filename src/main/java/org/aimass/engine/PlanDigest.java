package org.aimass.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.aimass.engine.data.Preprocessing;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Hearing;
import org.aimass.shared.Sha256Digest;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The digest of what a job measures, wherever its files lie: the job with its defaults filled in and without paths and file
 * digests, as canonical JSON (RFC 8785).
 */
public final class PlanDigest {

    private PlanDigest() {}

    public static Sha256Digest of(AuditJob job) {
        try {
            return Sha256Digest.of(new JsonCanonicalizer(JsonTree.write(plan(job))).getEncodedUTF8());
        } catch (IOException e) {
            throw new BadInput("the job holds text that is not Unicode (" + e.getMessage() + ")");
        }
    }

    private static ObjectNode plan(AuditJob job) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("task", job.task().word());
        job.model().ifPresent(model -> model(model, job.instruments(), plan.putObject("model")));
        job.instruments().toxicity().ifPresent(it -> judge(it, plan.putObject("toxicity")));
        job.instruments().sentiment().ifPresent(it -> judge(it, plan.putObject("sentiment")));
        job.instruments().ear().ifPresent(it -> ear(it, plan.putObject("ear")));
        job.instruments().voices().ifPresent(it -> {
            judge(it.evaluator(), plan.putObject("speaker"));
            hearing(it.hearing(), plan.withObject("/speaker").putObject("audio"));
        });
        ObjectNode columns = plan.putObject("columns");
        job.columns().byRole().forEach((role, column) -> columns.put(role.word(), column));
        if (!job.columns().scores().isEmpty()) {
            texts(job.columns().scores(), columns, "scores");
        }
        job.columns().vectors().forEach((role, vector) -> texts(vector, columns, role.word()));
        plan.put("positive_label", job.positiveLabel());
        plan.put("favorable_label", job.favorableLabel());
        plan.put("threshold", job.threshold());
        texts(job.sensitiveFeatures(), plan, "sensitive_features");
        var intersections = plan.putArray("intersections");
        job.intersections().forEach(names -> {
            var list = intersections.addArray();
            names.forEach(list::add);
        });
        texts(job.controlFeatures(), plan, "control_features");
        ObjectNode references = plan.putObject("reference_groups");
        job.referenceGroups().forEach(references::put);
        plan.put("confidence", job.confidence());
        plan.putObject("bootstrap").put("replicates", job.replicates()).put("seed", job.seed());
        plan.put("minimum_group_size", job.minimumGroupSize());
        options(job, plan.putObject("options"));
        return plan;
    }

    /** Only what the task reads. */
    private static void options(AuditJob job, ObjectNode options) {
        job.settings().ifPresent(settings -> settings.write(options));
        boolean multiclass = job.task() == AuditTask.MULTICLASS_CLASSIFICATION;
        if (multiclass || job.task() == AuditTask.BINARY_CLASSIFICATION) {
            numbers(job.options().calibrationBins(), options, "calibration_bins");
            job.options().ll144ExcludeBelow().ifPresent(share -> options.put("ll144_exclude_below", share));
        }
        if (job.task() != AuditTask.RANKING && job.task() != AuditTask.REGRESSION) {
            options.put("rate_interval", job.options().rateInterval().word());
        }
        if (job.task() == AuditTask.BINARY_CLASSIFICATION) {
            job.options()
                    .worstSlices()
                    .ifPresentOrElse(
                            slices -> worstSlices(slices, options.putObject("worst_slices")),
                            () -> options.put("worst_slices", false));
        }
        if (multiclass) {
            texts(job.options().classes(), options, "classes");
        }
        if (job.task() == AuditTask.RANKING) {
            numbers(job.options().cutoffs(), options, "k");
        }
    }

    private static void worstSlices(AuditJob.WorstSlices slices, ObjectNode into) {
        into.put("depth", slices.depth());
        slices.permutations().ifPresent(permutations -> into.put("permutations", permutations));
    }

    private static void judge(Instruments.Evaluator judge, ObjectNode into) {
        into.put("sha256", judge.sha256().hex());
        judge.output().ifPresent(name -> into.put("output", name));
        judge.index().ifPresent(index -> into.put("index", index));
    }

    private static void text(TextModel text, ObjectNode into) {
        if (text.begin().isPresent() || text.end().isPresent()) {
            ObjectNode tokens = into.putObject("text");
            text.begin().ifPresent(begin -> tokens.put("begin", begin));
            text.end().ifPresent(end -> tokens.put("end", end));
        }
    }

    private static void model(AuditJob.Model model, Instruments instruments, ObjectNode into) {
        ObjectNode inputs = into.putObject("inputs");
        model.inputs().forEach((name, columns) -> texts(columns, inputs, name));
        ObjectNode output = into.putObject("output");
        model.output().ifPresent(name -> output.put("name", name));
        model.index().ifPresent(index -> output.put("index", index));
        model.images().ifPresent(images -> images(images, into.putObject("images")));
        instruments.images().ifPresent(it -> into.put("evaluator", it.sha256().hex()));
        model.text().ifPresent(text -> text(text, into));
        model.objects().ifPresent(objects -> objects(objects, into.putObject("objects")));
        model.voice().ifPresent(voice -> {
            ObjectNode spoken = into.putObject("voice").put("sample_rate", voice.sampleRate());
            texts(voice.tokens(), spoken, "vocabulary");
        });
        model.acoustics().ifPresent(acoustics -> acoustics(acoustics, into.putObject("audio")));
    }

    private static void objects(DetectorOutputs objects, ObjectNode into) {
        objects.boxes().ifPresent(name -> into.put("boxes", name));
        objects.scores().ifPresent(name -> into.put("scores", name));
        objects.labels().ifPresent(name -> into.put("labels", name));
        objects.keypoints().ifPresent(name -> into.put("keypoints", name));
        into.put("order", objects.order().name());
        into.put("space", objects.space().name());
        var categories = into.putArray("categories");
        objects.categories().forEach(categories::add);
    }

    private static void ear(Instruments.Ear ear, ObjectNode into) {
        ear.sha256().ifPresent(digest -> into.put("sha256", digest.hex()));
        ear.output().ifPresent(name -> into.put("output", name));
        acoustics(ear.acoustics(), into.putObject("audio"));
    }

    private static void hearing(Hearing hearing, ObjectNode into) {
        into.put("sample_rate", hearing.sampleRate());
        into.put("normalize", hearing.normalized());
        hearing.mel().ifPresent(mel -> into.putObject("log_mel")
                .put("mels", mel.bands())
                .put("window", mel.window())
                .put("hop", mel.hop())
                .put("preemphasis", mel.preemphasis()));
    }

    private static void acoustics(Acoustics acoustics, ObjectNode into) {
        hearing(acoustics.hearing(), into);
        into.put("blank", acoustics.vocabulary().blank());
        into.put("separator", acoustics.vocabulary().separator());
        texts(acoustics.vocabulary().tokens(), into, "vocabulary");
    }

    private static void images(Preprocessing images, ObjectNode into) {
        into.put("channels", images.channels().name());
        into.put("layout", images.layout().name());
        ObjectNode resize = into.putObject("resize");
        images.shorterSide().ifPresent(side -> resize.put("shorter_side", side));
        images.resize().ifPresent(size -> size(size, resize));
        ObjectNode crop = into.putObject("crop");
        images.crop().ifPresent(size -> size(size, crop));
        into.put("scale", images.scale());
        var means = into.putArray("mean");
        images.means().forEach(means::add);
        var deviations = into.putArray("standard_deviation");
        images.deviations().forEach(deviations::add);
    }

    private static void size(Preprocessing.Size size, ObjectNode into) {
        into.put("width", size.width()).put("height", size.height());
    }

    private static void texts(List<String> texts, ObjectNode into, String key) {
        var list = into.putArray(key);
        texts.forEach(list::add);
    }

    private static void numbers(List<Integer> numbers, ObjectNode into, String key) {
        var list = into.putArray(key);
        numbers.forEach(list::add);
    }
}
