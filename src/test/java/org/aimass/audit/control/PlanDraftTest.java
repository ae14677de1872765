package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.Detectable;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.PowerForecast;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fits, what does not and where it is said; and the plan that comes of it. */
class PlanDraftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, NOON);

    private final Map<String, ColumnRole> roles = new LinkedHashMap<>(AuditWorld.Profiles.ROLES);
    private String profile = AuditWorld.Profiles.applications();

    @Test
    void aClosedModelTakesTheDatasetsPredictions() {
        AuditPlan plan = draft(closed(), choice(List.of("age"))).freeze();
        assertEquals(Optional.of("answer"), plan.columns().find("prediction"));
        assertEquals(OptionalDouble.empty(), plan.threshold());
        assertEquals(Map.of("age", "30 to 44"), plan.referenceGroups());
        assertEquals("1", plan.positiveLabel());
        assertEquals("1", plan.labels().orElseThrow().favorable());
        assertEquals(
                new AuditPolicies().get("public-benefits-1.0").digest(),
                plan.policy().sha256());
    }

    @Test
    void scoresWithoutPredictionsNeedAThreshold() {
        roles.put("answer", ColumnRole.SCORE);
        AuditPlan plan = draft(closed(), choice(List.of("age"))).freeze();
        assertEquals(OptionalDouble.of(0.5), plan.threshold());
        assertEquals(Optional.of("answer"), plan.columns().find("score"));
    }

    @Test
    void aModelOfOneInputReadsTheFeaturesInOrder() {
        ModelVersion model = open(tensor("X", "float", "N", "2"));
        AuditPlan plan = draft(model, choice(List.of("age"))).freeze();
        assertEquals(Map.of("X", List.of("income", "rent")), plan.model().inputs());
        assertEquals(Optional.empty(), plan.columns().find("prediction"));
        assertEquals(OptionalDouble.of(0.5), plan.threshold());
    }

    @Test
    void inputsNamedLikeColumnsReadThem() {
        ModelVersion model = open(tensor("rent", "float", "N", "1"), tensor("age", "string", "N", "1"));
        AuditPlan plan = draft(model, choice(List.of("age"))).freeze();
        assertEquals(
                Map.of("rent", List.of("rent"), "age", List.of("age")),
                plan.model().inputs());
    }

    /** The rent is a file's name now, and the files lie beside the rows. */
    private void inAnArchive() {
        profile = AuditWorld.Profiles.applications()
                .replace("\"name\": \"rent\", \"type\": \"number\"", "\"name\": \"rent\", \"type\": \"text\"")
                .replace("\"columns\":", "\"archive\": {\"files\": 1473, \"named_by\": [\"rent\"]}, \"columns\":");
    }

    private static AuditChoice choice(ImagePreparation images) {
        AuditChoice choice = choice(List.of("age"));
        return new AuditChoice(
                choice.modelVersion(),
                choice.datasetVersion(),
                choice.policy(),
                choice.features(),
                choice.intersections(),
                choice.references(),
                choice.positiveLabel(),
                choice.favorableLabel(),
                choice.threshold(),
                Optional.of(images),
                Map.of(),
                List.of(),
                MeasuringChoice.NONE);
    }

    private static ImagePreparation images(ImagePreparation.Channels channels, int width, int height, double scale) {
        return new ImagePreparation(
                channels,
                ImagePreparation.Layout.NCHW,
                OptionalInt.empty(),
                Optional.of(new ImagePreparation.Size(width, height)),
                Optional.empty(),
                scale,
                List.of(),
                List.of());
    }

    @Test
    void theOneFeatureThatNamesFilesFeedsTheInputThatTakesImages() {
        inAnArchive();
        ModelVersion model = open(tensor("X", "float", "N", "3", "9", "8"));
        ImagePreparation images = images(ImagePreparation.Channels.RGB, 8, 9, 0.5);
        AuditPlan plan = draft(model, choice(images)).freeze();
        assertEquals(Map.of("X", List.of("rent")), plan.model().inputs());
        assertEquals(Optional.of(images), plan.model().images());
        roles.put("rent", ColumnRole.IGNORED);
        assertProblem("start.problem.imageColumn", "dataset", model);
    }

    @Test
    void imagesComeAsTheModelTakesThem() {
        inAnArchive();
        ModelVersion model = open(tensor("X", "float", "N", "3", "9", "8"));
        assertProblem("start.problem.noImages", "images", model);
        assertImages("start.problem.images.size", "images.size", images(ImagePreparation.Channels.RGB, 8, 0, 1));
        assertImages("start.problem.images.scale", "images.scale", images(ImagePreparation.Channels.RGB, 8, 9, 0));
        assertImages(
                "start.problem.images.scale", "images.scale", images(ImagePreparation.Channels.RGB, 8, 9, Double.NaN));
        assertImages("start.problem.images.shape", "images", images(ImagePreparation.Channels.RGB, 9, 8, 1));
        assertImages("start.problem.images.shape", "images", images(ImagePreparation.Channels.GRAY, 8, 9, 1));
    }

    private void assertImages(String key, String field, ImagePreparation images) {
        ModelVersion model = open(tensor("X", "float", "N", "3", "9", "8"));
        assertTrue(has(draft(model, choice(images)).problems(), key, field), key);
    }

    @Test
    void textFeedsAnInputOfText() {
        inAnArchive();
        roles.put("income", ColumnRole.IGNORED);
        ModelVersion model = open(tensor("T", "string", "N"));
        AuditPlan plan = draft(model, choice(List.of("age"))).freeze();
        assertEquals(Map.of("T", List.of("rent")), plan.model().inputs());
        assertEquals(Optional.empty(), plan.model().images());
    }

    @Test
    void aModelThatDoesNotFitTheColumnsIsRefusedAtTheDataset() {
        assertProblem("start.problem.width", "dataset", open(tensor("X", "float", "N", "9")));
        assertProblem(
                "start.problem.columns",
                "dataset",
                open(tensor("rent", "float", "N", "1"), tensor("tenure", "float", "N", "1")));
        assertProblem("start.problem.type", "dataset", open(tensor("age", "float", "N", "1")));
        Refusal missing = draft(
                        open(tensor("rent", "float", "N", "1"), tensor("tenure", "float", "N", "1")),
                        choice(List.of("age")))
                .problems()
                .get(0);
        assertEquals(List.of("tenure"), missing.arguments());
    }

    @Test
    void aClosedModelNeedsAnswers() {
        roles.put("answer", ColumnRole.IGNORED);
        assertProblem("start.problem.noAnswers", "dataset", closed());
    }

    @Test
    void aLabelHasTwoValues() {
        roles.put("entitled", ColumnRole.IGNORED);
        roles.put("answer", ColumnRole.IGNORED);
        roles.put("age", ColumnRole.LABEL);
        assertProblem("start.problem.label", "dataset", open(tensor("X", "float", "N", "2")));
    }

    @Test
    void theTasksThatThePortalDoesNotAuditAreRefusedAtTheModel() {
        for (ModelTask task : ModelTask.values()) {
            List<Refusal> problems =
                    draft(version(task, null), choice(List.of("age"))).problems();
            assertEquals(AuditedTask.find(task).isEmpty(), has(problems, "start.problem.task", "model"), task.name());
        }
    }

    /** T19: whoever submitted the model or the dataset does not audit it. */
    @Test
    void nobodyAuditsWhatTheySubmitted() {
        AuditFit fit = AuditFit.of(closed(), dataset(), AuditWorld.JONAS);
        assertTrue(has(fit.problems(), "start.problem.ownModel", "model"));
        assertTrue(has(fit.problems(), "start.problem.ownDataset", "dataset"));
        assertFalse(fit.fits());
    }

    @Test
    void whatIsChosenMustBeThere() {
        assertField("start.problem.features", "features", choice(List.of()));
        assertField("start.problem.features", "features", choice(List.of("income")));
        assertField("start.problem.intersection", "features", choice(List.of("age"), List.of(List.of("age", "sex"))));
        assertField(
                "start.problem.reference",
                "features",
                new AuditChoice(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "public-benefits-1.0",
                        List.of("age"),
                        List.of(),
                        Map.of("age", "90 and over"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty()));
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertField(
                    "start.problem.threshold",
                    "threshold",
                    new AuditChoice(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "public-benefits-1.0",
                            List.of("age"),
                            List.of(),
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.of(wrong)));
        }
    }

    /** T18: a choice of a million entries costs no more than one of a few. */
    @Test
    @Timeout(10)
    void farTooMuchIsRefusedBeforeItIsCounted() {
        List<List<String>> intersections = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            intersections.add(List.of("age", "sex", "x" + i));
        }
        assertField("start.problem.tooManyGroups", "features", choice(List.of("age", "sex"), intersections));
        List<String> often = new ArrayList<>(Collections.nCopies(100_000, "age"));
        often.add("sex");
        AuditChoice repeated = choice(often, Collections.nCopies(100_000, List.of("age", "sex")));
        assertEquals(List.of("age", "sex"), repeated.features());
        assertEquals(
                List.of(List.of("age", "sex")),
                draft(closed(), repeated).freeze().intersections());
    }

    @Test
    void theNarrowIsSaidBeforeAnythingRuns() {
        PlanDraft draft = draft(closed(), choice(List.of("age", "sex"), List.of(List.of("age", "sex"))));
        List<Detectable> forecast = Forecast.of(draft);
        // two rates, each over 2 + 1 + 5 groups against their references
        assertEquals(2 * 8, forecast.size());
        Detectable young = forecast.get(0);
        assertEquals("18 to 29", young.group());
        assertEquals("30 to 44", young.reference());
        // half of the 454 have the positive label, if age and label are independent
        assertEquals(227, young.people());
        assertFalse(young.exact());
        assertEquals(0.1, young.baseRate());
        Detectable accurate = forecast.get(8);
        assertEquals(454, accurate.people());
        assertTrue(accurate.exact());
        assertEquals(0.9, accurate.baseRate());
    }

    /** 736 women and 736 men; of all, 454, 1012 and 6 bear the three labels. */
    @Test
    void eachClassIsForecastByItsShareOfTheRows() {
        roles.put("age", ColumnRole.LABEL);
        roles.put("entitled", ColumnRole.IGNORED);
        roles.put("answer", ColumnRole.IGNORED);
        ModelVersion model = open(ModelTask.MULTICLASS_CLASSIFICATION, tensor("X", "float", "N", "2"));
        AuditChoice choice = choice(List.of("sex"));
        List<Detectable> forecast = Forecast.of(new PlanDraft(
                AuditFit.of(model, dataset(), AuditWorld.AMARA),
                choice,
                new AuditPolicies().get("multiclass-parity-1.0")));
        assertEquals(
                List.of(
                        "accuracy 736",
                        "true_positive_rate 18 to 29 227",
                        "true_positive_rate 30 to 44 506",
                        "true_positive_rate 65 and over 3",
                        "false_positive_rate 18 to 29 509",
                        "false_positive_rate 30 to 44 230",
                        "false_positive_rate 65 and over 733"),
                forecast.stream()
                        .map(row -> row.comparison().metric()
                                + row.ofClass().map(" "::concat).orElse("") + " " + row.people())
                        .toList());
        PowerForecast seven = new PowerForecast(0.025, 7);
        assertEquals(
                seven.of(
                                forecast.get(1).comparison(),
                                List.of("sex"),
                                new PowerForecast.Group(forecast.get(1).group(), 227),
                                new PowerForecast.Group(forecast.get(1).reference(), 227),
                                false,
                                0.9)
                        .smallest(),
                forecast.get(1).smallest());
        assertTrue(forecast.get(0).exact());
    }

    @Test
    void weightsAndRepeatedIdsAreSaid() {
        assertFalse(AuditFit.of(closed(), dataset(), AuditWorld.AMARA).hasWeights());
        assertFalse(AuditFit.of(closed(), dataset(), AuditWorld.AMARA).repeatsIds());
        roles.put("rent", ColumnRole.WEIGHT);
        roles.put("person", ColumnRole.IGNORED);
        roles.put("income", ColumnRole.ID);
        assertTrue(AuditFit.of(closed(), dataset(), AuditWorld.AMARA).hasWeights());
        assertTrue(AuditFit.of(closed(), dataset(), AuditWorld.AMARA).repeatsIds());
    }

    private void assertProblem(String key, String field, ModelVersion model) {
        assertTrue(has(draft(model, choice(List.of("age"))).problems(), key, field), key);
    }

    private void assertField(String key, String field, AuditChoice choice) {
        assertTrue(has(draft(closed(), choice).problems(), key, field), key);
    }

    private static boolean has(List<Refusal> problems, String key, String field) {
        return problems.stream()
                .anyMatch(
                        problem -> problem.key().equals(key) && problem.field().equals(Optional.of(field)));
    }

    private PlanDraft draft(ModelVersion model, AuditChoice choice) {
        return new PlanDraft(
                AuditFit.of(model, dataset(), AuditWorld.AMARA), choice, new AuditPolicies().get(choice.policy()));
    }

    private static AuditChoice choice(List<String> features) {
        return choice(features, List.of());
    }

    private static AuditChoice choice(List<String> features, List<List<String>> intersections) {
        return new AuditChoice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "public-benefits-1.0",
                features,
                intersections,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private DatasetVersion dataset() {
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Applications", "All", NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 3, "csv"),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        DatasetSchema schema = new DatasetSchema(roles);
        version.profiled(profile);
        version.fix(schema);
        return version;
    }

    private static ModelVersion closed() {
        return version(ModelTask.BINARY_CLASSIFICATION, null);
    }

    private static ModelVersion open(String... tensors) {
        return open(ModelTask.BINARY_CLASSIFICATION, tensors);
    }

    private static ModelVersion open(ModelTask task, String... tensors) {
        ModelVersion version = version(task, new ModelVersion.ModelFile(Plans.MODEL, 3));
        version.inspected("{\"inputs\":[" + String.join(",", tensors)
                + "],\"outputs\":[],\"opset\":13,\"operators\":[\"MatMul\"],\"sha256\":\"" + Plans.MODEL
                + "\",\"bytes\":3}");
        return version;
    }

    private static String tensor(String name, String type, String... shape) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"shape\":[\"" + String.join("\",\"", shape)
                + "\"]}";
    }

    private static ModelVersion version(ModelTask task, ModelVersion.@Nullable ModelFile file) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY,
                new RegisteredModel.ModelFacts("Pre-check", "Rent", task, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                NOON);
        Person submitter = AuditWorld.JONAS;
        return new ModelVersion(UUID.randomUUID(), model, 1, "1.0", file, submitter, "Jonas", NOON);
    }
}
