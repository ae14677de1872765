package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Deadline;
import org.aimass.engine.TextSettings;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.inference.LanguageModel;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.TextMetrics;
import org.aimass.engine.task.TextBatch;
import org.aimass.engine.task.TextGeneration;
import org.aimass.engine.task.TextPlan;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** Language models: pairs of sentences, questions, prompts or counterfactuals, each with what the model made of it. */
final class LocalText implements LocalTask<LocalText.Part> {

    private static final String STEREO = "stereo";
    private static final String ANTI = "antistereo";
    /** The answers that a model chooses among. */
    private static final List<ColumnRole> CANDIDATES =
            List.of(ColumnRole.LABEL, ColumnRole.BIASED, ColumnRole.UNKNOWN, ColumnRole.OTHER);

    private final TextPlan plan;
    private final Roles roles;
    private final Optional<LanguageModel> language;
    private final List<LanguageLane> lanes = new ArrayList<>();
    private final int sums;
    private final double threshold;

    LocalText(AuditJob job, Roles roles, Deadline deadline) {
        this.roles = roles;
        threshold = job.threshold();
        TextMetrics.Protocol protocol = ((TextSettings) job.settings().orElseThrow()).protocol();
        demandColumns(job, protocol);
        if (job.model().isPresent()
                && protocol != TextMetrics.Protocol.PAIRS
                && protocol != TextMetrics.Protocol.QUESTION_ANSWERING) {
            throw new BadInput("model: found one, expected none for protocol " + TextSettings.word(protocol)
                    + ": the dataset brings what the model answered");
        }
        plan = new TextPlan(roles.groupPlan(job), protocol, given(protocol));
        sums = new TextMetrics(protocol, plan.given()).sums();
        language = job.model().map(model -> LanguageModel.open(model, deadline));
    }

    private static void demandColumns(AuditJob job, TextMetrics.Protocol protocol) {
        List<ColumnRole> needed =
                switch (protocol) {
                    case PAIRS -> List.of(ColumnRole.MORE, ColumnRole.LESS);
                    case QUESTION_ANSWERING ->
                        List.of(
                                ColumnRole.LABEL,
                                job.model().isPresent() ? ColumnRole.PROMPT : ColumnRole.PREDICTION,
                                ColumnRole.BIASED,
                                ColumnRole.UNKNOWN);
                    case PROMPTS -> List.of();
                    case COUNTERFACTUAL -> List.of(ColumnRole.SCORE, ColumnRole.COUNTERFACTUAL);
                };
        List<ColumnRole> known = new ArrayList<>(needed);
        known.add(ColumnRole.CLUSTER);
        switch (protocol) {
            case PAIRS -> known.addAll(List.of(ColumnRole.DIRECTION, ColumnRole.UNRELATED));
            case QUESTION_ANSWERING ->
                known.addAll(List.of(ColumnRole.PREDICTION, ColumnRole.PROMPT, ColumnRole.OTHER));
            case PROMPTS -> known.addAll(List.of(ColumnRole.TOXIC, ColumnRole.REFUSED, ColumnRole.SENTIMENT));
            case COUNTERFACTUAL -> {}
        }
        String of = "for protocol " + TextSettings.word(protocol);
        needed.forEach(role -> demand(job.columns().find(role).isPresent(), role, "none", "a column " + of));
        job.columns().byRole().keySet().forEach(role -> demand(known.contains(role), role, "one", "none " + of));
        demand(
                protocol != TextMetrics.Protocol.PROMPTS
                        || known.stream()
                                .skip(1)
                                .anyMatch(role -> job.columns().find(role).isPresent()),
                ColumnRole.TOXIC,
                "neither toxic nor refused nor sentiment",
                "one of them");
        demand(
                job.columns().find(ColumnRole.UNRELATED).isEmpty()
                        || job.columns().find(ColumnRole.CLUSTER).isPresent(),
                ColumnRole.CLUSTER,
                "none",
                "the column of the term that a sentence is about");
    }

    private static void demand(boolean is, ColumnRole role, String found, String expected) {
        if (!is) {
            throw new BadInput("columns." + role.word() + ": found " + found + ", expected " + expected);
        }
    }

    private List<Integer> given(TextMetrics.Protocol protocol) {
        List<Integer> given = new ArrayList<>();
        if (protocol == TextMetrics.Protocol.PAIRS) {
            given(ColumnRole.DIRECTION, TextMetrics.STEREO, given);
            given(ColumnRole.UNRELATED, TextMetrics.RELATED, given);
        } else if (protocol == TextMetrics.Protocol.PROMPTS) {
            given(ColumnRole.TOXIC, TextMetrics.TOXIC, given);
            given(ColumnRole.REFUSED, TextMetrics.REFUSED, given);
            given(ColumnRole.SENTIMENT, TextMetrics.SENTIMENT, given);
        }
        return given;
    }

    private void given(ColumnRole role, int sum, List<Integer> given) {
        if (roles.of(role) != Roles.NONE) {
            given.add(sum);
        }
    }

    @Override
    public void code(CodedBatch coded) {}

    @Override
    public Part newPart(@Nullable Lane lane) {
        Optional<LanguageLane> own = language.map(LanguageModel::newLane);
        own.ifPresent(lanes::add);
        return new Part(own);
    }

    @Override
    public Optional<Sha256Digest> model() {
        return language.map(LanguageModel::digest);
    }

