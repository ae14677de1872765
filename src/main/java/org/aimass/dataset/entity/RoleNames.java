package org.aimass.dataset.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A role's usual names, and what a column must hold to have it. Names that mean something else in other datasets count only where another
 * column tells what the dataset is of.
 *
 * @param names in lower case, with underscores
 * @param beside names one of which the dataset must have too; none where the name says enough
 */
record RoleNames(ColumnRole role, Set<String> names, Predicate<ColumnProfile> content, Set<String> beside) {

    private static final Set<String> REFERENCES = Set.of("reference", "ref", "ground_truth_text", "参考文本");
    private static final Set<String> HYPOTHESES =
            Set.of("hypothesis", "hyp", "recognized", "recognised", "asr_output", "识别结果");
    private static final Set<String> TRANSCRIPTS = Set.of("transcript", "transcription", "转写");
    private static final Set<String> RATINGS = Set.of("rating", "mos", "opinion_score", "评分");
    private static final Set<String> PROBES = Set.of("probe", "probe_id", "search", "search_id");
    private static final Set<String> ENROLMENTS = Set.of("enrolled", "gallery", "is_gallery");
    private static final Set<String> MORES = Set.of("sent_more", "more", "more_stereotypical");
    private static final Set<String> LESSES = Set.of("sent_less", "less", "less_stereotypical");
    private static final Set<String> EXCHANGES = Set.of("counterfactual", "counterfactual_score");
    private static final Set<String> BIASES = Set.of("biased", "biased_answer", "target_answer");
    private static final Set<String> RESPONSES = Set.of("response", "completion", "model_response", "回答");
    private static final Set<String> PAIRS = Set.of("genuine", "same", "same_person", "is_same", "is_same_person");
    private static final Set<String> QUERIES = Set.of("query", "query_id", "qid", "查询", "查询编号");

