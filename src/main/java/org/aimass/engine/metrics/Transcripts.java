package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The snippets of speech that were understood worst: highest word error rate first, of equal ones those with more errors. */
public record Transcripts(List<Snippet> snippets) {

    /**
     * One of them.
     *
     * @param line where it stands in the dataset
     * @param features its values of the sensitive features
     * @param reference what was said, as it was compared, its start only if it is long
     * @param answer what was understood, in the same way
     * @param errors what turns the one into the other
     */
    public record Snippet(
            long line, Map<String, String> features, String reference, String answer, SnippetErrors errors) {
        public Snippet {
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        }
    }

    public Transcripts {
        snippets = List.copyOf(snippets);
    }
}