    @Override
    public void close() {
        lanes.forEach(LanguageLane::close);
        language.ifPresent(LanguageModel::close);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's rows. */
    final class Part implements LocalTask.Part<Part> {

        private final TextGeneration counted = new TextGeneration(plan);
        private final Optional<LanguageLane> asked;
        private double[][] added = {};
        private long[] line = {};

        private Part(Optional<LanguageLane> asked) {
            this.asked = asked;
        }

        @Override
        public void answer(CodedBatch coded) {
            added = new double[coded.count][sums];
            line = new long[coded.count];
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                line[i] = coded.rows.line(row);
                added[i][TextMetrics.ROWS] = 1;
                switch (plan.protocol()) {
                    case PAIRS -> pair(coded.rows, row, added[i]);
                    case QUESTION_ANSWERING -> question(coded.rows, row, added[i]);
                    case PROMPTS -> prompt(coded.rows, row, added[i]);
                    case COUNTERFACTUAL -> counterfactual(coded.rows, row, added[i]);
                }
            }
        }

        private double number(ColumnRole role, RowBatch rows, int row) {
            return asked.isEmpty()
                    ? LocalRegression.number(rows, roles.of(role), row)
                    : chance(rows, row, role, "", rows.text(roles.of(role), row));
        }

        private void pair(RowBatch rows, int row, double[] sum) {
            double more = number(ColumnRole.MORE, rows, row);
            double less = number(ColumnRole.LESS, rows, row);
            sum[TextMetrics.PREFERRED] = more > less ? 1 : 0;
            sum[TextMetrics.NEUTRAL] = more == less ? 1 : 0;
            int direction = roles.of(ColumnRole.DIRECTION);
            if (direction != Roles.NONE) {
                String word = rows.text(direction, row);
                if (!word.equals(STEREO) && !word.equals(ANTI)) {
                    throw rows.fault(direction, row, "\"stereo\" or \"antistereo\"");
                }
                int from = word.equals(STEREO) ? TextMetrics.STEREO : TextMetrics.ANTI;
                sum[from] = more == less ? 0 : 1;
                sum[from + 1] = sum[TextMetrics.PREFERRED];
            }
            if (roles.of(ColumnRole.UNRELATED) != Roles.NONE) {
                double unrelated = number(ColumnRole.UNRELATED, rows, row);
                sum[TextMetrics.RELATED] = (more > unrelated ? 1 : 0) + (less > unrelated ? 1 : 0);
            }
        }

        private void question(RowBatch rows, int row, double[] sum) {
            String right = text(ColumnRole.LABEL, rows, row);
            String biased = text(ColumnRole.BIASED, rows, row);
            String unknown = text(ColumnRole.UNKNOWN, rows, row);
            String answer = asked.isPresent() ? likeliest(rows, row) : text(ColumnRole.PREDICTION, rows, row);
            if (biased.equals(unknown)) {
                throw rows.fault(roles.of(ColumnRole.BIASED), row, "another answer than the unknown one");
            }
            int context = right.equals(unknown) ? TextMetrics.AMBIGUOUS : TextMetrics.DISAMBIGUATED;
            sum[context] = 1;
            sum[context + TextMetrics.RIGHT] = answer.equals(right) ? 1 : 0;
            sum[context + TextMetrics.BIASED] = answer.equals(biased) ? 1 : 0;
            sum[context + TextMetrics.KNOWN] = answer.equals(unknown) ? 0 : 1;
        }

        /** Of the answers that there are the one that the model finds likeliest behind the prompt; of equal ones the first by name. */
        private String likeliest(RowBatch rows, int row) {
            Set<String> answers = new TreeSet<>();
            CANDIDATES.stream()
                    .filter(role -> roles.of(role) != Roles.NONE)
                    .forEach(role -> answers.add(text(role, rows, row)));
            String prompt = text(ColumnRole.PROMPT, rows, row);
            String best = "";
            double most = Double.NEGATIVE_INFINITY;
            for (String answer : answers) {
                double own = chance(rows, row, ColumnRole.PROMPT, prompt, " " + answer);
                if (own > most) {
                    most = own;
                    best = answer;
                }
            }
            return best;
        }

        private double chance(RowBatch rows, int row, ColumnRole role, String before, String text) {
            try {
                return asked.orElseThrow().logLikelihood(before, text);
            } catch (IllegalArgumentException e) {
                throw rows.fault(roles.of(role), row, String.valueOf(e.getMessage()));
            }
        }

        private String text(ColumnRole role, RowBatch rows, int row) {
            return rows.text(roles.of(role), row).strip();
        }

        private void prompt(RowBatch rows, int row, double[] sum) {
            flag(ColumnRole.TOXIC, TextMetrics.TOXIC, rows, row, sum);
            flag(ColumnRole.REFUSED, TextMetrics.REFUSED, rows, row, sum);
            if (roles.of(ColumnRole.SENTIMENT) != Roles.NONE) {
                sum[TextMetrics.SENTIMENT] = number(ColumnRole.SENTIMENT, rows, row);
            }
        }

        private void flag(ColumnRole role, int into, RowBatch rows, int row, double[] sum) {
            int column = roles.of(role);
            if (column == Roles.NONE) {
                return;
            }
            double flag = rows.numberOrNaN(column, row);
            if (flag != 0 && flag != 1) {
                throw rows.fault(column, row, "0 or 1");
            }
            sum[into] = flag;
        }

        private void counterfactual(RowBatch rows, int row, double[] sum) {
            double score = number(ColumnRole.SCORE, rows, row);
            double exchanged = number(ColumnRole.COUNTERFACTUAL, rows, row);
            sum[TextMetrics.GAP] = Math.abs(exchanged - score);
            sum[TextMetrics.SHIFT] = exchanged - score;
            sum[TextMetrics.FLIPPED] = (score >= threshold) == (exchanged >= threshold) ? 0 : 1;
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new TextBatch(
                    coded.count, added, line, plan.groups().clustered() ? coded.cluster : null, coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries);
        }
    }
}
