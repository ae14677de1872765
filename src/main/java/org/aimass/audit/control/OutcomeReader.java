package org.aimass.audit.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.Exploration;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.TaskOption;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.engine.metrics.WorstSlices;
import org.aimass.registry.entity.ModelTask;

/**
 * Reads an outcome file as what it is: the output of a process that ran somebody's model. Everything is bounded, every number
 * finite, and the outcome must speak of the plan's inputs and groups and of nothing else.
 */
final class OutcomeReader {

    static final long MAX_BYTES = 64L << 20;

    private static final int MAX_GROUPS = 20_000;
    private static final int MAX_MEASUREMENTS = 500_000;
    private static final int MAX_TEXT = 1_000;
    static final long MAX_ROWS = 1L << 50;

    private OutcomeReader() {}

    /** The outcome is not one of this plan, or not one at all; {@link #why} says it in English and may quote the outcome. */
    static final class OutcomeRefused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        OutcomeRefused(String why) {
            super(why);
            this.why = EngineLines.clean(why);
        }

        String why() {
            return why;
        }
    }

    static AuditOutcome read(byte[] file, AuditPlan plan) throws OutcomeRefused {
        try {
            JsonNode json = StrictJson.MAPPER.readTree(file);
            AuditOutcome outcome = Fields.read("", json, OutcomeReader::outcome);
            demandOf(plan, outcome);
            return outcome;
        } catch (JsonProcessingException e) {
            throw new OutcomeRefused("the outcome is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new OutcomeRefused("the outcome is not JSON in UTF-8");
        } catch (Fields.Malformed e) {
            throw new OutcomeRefused("the outcome: " + e.getMessage());
        }
    }

    private static AuditOutcome outcome(Fields json) {
        List<GroupSummary> groups = json.list("groups", MAX_GROUPS, OutcomeReader::group);
        return new AuditOutcome(
                head(json),
                groups,
                json.list("measurements", MAX_MEASUREMENTS, MeasurementJson::read),
                ScoresJson.read(json, groups),
                AnswersJson.read(json, groups),
                DistributionsJson.read(json, groups),
                new Exploration(PairTestJson.read(json), SlicesJson.read(json)),
                DetailsJson.read(json, groups));
    }

    /** Reads what {@link HeadJson} wrote. */
    static AuditOutcome.Head head(String json) {
        return Fields.read("", StrictJson.read(json), OutcomeReader::head);
    }

    private static AuditOutcome.Head head(Fields json) {
        return new AuditOutcome.Head(
                json.object("engine", OutcomeReader::engine),
                json.object("inputs", OutcomeReader::inputs),
                json.object("rows", OutcomeReader::rows),
                json.object(
                        "timing",
                        timing -> new AuditOutcome.Timing(
                                timing.number("read_s"),
                                timing.number("score_s"),
                                timing.number("measure_s"),
                                timing.number("total_s"))));
    }

    private static AuditOutcome.Inputs inputs(Fields inputs) {
        inputs.passOver("answers_sha256");
        return new AuditOutcome.Inputs(
                inputs.digest("dataset_sha256"),
                inputs.optionalDigest("model_sha256"),
                inputs.optionalDigest("evaluator_sha256"),
                inputs.digest("plan_sha256"));
    }

    private static AuditOutcome.Engine engine(Fields engine) {
        return new AuditOutcome.Engine(
                engine.text("version", 80),
                engine.optionalText("onnxruntime", 80),
                engine.optionalText("provider", 80),
                engine.text("device", 200),
                (int) engine.count("threads", 100_000),
                engine.count("seed", Long.MAX_VALUE));
    }

    private static AuditOutcome.Rows rows(Fields rows) {
        AuditOutcome.Rows read = new AuditOutcome.Rows(
                rows.count("read", MAX_ROWS),
                rows.count("used", MAX_ROWS),
                rows.count("left_out", MAX_ROWS),
                rows.list(
                        "reasons",
                        100,
                        reason -> new AuditOutcome.LeftOut(
                                reason.text("reason", MAX_TEXT), reason.count("rows", MAX_ROWS))));
        if (read.used() + read.leftOut() != read.read()) {
            throw new Fields.Malformed("rows: used and left_out do not add up to read");
        }
        return read;
    }

    private static GroupSummary group(Fields group) {
        Optional<GroupCounts> counts = group.has("counts")
                ? Optional.of(group.object(
                        "counts",
                        c -> new GroupCounts(
                                c.count("tp", MAX_ROWS),
                                c.count("fp", MAX_ROWS),
                                c.count("fn", MAX_ROWS),
                                c.count("tn", MAX_ROWS))))
                : Optional.empty();
        GroupSummary summary = new GroupSummary(
                group.textMap("features", 20, MAX_TEXT),
                group.count("rows", MAX_ROWS),
                counts,
                group.has("small") && group.flag("small"));
        if (counts.isPresent() && counts.get().rows() != summary.rows()) {
            throw new Fields.Malformed("groups: the counts of " + summary.features() + " do not add up to its rows");
        }
        return summary;
    }

    private static void demandOf(AuditPlan plan, AuditOutcome outcome) throws OutcomeRefused {
        AuditOutcome.Inputs inputs = outcome.head().inputs();
        demand(inputs.dataset().equals(plan.dataset().sha256()), "the outcome is of another dataset");
        demand(inputs.model().equals(plan.model().sha256()), "the outcome is of another model");
        demand(
                inputs.evaluator().equals(plan.model().measuring().map(AuditPlan.Evaluator::sha256)),
                "the outcome was measured by another model");
        demand(outcome.head().engine().seed() == plan.bootstrap().seed(), "the outcome is of another seed");
        boolean binary = plan.task() == ModelTask.BINARY_CLASSIFICATION;
        demand(
                outcome.groups().stream().allMatch(group -> group.confusion().isPresent() == binary),
                "the outcome is of another task");
        Set<List<String>> expected = new HashSet<>(plan.countedSets());
        Set<Map<String, String>> seen = new HashSet<>();
        Optional<GroupSummary> everybody = Optional.empty();
        for (GroupSummary group : outcome.groups()) {
            List<String> features = List.copyOf(group.features().keySet());
            demand(features.isEmpty() || expected.contains(features), "the outcome has groups that nobody asked for");
            demand(seen.add(group.features()), "the outcome has a group twice");
            everybody = features.isEmpty() ? Optional.of(group) : everybody;
        }
        demandOf(plan, outcome.exploration());
        demandOf(plan, outcome.details());
        long used = outcome.head().rows().used();
        boolean each = CountedUnit.isRow(plan.task());
        demand(
                everybody
                        .map(GroupSummary::rows)
                        .filter(rows -> each ? rows == used : rows > 0 && rows <= used)
                        .isPresent(),
                "the outcome does not count everybody");
    }

    private static void demandOf(AuditPlan plan, OutcomeDetails details) throws OutcomeRefused {
        List<QuotedAnswers.Answer> answers =
                details.answers().map(QuotedAnswers::answers).orElse(List.of());
        double most = plan.options().find(TaskOption.EXAMPLES).orElse(0.0) instanceof Double asked ? asked : 0;
        demand(
                answers.isEmpty() || (plan.task() == ModelTask.TEXT_GENERATION && answers.size() <= most),
                "the outcome quotes more answers than were asked for");
        demand(
                answers.stream().allMatch(answer -> plan.sensitiveFeatures()
                        .containsAll(answer.features().keySet())),
                "the outcome quotes answers about groups that nobody asked for");
        demand(
                details.transcripts().map(Transcripts::snippets).orElse(List.of()).stream()
                        .allMatch(snippet -> plan.sensitiveFeatures()
                                .containsAll(snippet.features().keySet())),
                "the outcome quotes snippets of groups that nobody asked for");
    }

    private static void demandOf(AuditPlan plan, Exploration exploration) throws OutcomeRefused {
        demand(
                exploration.tests().stream()
                        .allMatch(test -> plan.controlFeatures()
                                        .containsAll(test.features().keySet())
                                && plan.featureSets().contains(test.over())),
                "the outcome tests groups that nobody asked for");
        if (exploration.worstSlices().orElse(null) instanceof WorstSlices worst) {
            demand(
                    worst.slices().stream()
                            .flatMap(slice -> slice.features().keySet().stream())
                            .allMatch(feature -> plan.sensitiveFeatures().contains(feature)
                                    || plan.controlFeatures().contains(feature)),
                    "the outcome has slices that nobody asked for");
        }
    }

    private static void demand(boolean holds, String message) throws OutcomeRefused {
        if (!holds) {
            throw new OutcomeRefused(message);
        }
    }
}
