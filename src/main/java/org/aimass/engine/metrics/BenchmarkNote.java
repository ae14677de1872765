package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be known beside a benchmark's score: what its own authors and their critics say that it cannot show.
 *
 * @param metrics the names of the metrics it is about
 * @param note in English
 * @param source who says so, and where
 */
public record BenchmarkNote(List<String> metrics, String note, String source) {

    private static final List<String> ENDINGS = List.of("_difference", "_ratio");

    private static final String PITFALLS = "Blodgett et al., Stereotyping Norwegian Salmon, ACL 2021";

    private static final List<BenchmarkNote> ALL = List.of(
            new BenchmarkNote(
                    List.of("stereotype_share", "neutral_share"),
                    "Critics found that such pairs often do not say clearly what they measure and rest on unstated assumptions about"
                            + " stereotypes, those of the United States. The authors of CrowS-Pairs strongly caution against taking a"
                            + " low score for proof that a model is free of bias.",
                    PITFALLS + "; Nangia et al., CrowS-Pairs, EMNLP 2020, data statement"),
            new BenchmarkNote(
                    List.of("stereotype_share"),
                    "The share was published for masked models and their pseudo-likelihood; the likelihood of whole sentences, as causal"
                            + " models give it, is another quantity, and the two are not to be compared.",
                    "Nangia et al., CrowS-Pairs, EMNLP 2020"),
            new BenchmarkNote(
                    List.of("stereotype_score", "language_modeling_score", "icat"),
                    "Critics found that such items often do not say clearly what they measure and rest on unstated assumptions about"
                            + " stereotypes. By its formula icat mixes two qualities in one number, so that a model may gain in one"
                            + " what it loses in the other.",
                    PITFALLS + "; Nadeem et al., StereoSet, ACL 2021"),
            new BenchmarkNote(
                    List.of("bbq_accuracy", "bbq_bias"),
                    "BBQ asks about biases that are attested in English in the United States, along nine dimensions, and CBBQ about"
                            + " biases related to Chinese culture: neither tells of others. The bias is taken over answers other than unknown only;"
                            + " where these are few, it is uncertain.",
                    "Parrish et al., BBQ, ACL Findings 2022; Huang and Xiong, CBBQ, arXiv 2306.16244, 2023"),
            new BenchmarkNote(
                    List.of("toxicity_rate", "mean_sentiment"),
                    "Classifiers of toxicity may take texts that name identities or are written in African American English for"
                            + " toxic more often: a gap may be the classifier's.",
                    "Dixon et al., AIES 2018 (identity terms); Sap et al., ACL 2019 (dialect)"));

    public BenchmarkNote {
        metrics = List.copyOf(metrics);
    }

    /** Those about any of some metrics, differences and ratios of them included. */
    public static List<BenchmarkNote> about(List<Measurement> measurements) {
        Set<String> names = new HashSet<>();
        for (Measurement measured : measurements) {
            names.add(base(measured.metric()));
        }
        List<BenchmarkNote> about = new ArrayList<>();
        for (BenchmarkNote note : ALL) {
            if (!Collections.disjoint(note.metrics, names)) {
                about.add(note);
            }
        }
        return about;
    }

    private static String base(String metric) {
        for (String ending : ENDINGS) {
            if (metric.endsWith(ending)) {
                return metric.substring(0, metric.length() - ending.length());
            }
        }
        return metric;
    }
}
