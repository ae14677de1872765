package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskForm;
import org.aimass.audit.entity.TaskOption;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.junit.jupiter.api.Test;

/** How many texts are quoted is asked where a dataset, or a model's file, has something to quote. */
class QuotingFitTest {

    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, AuditWorld.NOON);

    /** Of a closed language model: a column for each role, named like it. */
    private static AuditFit fit(ColumnRole... roles) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY,
                new RegisteredModel.ModelFacts("Words", "Talk", ModelTask.TEXT_GENERATION, ModelDomain.OTHER, "MIT"),
                AuditWorld.NOON);
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Prompts", "All", AuditWorld.NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 9, "csv"),
                AuditWorld.JONAS,
                "Jonas",
                AuditWorld.NOON);
        String columns = Stream.concat(Stream.of(ColumnRole.SENSITIVE), Stream.of(roles))
                .map(role -> "{\"name\":\"" + role
                        + "\",\"type\":\"number\",\"missing\":0,\"distinct\":2,\"distinct_is_exact\":true,"
                        + "\"values\":[{\"value\":\"0\",\"rows\":70},{\"value\":\"1\",\"rows\":50}],\"values_complete\":true,"
                        + "\"minimum\":0,\"maximum\":1,\"mean\":0.4}")
                .collect(Collectors.joining(","));
        version.profiled("{\"format\":\"csv\",\"bytes\":9,\"sha256\":\"" + Plans.DATASET
                + "\",\"rows\":120,\"columns\":[" + columns + "]}");
        Map<String, ColumnRole> schema = new LinkedHashMap<>(Map.of("SENSITIVE", ColumnRole.SENSITIVE));
        Stream.of(roles).forEach(role -> schema.put(role.name(), role));
        version.fix(new DatasetSchema(schema));
        return AuditFit.of(
                new ModelVersion(UUID.randomUUID(), model, 1, "1.0", null, AuditWorld.JONAS, "Jonas", AuditWorld.NOON),
                version,
                AuditWorld.AMARA);
    }

    private static Optional<TaskOption> examples(AuditFit fit) {
        return fit.options().stream()
                .filter(option -> option.key().equals(TaskOption.EXAMPLES))
                .findFirst();
    }

    @Test
    void flagsAloneHaveNothingToQuote() {
        assertEquals(Optional.empty(), examples(fit(ColumnRole.PROMPT, ColumnRole.TOXIC)));
        assertEquals(Optional.empty(), examples(fit(ColumnRole.MORE, ColumnRole.LESS)));
        TaskOption asked = examples(fit(ColumnRole.PROMPT, ColumnRole.TOXIC, ColumnRole.ANSWER))
                .orElseThrow();
        assertEquals("20", asked.usual());
        assertEquals(100, asked.most());
    }

    @Test
    void eachFormOfADatasetIsAskedAlone() {
        AuditFit fit = fit(
                ColumnRole.TOXIC,
                ColumnRole.SCORE,
                ColumnRole.COUNTERFACTUAL,
                ColumnRole.LABEL,
                ColumnRole.PREDICTION,
                ColumnRole.BIASED,
                ColumnRole.UNKNOWN);
        TaskOption examples = examples(fit).orElseThrow();
        assertEquals(
                List.of("counterfactual", "question_answering"),
                fit.forms().stream()
                        .filter(form -> fit.asks(examples, form))
                        .map(TaskForm::name)
                        .sorted()
                        .toList());
    }

    /** What is quoted beside the numbers is carried by the plan. */
    @Test
    void closedModelsBringTheirTexts() {
        AuditFit fit = fit(ColumnRole.SCORE, ColumnRole.COUNTERFACTUAL, ColumnRole.TEXT, ColumnRole.EXCHANGED);
        TaskForm form = fit.forms().get(0);
        assertEquals(
                Map.of(
                        "score", List.of("SCORE"),
                        "counterfactual", List.of("COUNTERFACTUAL"),
                        "text", List.of("TEXT"),
                        "exchanged", List.of("EXCHANGED")),
                form.columns(fit.dataset().schema(), true));
        AuditFit questions =
                fit(ColumnRole.LABEL, ColumnRole.PREDICTION, ColumnRole.BIASED, ColumnRole.UNKNOWN, ColumnRole.PROMPT);
        assertEquals(
                List.of("PROMPT"),
                questions
                        .forms()
                        .get(0)
                        .columns(questions.dataset().schema(), true)
                        .get("prompt"));
    }
}
