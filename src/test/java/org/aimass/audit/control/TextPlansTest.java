package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Plans in which other models judge what a language model wrote. */
class TextPlansTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, NOON);
    private static final String TEXT = "{\"name\":\"text\",\"type\":\"string\",\"shape\":[-1,1]}";
    private static final String ONE = "{\"name\":\"p\",\"type\":\"float\",\"shape\":[-1,1]}";
    private static final String TWO = "{\"name\":\"p\",\"type\":\"float\",\"shape\":[-1,2]}";
    private static final String SIX = "{\"name\":\"p\",\"type\":\"float\",\"shape\":[-1,6]}";
    private static final String MAPS = "{\"name\":\"label\",\"type\":\"int64\",\"shape\":[-1]},"
            + "{\"name\":\"probability\",\"type\":\"sequence(map(string,float))\",\"shape\":[]}";
    private static final String WORD = "{\"name\":\"label\",\"type\":\"string\",\"shape\":[-1]}";
    private static final String EXCHANGED = "counterfactual-scores-1.0";
    private static final String PROMPTS = "toxic-answers-1.0";

    private final Map<String, ColumnRole> roles = new LinkedHashMap<>(
            Map.of("age", ColumnRole.SENSITIVE, "rent", ColumnRole.PROMPT, "income", ColumnRole.ANSWER));
    private OptionalDouble threshold = OptionalDouble.empty();

    private static ModelVersion version(
            ModelTask task, ModelSettings settings, String input, String output, String more) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY, new RegisteredModel.ModelFacts("M", "P", task, ModelDomain.OTHER, "MIT"), NOON);
        ModelVersion version = new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new ModelVersion.VersionFacts("1.0", new Sheet<CardSection>(Map.of()), false, settings),
                output.isEmpty() ? null : new ModelVersion.ModelFile(Plans.MODEL, 3),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        if (!output.isEmpty()) {
            version.inspected("{\"inputs\":[" + input + "],\"outputs\":[" + output + "],\"opset\":13,\"operators\":[],"
                    + more + "\"sha256\":\"" + Plans.MODEL + "\",\"bytes\":3}");
        }
        return version;
    }

    private static ModelVersion judge(ModelTask task, String output, String labels) {
        return version(task, ModelSettings.NONE, TEXT, output, labels.isEmpty() ? "" : "\"labels\":[" + labels + "],");
    }

    private static ModelVersion judge(String output, String labels) {
        return judge(ModelTask.BINARY_CLASSIFICATION, output, labels);
    }

    private static ModelVersion closed() {
        return version(ModelTask.TEXT_GENERATION, ModelSettings.NONE, "", "", "");
    }

    private DatasetVersion dataset() {
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Texts", "All", NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 3, "csv"),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        version.profiled(AuditWorld.Profiles.applications()
                .replace("\"name\": \"rent\", \"type\": \"number\"", "\"name\": \"rent\", \"type\": \"text\"")
                .replace("\"name\": \"income\", \"type\": \"number\"", "\"name\": \"income\", \"type\": \"text\""));
        version.fix(new DatasetSchema(roles));
        return version;
    }

    private PlanDraft draft(
            ModelVersion model, String policy, Map<String, Object> options, MeasuringModels by, SoughtAnswer sought) {
        AuditChoice choice = new AuditChoice(
                model.id(),
                UUID.randomUUID(),
                policy,
                List.of("age"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                threshold,
                Optional.empty(),
                options,
                List.of(),
                new MeasuringChoice(Optional.empty(), Optional.empty(), Optional.empty(), sought));
        return new PlanDraft(
                AuditFit.of(model, dataset(), AuditWorld.AMARA), choice, new AuditPolicies().get(policy), by);
    }

    private PlanDraft judged(ModelVersion judge, SoughtAnswer sought) {
        return draft(
                closed(),
                PROMPTS,
                Map.of(),
                new MeasuringModels(Optional.of(judge), Optional.empty(), Optional.empty()),
                sought);
    }

    private static SoughtAnswer label(String label) {
        return new SoughtAnswer(Optional.of(label), OptionalInt.empty());
    }

    private static SoughtAnswer place(int place) {
        return new SoughtAnswer(Optional.empty(), OptionalInt.of(place));
    }

    private static List<String> said(PlanDraft draft) {
        return said(draft.problems());
    }

    private static List<String> said(List<Refusal> problems) {
        return problems.stream()
                .map(problem -> problem.field().orElse("") + " " + problem.key())
                .toList();
    }

    @Test
    void thePlanKeepsTheScoreFromWhichOnAnAnswerIsToxic() {
        AuditPlan usual = judged(judge(ONE, ""), SoughtAnswer.CLEAR).freeze();
        assertEquals(OptionalDouble.of(0.5), usual.threshold());
        threshold = OptionalDouble.of(0.125);
        AuditPlan plan = judged(judge(TWO, ""), SoughtAnswer.CLEAR).freeze();
        assertEquals(OptionalDouble.of(0.125), plan.threshold());
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        threshold = OptionalDouble.of(1.5);
        assertEquals(List.of("threshold start.problem.threshold"), said(judged(judge(ONE, ""), SoughtAnswer.CLEAR)));
    }

    @Test
    void aLabelInWordsIsSaidByThePlanAndSentToTheEngine() {
        AuditPlan plan = judged(judge(WORD, ""), label("toxic")).freeze();
        assertEquals(Optional.of("toxic"), plan.model().sought());
        assertEquals(OptionalDouble.empty(), plan.threshold());
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        assertEquals(
                "toxic",
                StrictJson.read(PlanJson.job(plan, 30, name -> name))
                        .path("positive_label")
                        .asText());
        AuditPlan named = judged(judge(ModelTask.MULTICLASS_CLASSIFICATION, SIX, "\"ok\",\"toxic\""), label("toxic"))
                .freeze();
        assertEquals(OptionalDouble.of(0.5), named.threshold());
    }

    @Test
    void aPlaceIsReadOfTheJudgesOutput() {
        AuditPlan plan = judged(judge(ModelTask.MULTICLASS_CLASSIFICATION, SIX, ""), place(4))
                .freeze();
        assertEquals(OptionalInt.of(4), plan.model().soughtPlace());
        assertEquals(
                "{\"index\":4}",
                ModelJson.job(plan, name -> name)
                        .orElseThrow()
                        .path("evaluator")
                        .path("output")
                        .toString());
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
    }

    @Test
    void whatIsNotClearIsAskedFor() {
        ModelTask many = ModelTask.MULTICLASS_CLASSIFICATION;
        assertEquals(
                List.of("toxicLabel start.problem.sought.none"), said(judged(judge(WORD, ""), SoughtAnswer.CLEAR)));
        assertEquals(
                List.of("toxicLabel start.problem.sought.none"),
                said(judged(judge(many, SIX, ""), SoughtAnswer.CLEAR)));
        assertEquals(
                List.of("toxicLabel start.problem.sought.which"),
                said(judged(judge(TWO, "\"ok\",\"toxic\""), SoughtAnswer.CLEAR)));
        assertEquals(
                List.of("toxicLabel start.problem.sought.which"),
                said(judged(judge(MAPS, "\"ok\",\"toxic\""), SoughtAnswer.CLEAR)));
        assertEquals(List.of(), said(judged(judge(TWO, "\"0\",\"1\""), SoughtAnswer.CLEAR)));
        assertEquals(List.of(), said(judged(judge(MAPS, "\"0\",\"1\""), SoughtAnswer.CLEAR)));
        assertEquals(List.of(), said(judged(judge(MAPS, "\"ok\",\"toxic\""), label("toxic"))));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertEquals(
                List.of("toxicLabel start.problem.sought.label"),
                said(judged(judge(TWO, "\"ok\",\"toxic\""), label("Toxic"))));
        assertEquals(List.of("toxicLabel start.problem.sought.noNames"), said(judged(judge(TWO, ""), label("toxic"))));
        assertEquals(
                List.of("toxicLabel start.problem.sought.long"), said(judged(judge(WORD, ""), label("x".repeat(201)))));
        assertEquals(List.of("toxicPlace start.problem.sought.words"), said(judged(judge(WORD, ""), place(0))));
        assertEquals(
                List.of("toxicPlace start.problem.sought.place"),
                said(judged(judge(MAPS, "\"ok\",\"toxic\""), place(2))));
        for (int place : new int[] {-1, 2}) {
            assertEquals(List.of("toxicPlace start.problem.sought.place"), said(judged(judge(TWO, ""), place(place))));
        }
        assertEquals(
                List.of("toxicPlace start.problem.sought.both"),
                said(judged(judge(TWO, ""), new SoughtAnswer(Optional.of("toxic"), OptionalInt.of(1)))));
        ModelSettings second =
                ModelSettings.NONE.reading(new ModelSettings.Output(Optional.of("p"), OptionalInt.of(1)));
        ModelVersion saying = version(ModelTask.BINARY_CLASSIFICATION, second, TEXT, TWO, "");
        assertEquals(List.of("toxicPlace start.problem.sought.said"), said(judged(saying, place(0))));
        assertEquals(List.of("toxicLabel start.problem.sought.said"), said(judged(saying, label("toxic"))));
        assertEquals(
                second,
                judged(saying, place(1))
                        .freeze()
                        .model()
                        .evaluator()
                        .orElseThrow()
                        .settings());
    }

    private PlanDraft felt(ModelVersion model, ModelVersion sentiment, Map<String, Object> options, String policy) {
        return draft(
                model,
                policy,
                options,
                new MeasuringModels(Optional.of(judge(ONE, "")), Optional.empty(), Optional.of(sentiment)),
                SoughtAnswer.CLEAR);
    }

    @Test
    void sentimentIsToldByAModelOfItsOwn() {
        roles.put("answer", ColumnRole.SENTIMENT);
        ModelSettings second =
                ModelSettings.NONE.reading(new ModelSettings.Output(Optional.of("p"), OptionalInt.of(1)));
        ModelVersion regressor = judge(ModelTask.REGRESSION, ONE, "");
        ModelVersion classifier = version(ModelTask.BINARY_CLASSIFICATION, second, TEXT, TWO, "");
        for (ModelVersion sentiment : List.of(regressor, classifier)) {
            AuditPlan plan = felt(closed(), sentiment, Map.of(), PROMPTS).freeze();
            assertEquals(sentiment.id(), plan.model().sentiment().orElseThrow().versionId());
            assertEquals(Optional.empty(), plan.columns().find("sentiment"));
            assertEquals(Plans.MODEL, PlanFiles.of(plan).get("sentiment.onnx"));
            assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
            assertEquals(
                    "{\"path\":\"sentiment.onnx\",\"sha256\":\"" + Plans.MODEL.hex() + "\""
                            + (sentiment == regressor ? "}" : ",\"output\":{\"name\":\"p\",\"index\":1}}"),
                    ModelJson.job(plan, name -> name)
                            .orElseThrow()
                            .path("sentiment")
                            .toString());
        }
        for (ModelVersion wrong : List.of(
                judge(TWO, ""),
                judge(WORD, ""),
                judge(MAPS, ""),
                judge(ModelTask.MULTICLASS_CLASSIFICATION, ONE, ""),
                judge(ONE + "," + TWO.replace("\"p\"", "\"prob\""), ""),
                version(ModelTask.REGRESSION, ModelSettings.NONE, ONE, ONE, ""),
                version(ModelTask.REGRESSION, ModelSettings.NONE, "", "", ""))) {
            assertEquals(List.of("sentiment start.problem.sentiment"), said(felt(closed(), wrong, Map.of(), PROMPTS)));
        }
        roles.put("person", ColumnRole.SCORE);
        roles.put("income", ColumnRole.IGNORED);
        roles.put("answer", ColumnRole.TOXIC);
        assertEquals(
                List.of("sentiment start.problem.sentiment"),
                said(draft(
                        closed(),
                        PROMPTS,
                        Map.of(),
                        new MeasuringModels(Optional.empty(), Optional.empty(), Optional.of(regressor)),
                        SoughtAnswer.CLEAR)));
    }

    /** The text and what it becomes, of which a classifier of texts scores both. */
    private void exchanged() {
        roles.put("rent", ColumnRole.TEXT);
        roles.put("income", ColumnRole.EXCHANGED);
    }

    private PlanDraft filter(ModelVersion model, SoughtAnswer sought) {
        return draft(model, EXCHANGED, Map.of(), MeasuringModels.NONE, sought);
    }

    @Test
    void aClassifierOfTextsIsAuditedWithNamesExchanged() {
        exchanged();
        threshold = OptionalDouble.of(0.75);
        ModelVersion filter = judge(ONE, "");
        AuditPlan plan = filter(filter, SoughtAnswer.CLEAR).freeze();
        assertEquals(ModelTask.TEXT_GENERATION, plan.task());
        assertEquals(Optional.of("counterfactual"), plan.options().find("protocol"));
        assertEquals(
                Map.of("text", List.of("rent"), "counterfactual", List.of("income")),
                plan.columns().byPart());
        assertEquals(OptionalDouble.of(0.75), plan.threshold());
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        assertEquals(
                "{\"path\":\"model.onnx\",\"sha256\":\"" + Plans.MODEL.hex() + "\"}",
                ModelJson.job(plan, name -> name).orElseThrow().toString());
        AuditPlan many = filter(judge(ModelTask.MULTICLASS_CLASSIFICATION, SIX, ""), place(4))
                .freeze();
        assertEquals(OptionalInt.of(4), many.model().soughtPlace());
        assertEquals(
                Optional.of("spam"),
                filter(judge(WORD, ""), label("spam")).freeze().model().sought());
        assertEquals(
                List.of("toxicLabel start.problem.sought.none"), said(filter(judge(WORD, ""), SoughtAnswer.CLEAR)));
    }

    @Test
    void exchangedTextsAreReadByClassifiersOfTextsAlone() {
        exchanged();
        MeasuringModels judged = new MeasuringModels(Optional.of(judge(ONE, "")), Optional.empty(), Optional.empty());
        assertEquals(
                List.of("evaluator start.problem.evaluator.texts"),
                said(draft(judge(ONE, ""), EXCHANGED, Map.of(), judged, SoughtAnswer.CLEAR)));
        assertEquals(List.of("dataset start.problem.noTexts"), said(filter(closed(), SoughtAnswer.CLEAR)));
        assertEquals(List.of("dataset start.problem.noTexts"), said(filter(language(), SoughtAnswer.CLEAR)));
        roles.put("entitled", ColumnRole.LABEL);
        assertEquals(
                ModelTask.BINARY_CLASSIFICATION,
                AuditFit.of(judge(ONE, ""), dataset(), AuditWorld.AMARA).task());
    }

    private static ModelVersion language() {
        RegisteredModel model = new RegisteredModel(
                MINISTRY,
                new RegisteredModel.ModelFacts("M", "P", ModelTask.TEXT_GENERATION, ModelDomain.OTHER, "MIT"),
                NOON);
        ModelVersion version = new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new ModelVersion.VersionFacts("1.0", new Sheet<CardSection>(Map.of()), false, ModelSettings.NONE),
                new ModelVersion.ModelFile(
                        Plans.MODEL, 3, List.of(new Companion(CompanionKind.TOKENIZER, "t", Plans.DATASET, 4))),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        version.inspected("{\"inputs\":[" + TEXT + "],\"outputs\":[" + ONE
                + "],\"opset\":13,\"operators\":[],\"sha256\":\"" + Plans.MODEL
                + "\",\"bytes\":3,\"tokenizer\":{\"tokens\":6}}");
        return version;
    }

    @Test
    void questionsAreAnsweredInTheModelsOwnWordsWhereThePlanSaysSo() {
        roles.put("rent", ColumnRole.PROMPT);
        roles.put("income", ColumnRole.BIASED);
        roles.put("answer", ColumnRole.UNKNOWN);
        roles.put("entitled", ColumnRole.LABEL);
        String policy = "questions-and-answers-1.0";
        Map<String, Object> chosen = Map.of("protocol", "question_answering");
        AuditPlan likely = draft(language(), policy, chosen, MeasuringModels.NONE, SoughtAnswer.CLEAR)
                .freeze();
        assertEquals(
                Map.of("protocol", "question_answering", "answering", "likelihood", "examples", 20.0),
                likely.options().values());
        AuditPlan greedy = draft(
                        language(),
                        policy,
                        Map.of(
                                "protocol",
                                "question_answering",
                                "answering",
                                "greedy",
                                "max_new_tokens",
                                "4",
                                "stop_at_line_break",
                                true),
                        MeasuringModels.NONE,
                        SoughtAnswer.CLEAR)
                .freeze();
        assertEquals(
                Map.of(
                        "protocol",
                        "question_answering",
                        "answering",
                        "greedy",
                        "max_new_tokens",
                        4.0,
                        "stop_at_line_break",
                        true,
                        "examples",
                        20.0),
                greedy.options().values());
        assertEquals(greedy, PlanJson.read(PlanJson.write(greedy)));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("protocol", "question_answering", "answering", "loudly"),
                Map.of("protocol", "question_answering", "stop_at_line_break", "maybe"))) {
            assertEquals(
                    1,
                    said(draft(language(), policy, wrong, MeasuringModels.NONE, SoughtAnswer.CLEAR)).stream()
                            .filter(problem -> problem.endsWith("start.problem.option.WORD"))
                            .count());
        }
    }

    @Test
    void onlyWhatClassifiesTextsJudges() {
        for (ModelVersion wrong : List.of(
                judge(ModelTask.REGRESSION, ONE, ""),
                version(ModelTask.BINARY_CLASSIFICATION, ModelSettings.NONE, ONE, TWO, ""),
                version(ModelTask.BINARY_CLASSIFICATION, ModelSettings.NONE, "", "", ""))) {
            assertEquals(List.of("evaluator start.problem.evaluator.texts"), said(judged(wrong, SoughtAnswer.CLEAR)));
        }
        roles.put("answer", ColumnRole.TOXIC);
        assertEquals(
                List.of("toxicLabel start.problem.sought.alone"),
                said(draft(closed(), PROMPTS, Map.of(), MeasuringModels.NONE, label("toxic"))));
    }
}
