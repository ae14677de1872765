package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.Decoding;

/** Asks a language model, text by text, on one thread. */
public final class LanguageLane implements AutoCloseable {

    private static final int MOST_TOKENS = 4_096;
    private static final long MOST_LOGITS = 1L << 26;

    private final LanguageModel language;
    private final Stoppable stoppable;

    LanguageLane(LanguageModel language) {
        this.language = language;
        stoppable = new Stoppable(language.model().file(), language.deadline());
    }

    /**
     * The natural logarithm of the chance of a text: of each token given those before it, the first given the one that begins texts, or
     * left out where there is none.
     *
     * @throws IllegalArgumentException at a text that cannot be asked about; its message is what was expected
     * @throws BadInput if the model does not answer as it should
     */
    public double logLikelihood(String text) {
        return logLikelihood("", text);
    }

    /**
     * The same of a text behind another, whose own chance is left out.
     *
     * @param before what stands before; empty for nothing
     */
    public double logLikelihood(String before, String text) {
        long[] start = LongStream.concat(
                        language.begin().stream().asLongStream(),
                        Arrays.stream(language.tokenizer().encode(before)).asLongStream())
                .toArray();
        long[] tokens = LongStream.concat(
                        LongStream.of(start),
                        Arrays.stream(language.tokenizer().encode(text)).asLongStream())
                .toArray();
        if (tokens.length < 2 || tokens.length > MOST_TOKENS) {
            throw new IllegalArgumentException("a text of 2 to " + MOST_TOKENS + " tokens, not " + tokens.length);
        }
        return ask(tokens, logits -> sum(logits, tokens, Math.max(1, start.length)));
    }

    /**
     * How the model goes on behind a text: with the likeliest token each time, of equally likely ones the first, until one ends the
     * answer, or it is as long as it may be. The text is asked about anew for each token.
     *
     * @return without the token that ends it, and without its first line break and what follows where one line is asked for
     * @throws IllegalArgumentException at a text that cannot be asked about; its message is what was expected
     * @throws BadInput if the model does not answer as it should
     */
    public String answer(String prompt, Decoding decoding) {
        long[] asked = LongStream.concat(
                        language.begin().stream().asLongStream(),
                        Arrays.stream(language.tokenizer().encode(prompt)).asLongStream())
                .toArray();
        int most = MOST_TOKENS - decoding.mostTokens();
        if (asked.length < 1 || asked.length > most) {
            throw new IllegalArgumentException("a text of 1 to " + most + " tokens, not " + asked.length);
        }
        int[] answer = new int[decoding.mostTokens()];
        String said = "";
        for (int count = 0; count < answer.length; ) {
            long[] tokens = Arrays.copyOf(asked, asked.length + count);
            for (int i = 0; i < count; i++) {
                tokens[asked.length + i] = answer[i];
            }
            int next = ask(tokens, this::likeliest);
            if (next == language.end().orElse(-1)) {
                return said;
            }
            answer[count++] = next;
            said = language.tokenizer().decode(answer, count);
            int lineBreak = decoding.oneLine() ? said.indexOf('\n') : -1;
            if (lineBreak >= 0) {
                return said.substring(0, lineBreak);
            }
        }
        return said;
    }

    /** What follows from the logits of some tokens. */
    private <T> T ask(long[] tokens, Function<Logits, T> follows) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        language.deadline().check();
        try {
            for (String input : language.inputs()) {
                inputs.put(input, tensor(values(input, tokens)));
            }
            try (OrtSession.Result result =
                    language.model().session().run(inputs, Set.of(language.output()), stoppable.options())) {
                language.deadline().check();
                return follows.apply(logits((OnnxTensor) result.get(0), tokens.length));
            }
        } catch (OrtException e) {
            language.deadline().check();
            throw OnnxModel.refusal(language.model().file() + ": cannot answer for a text", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /** Masks hold ones, positions count from 0, whatever else takes the tokens. */
    private static long[] values(String input, long[] tokens) {
        if (input.contains("mask")) {
            return LongStream.generate(() -> 1).limit(tokens.length).toArray();
        }
        return input.contains("position") ? LongStream.range(0, tokens.length).toArray() : tokens;
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OnnxRuntime.environment(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** For each of some tokens, one after the other, the logit of each of the vocabulary to be the next. */
    private record Logits(FloatBuffer values, int tokens, int vocabulary) {}

    private Logits logits(OnnxTensor tensor, int tokens) {
        long[] shape = tensor.getInfo().getShape();
        if (shape.length != 3
                || shape[0] != 1
                || shape[1] != tokens
                || shape[2] < language.tokenizer().size()
                || shape[1] * shape[2] > MOST_LOGITS) {
            throw new BadInput("%s: gives logits of shape %s for %d tokens of a vocabulary of %d; expected %s"
                    .formatted(
                            language.model().file(),
                            Arrays.toString(shape),
                            tokens,
                            language.tokenizer().size(),
                            "[1, tokens, vocabulary], of at most " + MOST_LOGITS));
        }
        return new Logits(tensor.getFloatBuffer(), tokens, (int) shape[2]);
    }

    /** Of the tokens that the tokenizer has the one that is likeliest behind the last one. */
    private int likeliest(Logits logits) {
        int from = (logits.tokens - 1) * logits.vocabulary;
        int best = -1;
        for (int token = 0; token < language.tokenizer().size(); token++) {
            float logit = logits.values.get(from + token);
            if (Float.isNaN(logit)) {
                throw new BadInput(language.model().file() + ": a logit is NaN, expected a number");
            }
            if (language.tokenizer().has(token) && (best < 0 || logit > logits.values.get(from + best))) {
                best = token;
            }
        }
        return best;
    }

    private double sum(Logits logits, long[] tokens, int first) {
        double sum = 0;
        for (int place = first; place < tokens.length; place++) {
            sum += logChance(logits.values, (place - 1) * logits.vocabulary, logits.vocabulary, (int) tokens[place]);
        }
        return sum;
    }

    private double logChance(FloatBuffer logits, int from, int size, int token) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, logits.get(from + i));
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += StrictMath.exp(logits.get(from + i) - most);
        }
        double chance = logits.get(from + token) - most - StrictMath.log(sum);
        if (!(chance > -0x1p30)) {
            throw new BadInput(language.model().file() + ": the logarithm of a token's chance is " + chance
                    + ", expected a number");
        }
        return chance;
    }

    @Override
    public void close() {
        stoppable.close();
    }
}