    /** In the order in which they are tried. */
    static final List<RoleNames> ALL = List.of(
            of(ColumnRole.LABEL, ColumnProfile::isZeroOrOne, PAIRS),
            of(
                    ColumnRole.SCORE,
                    ColumnProfile::isNumeric,
                    Set.of("similarity", "cosine", "cosine_similarity", "match_score", "相似度")),
            of(ColumnRole.SCORE, ColumnProfile::isNumeric, Set.of("score"), PAIRS, PROBES),
            of(
                    ColumnRole.GROUP_LEFT,
                    ColumnProfile::valuesComplete,
                    Set.of("group_left", "group_a", "group_1", "group1")),
            of(
                    ColumnRole.GROUP_RIGHT,
                    ColumnProfile::valuesComplete,
                    Set.of("group_right", "group_b", "group_2", "group2")),
            of(
                    ColumnRole.CLUSTER_LEFT,
                    column -> true,
                    Set.of("person_left", "person_a", "person_1", "person1", "id_a")),
            of(
                    ColumnRole.CLUSTER_RIGHT,
                    column -> true,
                    Set.of("person_right", "person_b", "person_2", "person2", "id_b")),
            of(ColumnRole.PROBE, column -> true, PROBES),
            of(ColumnRole.CANDIDATE, column -> true, Set.of("candidate", "candidate_id"), PROBES),
            of(ColumnRole.MATED, ColumnProfile::isZeroOrOne, Set.of("mated", "is_mated"), PROBES),
            of(ColumnRole.RANK, ColumnProfile::isNumeric, Set.of("rank", "名次"), PROBES, QUERIES),
            of(ColumnRole.ENROLLED, ColumnProfile::isZeroOrOne, ENROLMENTS),
            of(ColumnRole.IDENTITY, column -> true, Set.of("identity", "person", "person_id"), PROBES, ENROLMENTS),
            of(ColumnRole.REFERENCE, column -> true, REFERENCES, HYPOTHESES),
            of(ColumnRole.HYPOTHESIS, column -> true, HYPOTHESES),
            of(
                    ColumnRole.DURATION,
                    ColumnProfile::isNumeric,
                    Set.of("duration", "duration_s", "seconds", "时长"),
                    REFERENCES,
                    HYPOTHESES),
            of(ColumnRole.CLUSTER, column -> true, Set.of("speaker", "speaker_id", "spk", "说话人", "voice", "voice_id")),
            of(ColumnRole.RATING, ColumnProfile::isNumeric, RATINGS),
            of(ColumnRole.LISTENER, column -> true, Set.of("listener", "listener_id", "rater", "rater_id"), RATINGS),
            of(
                    ColumnRole.UTTERANCE,
                    column -> true,
                    Set.of("utterance", "utterance_id", "utt_id"),
                    RATINGS,
                    TRANSCRIPTS),
            of(ColumnRole.TRANSCRIPT, column -> true, TRANSCRIPTS, Set.of("text", "sentence")),
            of(ColumnRole.TEXT, column -> true, Set.of("text", "sentence"), TRANSCRIPTS),
            of(ColumnRole.GENERATED, ColumnProfile::isZeroOrOne, Set.of("generated", "is_generated")),
            of(ColumnRole.REFUSED, ColumnProfile::isZeroOrOne, Set.of("refused", "refusal", "拒绝")),
            of(
                    ColumnRole.ATTRIBUTE,
                    ColumnProfile::valuesComplete,
                    Set.of("perceived", "perceived_gender", "perceived_race")),
            of(ColumnRole.SOURCE_TONE, ColumnProfile::isNumeric, Set.of("source_tone", "ita_before", "source_ita")),
            of(ColumnRole.OUTPUT_TONE, ColumnProfile::isNumeric, Set.of("output_tone", "ita_after", "output_ita")),
            of(ColumnRole.MORE, column -> true, MORES, LESSES),
            of(ColumnRole.LESS, column -> true, LESSES, MORES),
            of(ColumnRole.UNRELATED, column -> true, Set.of("unrelated", "sent_unrelated"), MORES),
            of(ColumnRole.DIRECTION, ColumnProfile::isDirection, Set.of("stereo_antistereo", "direction"), MORES),
            of(ColumnRole.BIASED, column -> true, BIASES),
            of(ColumnRole.UNKNOWN, column -> true, Set.of("unknown", "unknown_answer"), BIASES),
            of(ColumnRole.OTHER, column -> true, Set.of("other", "other_answer"), BIASES),
            of(ColumnRole.PROMPT, column -> true, Set.of("prompt", "question"), BIASES, RESPONSES),
            of(ColumnRole.ANSWER, column -> true, RESPONSES, Set.of("prompt", "question")),
            of(ColumnRole.LABEL, column -> true, Set.of("answer", "label", "correct"), BIASES),
            of(ColumnRole.PREDICTION, column -> true, Set.of("prediction", "model_answer"), BIASES),
            of(ColumnRole.TOXIC, ColumnProfile::isZeroOrOne, Set.of("toxic", "is_toxic", "有毒")),
            of(ColumnRole.SENTIMENT, ColumnProfile::isNumeric, Set.of("sentiment", "sentiment_score", "情感")),
            of(ColumnRole.COUNTERFACTUAL, ColumnProfile::isNumeric, EXCHANGES),
            of(ColumnRole.TEXT, column -> true, Set.of("text", "sentence"), EXCHANGES),
            of(ColumnRole.EXCHANGED, column -> true, Set.of("exchanged", "counterfactual_text"), EXCHANGES));

    @SafeVarargs
    private static RoleNames of(
            ColumnRole role, Predicate<ColumnProfile> content, Set<String> names, Set<String>... beside) {
        Set<String> any = new HashSet<>();
        for (Set<String> some : beside) {
            any.addAll(some);
        }
        return new RoleNames(role, names, content, Set.copyOf(any));
    }

    /**
     * @param name of the column, in lower case, with underscores
     * @param all such names of the dataset
     */
    boolean fits(String name, ColumnProfile column, Set<String> all) {
        return names.contains(name)
                && content.test(column)
                && (beside.isEmpty() || beside.stream().anyMatch(all::contains));
    }
}
