package org.aimass.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Hearing;
import org.aimass.engine.speech.LogMel;
import org.aimass.engine.speech.Vocabulary;
import org.aimass.engine.speech.Voice;

/** Reads {@code model.audio} and the vocabulary of a model of speech. */
final class JobAcoustics {

    private static final int USUAL_RATE = 16_000;
    private static final String SAMPLES = "samples";
    private static final String LOG_MEL = "log_mel";
    private static final long BANDS = 80;
    private static final int MOST_BANDS = 256;
    /** In milliseconds. */
    private static final double WINDOW = 25;

    private static final double LONGEST_WINDOW = 200;
    private static final double HOP = 10;
    private static final double PREEMPHASIS = 0.97;

    private final JobObject model;

    private JobAcoustics(JobObject model) {
        this.model = model;
    }

    /**
     * @param folder the job file, beside which the vocabulary lies
     * @throws BadInput if the vocabulary cannot be read, or is none
     */
    static Acoustics read(JobObject model, Path folder) {
        String vocabulary = model.demandText("vocabulary");
        try {
            return new JobAcoustics(model)
                    .read(folder.toAbsolutePath().resolveSibling(vocabulary), model.object("audio"));
        } catch (InvalidPathException e) {
            throw model.wrong("vocabulary", OneLine.quoted(vocabulary), "a path");
        }
    }

    /**
     * The same of a model that speaks.
     *
     * @throws BadInput if the vocabulary cannot be read, or is none
     */
    static Voice readVoice(JobObject model, Path folder) {
        String vocabulary = model.demandText("vocabulary");
        try {
            Path file = folder.toAbsolutePath().resolveSibling(vocabulary);
            Optional<JobObject> audio = model.object("audio");
            Voice voice = new Voice(rate(audio), VocabularyFile.read(file));
            audio.ifPresent(JobObject::demandNothingElse);
            return voice;
        } catch (InvalidPathException e) {
            throw model.wrong("vocabulary", OneLine.quoted(vocabulary), "a path");
        }
    }

    /** The sound that a model takes which says nothing about it but numbers. */
    static Hearing readHearing(JobObject model) {
        Optional<JobObject> audio = model.object("audio");
        Hearing hearing = hearing(audio);
        audio.ifPresent(JobObject::demandNothingElse);
        return hearing;
    }

    private static Hearing hearing(Optional<JobObject> audio) {
        return new Hearing(
                rate(audio),
                audio.map(it -> it.isTrue("normalize")).orElse(false),
                audio.flatMap(JobAcoustics::spectrogram));
    }

    private static Optional<LogMel> spectrogram(JobObject audio) {
        String features = audio.text("features").orElse(SAMPLES);
        if (features.equals(SAMPLES)) {
            return Optional.empty();
        }
        if (!features.equals(LOG_MEL)) {
            throw audio.wrong("features", OneLine.quoted(features), "\"samples\" or \"log_mel\"");
        }
        double window = audio.number("window", 1, LONGEST_WINDOW).orElse(WINDOW);
        return Optional.of(new LogMel(
                audio.integer("mels", 1, MOST_BANDS).orElse(BANDS).intValue(),
                window,
                audio.number("hop", 1, window).orElse(Math.min(HOP, window)),
                audio.number("preemphasis", 0, 1).orElse(PREEMPHASIS)));
    }

    private static int rate(Optional<JobObject> audio) {
        return audio.flatMap(it -> it.integer("sample_rate", 1_000, 384_000))
                .orElse((long) USUAL_RATE)
                .intValue();
    }

    private Acoustics read(Path file, Optional<JobObject> audio) {
        List<String> tokens = VocabularyFile.read(file);
        Optional<String> named = audio.flatMap(it -> it.text("blank"));
        int blank = VocabularyFile.blank(tokens, named)
                .orElseThrow(() -> model.wrong(
                        "audio.blank",
                        named.map(OneLine::quoted).orElse("none"),
                        "the token of the vocabulary that says nothing"));
        String separator = audio.flatMap(it -> it.text("separator")).orElse("|");
        Hearing hearing = hearing(audio);
        audio.ifPresent(JobObject::demandNothingElse);
        return new Acoustics(hearing, new Vocabulary(tokens, blank, separator));
    }
}
