package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aimass.engine.metrics.TextMetrics;

/** What only audits of language models ask for: how their rows are to be read. */
public record TextSettings(TextMetrics.Protocol protocol) implements TaskSettings {

    private static final String KEY = "protocol";

    /** @throws BadInput if it is none of those that are known */
    static TextSettings read(JobObject options) {
        List<String> words = Arrays.stream(TextMetrics.Protocol.values())
                .map(TextSettings::word)
                .toList();
        String given = options.demandText(KEY);
        return Arrays.stream(TextMetrics.Protocol.values())
                .filter(protocol -> word(protocol).equals(given))
                .findFirst()
                .map(TextSettings::new)
                .orElseThrow(() -> options.wrong(KEY, OneLine.quoted(given), "one of " + OneLine.list(words)));
    }

    /** The name of a protocol in job files. */
    public static String word(TextMetrics.Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(ObjectNode options) {
        options.put(KEY, word(protocol));
    }
}
