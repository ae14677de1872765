package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Deadline;
import org.aimass.engine.TextSettings;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.inference.LanguageModel;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.TextMetrics;
import org.aimass.engine.task.TextBatch;
import org.aimass.engine.task.TextGeneration;
import org.aimass.engine.task.TextPlan;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** Language models: pairs of sentences, questions, prompts or counterfactuals, each with what the model made of it. */
final class LocalText implements LocalTask<LocalText.Part> {

    /** Of a model: each row takes long. */
    private static final int ROWS = 16;

    private final TextPlan plan;
    private final TextSettings settings;
    private final TextCells cells;
    private final TextModels models;
    private final List<LanguageLane> lanes = new ArrayList<>();
    private final int sums;
    private final double threshold;

    LocalText(AuditJob job, Roles roles, Deadline deadline) {
        settings = (TextSettings) job.settings().orElseThrow();
        cells = new TextCells(roles);
        threshold = job.threshold();
        TextColumns columns = new TextColumns(job);
        columns.demand();
        plan = new TextPlan(roles.groupPlan(job), settings.protocol(), columns.given(), settings.examples());
        sums = new TextMetrics(plan.protocol(), plan.given()).sums();
        models = new TextModels(job, plan.protocol(), deadline);
    }

    /** A model may answer with nothing, and what is quoted alone measures nothing. */
    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        boolean quoted = role == ColumnRole.EXCHANGED
                || (role == ColumnRole.TEXT && models.scorer().isEmpty())
                || (role == ColumnRole.PROMPT && models.language().isEmpty());
        return role != ColumnRole.ANSWER && !quoted;
    }

    @Override
    public int rowsForAThread(int usual) {
        return models.any() ? ROWS : usual;
    }

    @Override
    public void code(CodedBatch coded) {}

    @Override
    public Part newPart(@Nullable Lane lane) {
        Optional<LanguageLane> own = models.language().map(LanguageModel::newLane);
        own.ifPresent(lanes::add);
        return new Part(
                switch (plan.protocol()) {
                    case PAIRS -> new PairRows(cells, own);
                    case QUESTION_ANSWERING -> new QuestionRows(cells, own, settings.decoding());
                    case PROMPTS -> new PromptRows(cells, own, models, settings, threshold);
                    case COUNTERFACTUAL -> new CounterfactualRows(cells, models.scorer(), threshold);
                });
    }

    @Override
    public Optional<Sha256Digest> model() {
        return models.audited();
    }

    @Override
    public Optional<Sha256Digest> evaluator() {
        return models.judging();
    }

    @Override
    public void close() {
        lanes.forEach(LanguageLane::close);
        models.close();
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's rows. */
    final class Part implements LocalTask.Part<Part> {

        private final TextGeneration counted = new TextGeneration(plan);
        private final TextRows rows;
        private double[][] added = {};
        private long[] line = {};
        private @Nullable Quote[] quotes = {};

        private Part(TextRows rows) {
            this.rows = rows;
        }

        @Override
        public void answer(CodedBatch coded) {
            added = new double[coded.count][sums];
            line = new long[coded.count];
            quotes = new @Nullable Quote[coded.count];
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                line[i] = coded.rows.line(row);
                added[i][TextMetrics.ROWS] = 1;
                quotes[i] = rows.read(coded.rows, row, added[i]);
            }
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            int[] cluster = plan.groups().clustered() ? coded.cluster : null;
            counted.add(new TextBatch(coded.count, added, line, quotes, weight, cluster, coded.features));
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
