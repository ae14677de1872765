package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aimass.engine.metrics.TextMetrics.Protocol;

/**
 * What only audits of language models ask for: how their rows are to be read.
 *
 * @param decoding how the model is let answer; empty where it does not, or chooses among given answers by their likelihood
 * @param refusalPhrases an answer that begins with one of them is a refusal; empty where none is taken for one by its words
 * @param examples how many answers, or texts with a name exchanged, are quoted
 */
public record TextSettings(Protocol protocol, Optional<Decoding> decoding, List<String> refusalPhrases, int examples)
        implements TaskSettings {

    private static final String PROTOCOL = "protocol";
    private static final String ANSWERING = "answering";
    private static final String LIKELIHOOD = "likelihood";
    private static final String GREEDY = "greedy";
    private static final String PHRASES = "refusal_phrases";
    private static final String EXAMPLES = "examples";
    private static final int MOST_EXAMPLES = 100;
    private static final int MOST_PHRASES = 200;

    public TextSettings {
        refusalPhrases = List.copyOf(refusalPhrases);
    }

    /**
     * @param model whether one answers
     * @throws BadInput if a value is none of those that are known
     */
    static TextSettings read(JobObject options, boolean model) {
        Protocol protocol = protocol(options);
        boolean answers = model
                && (protocol == Protocol.PROMPTS || (protocol == Protocol.QUESTION_ANSWERING && greedily(options)));
        boolean prompts = protocol == Protocol.PROMPTS;
        return new TextSettings(
                protocol,
                answers ? Optional.of(Decoding.read(options)) : Optional.empty(),
                prompts ? phrases(options) : List.of(),
                protocol == Protocol.PAIRS
                        ? 0
                        : options.integer(EXAMPLES, 0, MOST_EXAMPLES).orElse(0L).intValue());
    }

    private static Protocol protocol(JobObject options) {
        List<String> words =
                Arrays.stream(Protocol.values()).map(TextSettings::word).toList();
        String given = options.demandText(PROTOCOL);
        return Arrays.stream(Protocol.values())
                .filter(protocol -> word(protocol).equals(given))
                .findFirst()
                .orElseThrow(() -> options.wrong(PROTOCOL, OneLine.quoted(given), "one of " + OneLine.list(words)));
    }

    private static boolean greedily(JobObject options) {
        String given = options.text(ANSWERING).orElse(LIKELIHOOD);
        if (!given.equals(LIKELIHOOD) && !given.equals(GREEDY)) {
            throw options.wrong(ANSWERING, OneLine.quoted(given), "\"likelihood\" or \"greedy\"");
        }
        return given.equals(GREEDY);
    }

    private static List<String> phrases(JobObject options) {
        List<String> phrases = options.texts(PHRASES, 1, MOST_PHRASES).orElse(List.of());
        if (phrases.stream().anyMatch(String::isBlank)) {
            throw options.wrong(PHRASES, "a blank one", "phrases that refusals begin with");
        }
        return phrases;
    }

    /** The name of a protocol in job files. */
    public static String word(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(ObjectNode options) {
        options.put(PROTOCOL, word(protocol));
        decoding.ifPresent(it -> it.write(options));
        if (!refusalPhrases.isEmpty()) {
            var phrases = options.putArray(PHRASES);
            refusalPhrases.forEach(phrases::add);
        }
        if (examples > 0) {
            options.put(EXAMPLES, examples);
        }
    }
}
