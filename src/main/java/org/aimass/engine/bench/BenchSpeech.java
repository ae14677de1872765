package org.aimass.engine.bench;

import static org.aimass.engine.bench.BenchTask.BY_REGION;
import static org.aimass.engine.bench.BenchTask.MODEL;
import static org.aimass.engine.bench.BenchTask.OTHER;

import java.nio.file.Files;
import java.util.List;
import java.util.Random;

/** The tasks whose models hear, speak or write. */
final class BenchSpeech {

    private static final int SNIPPETS = 600;
    private static final int SECONDS = 5;
    private static final int SAID = 12;
    /** Words of a sentence that is spoken, or that a language model is asked about. */
    private static final int WORDS = 8;

    private static final String HEARD = "heard.txt";
    private static final String SPOKEN = "spoken.txt";

    private BenchSpeech() {}

    static List<BenchTask> tasks(int most) {
        int count = Math.min(most, SNIPPETS);
        return List.of(recognition(count), synthesis(count), texts(count));
    }

    private static BenchTask.Raw ear(String file, int count, long samples) {
        return new BenchTask.Raw(file, count, "frames", 0, 1, samples);
    }

    /** Recordings of five seconds. */
    private static BenchTask recognition(int count) {
        return new BenchTask(
                "speech_recognition",
                count,
                folder -> {
                    BenchFiles.recordings(folder, count, SECONDS);
                    Files.write(folder.resolve(MODEL), BenchNets.ear());
                    Files.writeString(folder.resolve(HEARD), BenchFiles.alphabet("<pad>", "|"));
                    Random random = new Random(1);
                    BenchTask.manifest(
                            folder,
                            "file,said",
                            count,
                            row -> BenchFiles.recording(row) + "," + BenchFiles.words(random, SAID));
                },
                List.of(ear(MODEL, count, (long) SECONDS * BenchFiles.RATE)),
                """
                {"task":"speech_recognition","dataset":{"path":"."},"columns":{"reference":"said","audio":"file"},
                 "model":{"path":"%s","vocabulary":"%s"},%s}
                """.formatted(MODEL, HEARD, BY_REGION));
    }

    /** Sentences that one model says and another hears. */
    private static BenchTask synthesis(int count) {
        long letters = 7 * WORDS - 1;
        return new BenchTask(
                "speech_synthesis",
                count,
                folder -> {
                    Files.write(folder.resolve(MODEL), BenchNets.mouth());
                    Files.write(folder.resolve(OTHER), BenchNets.ear());
                    Files.writeString(folder.resolve(HEARD), BenchFiles.alphabet("<pad>", "|"));
                    Files.writeString(folder.resolve(SPOKEN), BenchFiles.alphabet("_", " "));
                    Random random = new Random(2);
                    BenchTask.manifest(folder, "text", count, row -> BenchFiles.words(random, WORDS));
                },
                List.of(
                        new BenchTask.Raw(MODEL, count, "sound", BenchNets.LETTERS, 1, letters),
                        ear(OTHER, count, letters * BenchNets.SPOKEN)),
                """
                {"task":"speech_synthesis","dataset":{"path":"manifest.csv"},"columns":{"text":"text"},
                 "model":{"path":"%s","vocabulary":"%s","evaluator":{"path":"%s","vocabulary":"%s"}},%s}
                """.formatted(MODEL, SPOKEN, OTHER, HEARD, BY_REGION));
    }

    /** Pairs of sentences, each behind the token that begins texts. */
    private static BenchTask texts(int count) {
        return new BenchTask(
                "text_generation",
                count,
                folder -> {
                    Files.write(folder.resolve(MODEL), BenchNets.language());
                    Files.writeString(folder.resolve("tokenizer.json"), BenchFiles.tokenizer());
                    Random random = new Random(3);
                    BenchTask.manifest(
                            folder,
                            "more,less",
                            count,
                            row -> BenchFiles.words(random, WORDS) + "," + BenchFiles.words(random, WORDS));
                },
                List.of(new BenchTask.Raw(
                        MODEL, 2L * count, "logits", BenchNets.TOKENS, 1, 1L + BenchFiles.tokens(WORDS))),
                """
                {"task":"text_generation","dataset":{"path":"manifest.csv"},"columns":{"more":"more","less":"less"},
                 "model":{"path":"%s","text":{"tokenizer":"tokenizer.json","begin":"<s>"}},%s,
                 "options":{"protocol":"pairs"}}
                """.formatted(MODEL, BY_REGION));
    }
}
