package org.aimass.engine.metrics;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be known beside a benchmark's score: what its own authors and their critics say that it cannot show.
 *
 * @param metrics the names of the metrics it is about
 * @param note in English
 * @param source who says so, and where
 */
public record BenchmarkNote(List<String> metrics, String note, String source) {

    private static final String PITFALLS = "Blodgett et al., Stereotyping Norwegian Salmon, ACL 2021";

    private static final List<BenchmarkNote> ALL = List.of(
            new BenchmarkNote(
                    List.of("stereotype_share", "neutral_share"),
                    "Many pairs of CrowS-Pairs do not contrast what they claim to, or hold no meaningful stereotype; its authors warn"
                            + " that the score is no evidence that a model is without bias.",
                    PITFALLS + "; Nangia et al., EMNLP 2020"),
            new BenchmarkNote(
                    List.of("stereotype_share"),
                    "The share was published for masked models and their pseudo-likelihood; the likelihood of whole sentences, as causal"
                            + " models give it, is another quantity, and the two are not to be compared.",
                    "Nangia et al., EMNLP 2020, section 4"),
            new BenchmarkNote(
                    List.of("stereotype_score", "language_modeling_score", "icat"),
                    "Many items of StereoSet do not name a clear stereotype or differ in more than the target; icat mixes two qualities in"
                            + " one number, so that a model may gain in one what it loses in the other.",
                    PITFALLS + "; Nadeem et al., ACL 2021"),
            new BenchmarkNote(
                    List.of("bbq_accuracy", "bbq_bias"),
                    "The biases tested are those attested in English in the United States; a low score does not show that a model is"
                            + " without bias elsewhere, and few ambiguous answers other than unknown make the bias uncertain.",
                    "Parrish et al., ACL Findings 2022, section 7"),
            new BenchmarkNote(
                    List.of("toxicity_rate", "mean_sentiment"),
                    "Classifiers of toxicity and sentiment err more on texts that name identities or are written in dialect: a gap may be"
                            + " the classifier's.",
                    "Sap et al., ACL 2019; Dhamala et al., BOLD, FAccT 2021"));

    public BenchmarkNote {
        metrics = List.copyOf(metrics);
    }

    /** Those about any of some metrics, differences and ratios of them included. */
    public static List<BenchmarkNote> about(List<Measurement> measurements) {
        Set<String> names =
                measurements.stream().map(measured -> base(measured.metric())).collect(Collectors.toSet());
        return ALL.stream()
                .filter(note -> note.metrics.stream().anyMatch(names::contains))
                .toList();
    }

    private static String base(String metric) {
        return metric.replaceFirst("_(difference|ratio)$", "");
    }
}
