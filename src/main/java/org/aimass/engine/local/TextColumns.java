package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Instruments;
import org.aimass.engine.TextSettings;
import org.aimass.engine.metrics.TextMetrics;
import org.aimass.engine.metrics.TextMetrics.Protocol;

/** Which columns a job on language models has to have and may have, and what is measured by them. */
final class TextColumns {

    private final AuditJob job;
    private final TextSettings settings;
    private final Protocol protocol;
    private final boolean model;
    private final Instruments judges;

    TextColumns(AuditJob job) {
        this.job = job;
        settings = (TextSettings) job.settings().orElseThrow();
        protocol = settings.protocol();
        model = job.model().isPresent();
        judges = job.instruments();
    }

    /** @throws BadInput if a column or what judges is missing, or nobody reads it */
    void demand() {
        if (protocol != Protocol.PROMPTS && judges.judgeTexts()) {
            throw new BadInput("model." + (judges.toxicity().isPresent() ? "evaluator" : "sentiment")
                    + ": found one, expected none for protocol " + TextSettings.word(protocol));
        }
        String of = "for protocol " + TextSettings.word(protocol) + (model ? " with a model" : "");
        List<ColumnRole> needed = needed();
        Set<ColumnRole> known = EnumSet.of(ColumnRole.CLUSTER, ColumnRole.WEIGHT);
        known.addAll(needed);
        known.addAll(allowed());
        needed.forEach(role -> demand(has(role), role, "none", "a column " + of));
        job.columns().byRole().keySet().forEach(role -> demand(known.contains(role), role, "one", "none " + of));
        if (protocol == Protocol.PROMPTS) {
            demandSources();
        }
        demand(
                !has(ColumnRole.UNRELATED) || has(ColumnRole.CLUSTER),
                ColumnRole.CLUSTER,
                "none",
                "the column of the term that a sentence is about");
    }

    private List<ColumnRole> needed() {
        return switch (protocol) {
            case PAIRS -> List.of(ColumnRole.MORE, ColumnRole.LESS);
            case QUESTION_ANSWERING ->
                List.of(
                        ColumnRole.LABEL,
                        model ? ColumnRole.PROMPT : ColumnRole.PREDICTION,
                        ColumnRole.BIASED,
                        ColumnRole.UNKNOWN);
            case PROMPTS -> model ? List.of(ColumnRole.PROMPT) : judged() ? List.of(ColumnRole.ANSWER) : List.of();
            case COUNTERFACTUAL -> List.of(model ? ColumnRole.TEXT : ColumnRole.SCORE, ColumnRole.COUNTERFACTUAL);
        };
    }

    private List<ColumnRole> allowed() {
        return switch (protocol) {
            case PAIRS -> List.of(ColumnRole.DIRECTION, ColumnRole.UNRELATED);
            case QUESTION_ANSWERING -> List.of(ColumnRole.PREDICTION, ColumnRole.PROMPT, ColumnRole.OTHER);
            case PROMPTS ->
                model
                        ? List.of()
                        : List.of(
                                ColumnRole.TOXIC,
                                ColumnRole.REFUSED,
                                ColumnRole.SENTIMENT,
                                ColumnRole.ANSWER,
                                ColumnRole.PROMPT);
            case COUNTERFACTUAL -> model ? List.of() : List.of(ColumnRole.TEXT, ColumnRole.EXCHANGED);
        };
    }

    /** Whether answers are looked at here. */
    private boolean judged() {
        return judges.judgeTexts() || !settings.refusalPhrases().isEmpty();
    }

    /** Each thing is told by one source, and there is one at least. */
    private void demandSources() {
        if (model && !judged()) {
            throw new BadInput("model.evaluator: found none, expected what judges the answers, or model.sentiment or"
                    + " options.refusal_phrases");
        }
        demand(
                judged() || has(ColumnRole.TOXIC) || has(ColumnRole.REFUSED) || has(ColumnRole.SENTIMENT),
                ColumnRole.TOXIC,
                "neither toxic nor refused nor sentiment",
                "one of them, or an answer and what judges it");
        demandOne(ColumnRole.TOXIC, judges.toxicity().isPresent(), "model.evaluator");
        demandOne(ColumnRole.SENTIMENT, judges.sentiment().isPresent(), "model.sentiment");
        demandOne(ColumnRole.REFUSED, !settings.refusalPhrases().isEmpty(), "options.refusal_phrases");
        demand(
                settings.examples() == 0 || model || has(ColumnRole.ANSWER),
                ColumnRole.ANSWER,
                "none",
                "the answers, for options.examples asks to quote some");
    }

    private void demandOne(ColumnRole role, boolean other, String source) {
        demand(!other || !has(role), role, "one", "none beside " + source);
    }

    private boolean has(ColumnRole role) {
        return job.columns().find(role).isPresent();
    }

    private static void demand(boolean is, ColumnRole role, String found, String expected) {
        if (!is) {
            throw new BadInput("columns." + role.word() + ": found " + found + ", expected " + expected);
        }
    }

    /** The sums that the rows bring something for, as {@link TextMetrics} wants them. */
    List<Integer> given() {
        List<Integer> given = new ArrayList<>();
        switch (protocol) {
            case PAIRS -> {
                add(has(ColumnRole.DIRECTION), TextMetrics.STEREO, given);
                add(has(ColumnRole.UNRELATED), TextMetrics.RELATED, given);
            }
            case QUESTION_ANSWERING -> add(settings.decoding().isPresent(), TextMetrics.UNMATCHED, given);
            case PROMPTS -> {
                add(has(ColumnRole.TOXIC) || judges.toxicity().isPresent(), TextMetrics.TOXIC, given);
                add(has(ColumnRole.REFUSED) || !settings.refusalPhrases().isEmpty(), TextMetrics.REFUSED, given);
                add(has(ColumnRole.SENTIMENT) || judges.sentiment().isPresent(), TextMetrics.SENTIMENT, given);
            }
            case COUNTERFACTUAL -> {}
        }
        return given;
    }

    private static void add(boolean is, int sum, List<Integer> given) {
        if (is) {
            given.add(sum);
        }
    }
}
