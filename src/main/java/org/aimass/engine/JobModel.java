package org.aimass.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.data.Preprocessing;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Hearing;
import org.aimass.shared.Sha256Digest;

/**
 * The models that a job names.
 *
 * @param audited empty where the dataset brings the answers
 */
record JobModel(Optional<AuditJob.Model> audited, Instruments instruments) {

    private static final int MOST_COLUMNS = 20_000;
    private static final String PATH = "path";

    /** Whether the job names any. */
    boolean any() {
        return audited.isPresent() || instruments.judgeTexts() || instruments.hearSpeech();
    }

    /**
     * @param model empty where the job names none
     * @param job the job file, which paths are relative to
     * @throws BadInput if a key is missing, unknown, or none of the task
     */
    static JobModel read(AuditTask task, Optional<JobObject> model, Path job) {
        if (model.isEmpty()) {
            return new JobModel(Optional.empty(), Instruments.NONE);
        }
        JobObject given = model.get();
        JobModel read =
                switch (task) {
                    case SPEECH_SYNTHESIS -> speech(given, job);
                    case TEXT_GENERATION -> texts(given, job);
                    case IMAGE_GENERATION ->
                        new JobModel(
                                Optional.of(model(task, given, job)),
                                Instruments.ofImages(evaluator(given.demandObject("evaluator"), job, false)));
                    default -> new JobModel(Optional.of(model(task, given, job)), Instruments.NONE);
                };
        given.demandNothingElse();
        return read;
    }

    /** Of language models the one that answers, and those that judge the answers; one of both may do without the other. */
    private static JobModel texts(JobObject model, Path job) {
        Instruments judges = Instruments.ofTexts(
                model.object("evaluator").map(it -> evaluator(it, job, true)),
                model.object("sentiment").map(it -> evaluator(it, job, true)));
        boolean answers = model.text(PATH).isPresent() || !judges.judgeTexts();
        return new JobModel(
                answers ? Optional.of(model(AuditTask.TEXT_GENERATION, model, job)) : Optional.empty(), judges);
    }

    /** Of speech synthesis the one that speaks, and those that hear it, or what was recorded beforehand. */
    private static JobModel speech(JobObject model, Path job) {
        boolean speaks = model.text(PATH).isPresent();
        Optional<Instruments.Ear> ear = model.object("evaluator").map(it -> ear(it, job));
        Optional<Instruments.Voices> voices = model.object("speaker").map(it -> voices(it, job));
        if (!speaks && ear.isEmpty() && voices.isEmpty()) {
            model.demandObject("evaluator");
        }
        return new JobModel(
                speaks ? Optional.of(speaking(model, job)) : Optional.empty(), Instruments.ofSpeech(ear, voices));
    }

    private static AuditJob.Model speaking(JobObject model, Path job) {
        return new AuditJob.Model(
                resolve(model, PATH, job),
                digest(model),
                Map.of(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(JobAcoustics.readVoice(model, job)),
                Optional.empty());
    }

    private static Instruments.Ear ear(JobObject ear, Path job) {
        Instruments.Ear read = new Instruments.Ear(
                resolve(ear, PATH, job), digest(ear), Output.read(ear).name, JobAcoustics.read(ear, job));
        ear.demandNothingElse();
        return read;
    }

    private static Instruments.Voices voices(JobObject voices, Path job) {
        Hearing hearing = JobAcoustics.readHearing(voices);
        return new Instruments.Voices(evaluator(voices, job, true), hearing);
    }

    private static AuditJob.Model model(AuditTask task, JobObject model, Path job) {
        Path onnx = resolve(model, PATH, job);
        Optional<Sha256Digest> digest = digest(model);
        Map<String, List<String>> inputs = model.textListMap("inputs", MOST_COLUMNS, MOST_COLUMNS);
        Output output = Output.read(model);
        Optional<Preprocessing> images = model.object("images").map(JobImages::read);
        Optional<DetectorOutputs> objects = task.readsCoco()
                ? Optional.of(JobObjects.read(model.demandObject("objects"), task == AuditTask.POSE_ESTIMATION))
                : Optional.empty();
        Optional<Acoustics> acoustics =
                task == AuditTask.SPEECH_RECOGNITION ? Optional.of(JobAcoustics.read(model, job)) : Optional.empty();
        Optional<TextModel> text =
                task == AuditTask.TEXT_GENERATION ? model.object("text").map(it -> text(it, job)) : Optional.empty();
        return new AuditJob.Model(
                onnx, digest, inputs, output.name, output.index, images, objects, acoustics, Optional.empty(), text);
    }

    /** Which output holds the answer, and where in it. */
    private record Output(Optional<String> name, OptionalInt index) {

        static Output read(JobObject model) {
            Optional<JobObject> output = model.object("output");
            Optional<String> name = output.flatMap(it -> it.text("name"));
            Optional<Long> index = output.flatMap(it -> it.integer("index", 0, MOST_COLUMNS));
            output.ifPresent(JobObject::demandNothingElse);
            return new Output(
                    name, index.isPresent() ? OptionalInt.of(index.get().intValue()) : OptionalInt.empty());
        }
    }

    /** @param chooses whether the job may say which output is meant */
    private static Instruments.Evaluator evaluator(JobObject evaluator, Path job, boolean chooses) {
        Path onnx = resolve(evaluator, PATH, job);
        Sha256Digest digest =
                digest(evaluator).orElseThrow(() -> evaluator.wrong("sha256", "none", "the digest of what measures"));
        Output output = chooses ? Output.read(evaluator) : new Output(Optional.empty(), OptionalInt.empty());
        evaluator.demandNothingElse();
        return new Instruments.Evaluator(onnx, digest, output.name, output.index);
    }

    private static TextModel text(JobObject text, Path job) {
        Path tokenizer = resolve(text, "tokenizer", job);
        Optional<String> begin = text.text("begin");
        Optional<String> end = text.text("end");
        text.demandNothingElse();
        return new TextModel(tokenizer, begin, end);
    }

    /** The file that a key names. */
    static Path resolve(JobObject object, String key, Path job) {
        String text = object.demandText(key);
        try {
            return job.toAbsolutePath().resolveSibling(text);
        } catch (InvalidPathException e) {
            throw object.wrong(key, OneLine.quoted(text), "a path");
        }
    }

    /** What the digest of a file must be. */
    static Optional<Sha256Digest> digest(JobObject object) {
        return object.text("sha256").map(text -> {
            String hex = text.toLowerCase(Locale.ROOT);
            if (!hex.matches("[0-9a-f]{64}")) {
                throw object.wrong("sha256", OneLine.quoted(text), "64 hexadecimal digits");
            }
            return new Sha256Digest(hex);
        });
    }
}
