package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnProfile.ValueCount;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.ColumnType;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.Profile;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** What each task needs of a dataset, and which columns it reads. */
class TaskFormTest {

    /** Each column is called as its role is in small letters, with a number behind where there are several. */
    private static DatasetSchema schema(ColumnRole... roles) {
        Map<String, ColumnRole> byName = new LinkedHashMap<>();
        for (ColumnRole role : roles) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT);
            byName.put(byName.containsKey(name) ? name + byName.size() : name, role);
        }
        return new DatasetSchema(byName);
    }

    private static Profile profile(DatasetSchema schema) {
        List<ColumnProfile> columns = new ArrayList<>();
        schema.roles()
                .forEach((name, role) -> columns.add(new ColumnProfile(
                        name,
                        ColumnType.INTEGER,
                        0,
                        2,
                        true,
                        0.0,
                        1.0,
                        0.5,
                        List.of(new ValueCount("0", 50), new ValueCount("1", 50)),
                        true)));
        return new Profile("csv", 9, Plans.DATASET, 100, columns, Optional.empty());
    }

    private static List<String> problems(ModelTask task, ColumnRole... roles) {
        DatasetSchema schema = schema(roles);
        List<TaskForm> forms = AuditedTask.find(task).orElseThrow().forms();
        List<String> fitting = forms.stream()
                .filter(form -> form.missing(schema, profile(schema), true).isEmpty())
                .map(TaskForm::name)
                .toList();
        return forms.size() > 1
                ? fitting
                : forms.get(0).missing(schema, profile(schema), true).stream()
                        .map(missing -> missing.problem() + " " + missing.column())
                        .toList();
    }

    private static Map<String, List<String>> columns(ModelTask task, int form, ColumnRole... roles) {
        return AuditedTask.find(task).orElseThrow().forms().get(form).columns(schema(roles), true);
    }

    @Test
    void aVerificationNeedsPairsAndHowAlikeTheyAre() {
        assertEquals(List.of(), problems(ModelTask.FACE_VERIFICATION, ColumnRole.LABEL, ColumnRole.SCORE));
        assertEquals(
                List.of("start.problem.noLabel ", "start.problem.noSimilarity "),
                problems(ModelTask.FACE_VERIFICATION, ColumnRole.LEFT, ColumnRole.SENSITIVE));
        assertEquals(
                List.of("start.problem.bothSides "),
                problems(ModelTask.FACE_VERIFICATION, ColumnRole.LABEL, ColumnRole.SCORE, ColumnRole.GROUP_LEFT));
    }

    /** Where there is a score, nothing is compared anew; who is on each side says more than who is in the pair. */
    @Test
    void whatSaysLessIsNotRead() {
        assertEquals(
                Map.of("genuine", List.of("label"), "score", List.of("score")),
                columns(
                        ModelTask.FACE_VERIFICATION,
                        0,
                        ColumnRole.LABEL,
                        ColumnRole.SCORE,
                        ColumnRole.LEFT,
                        ColumnRole.RIGHT));
        assertEquals(
                Map.of(
                        "genuine",
                        List.of("label"),
                        "left",
                        List.of("left", "left2"),
                        "right",
                        List.of("right", "right4"),
                        "cluster_left",
                        List.of("cluster_left"),
                        "cluster_right",
                        List.of("cluster_right")),
                columns(
                        ModelTask.FACE_VERIFICATION,
                        0,
                        ColumnRole.LABEL,
                        ColumnRole.LEFT,
                        ColumnRole.LEFT,
                        ColumnRole.RIGHT,
                        ColumnRole.RIGHT,
                        ColumnRole.CLUSTER,
                        ColumnRole.CLUSTER_LEFT,
                        ColumnRole.CLUSTER_RIGHT));
        assertEquals(
                Map.of("refused", List.of("refused")),
                columns(ModelTask.IMAGE_GENERATION, 0, ColumnRole.FEATURE, ColumnRole.REFUSED));
        assertEquals(
                Map.of("query", List.of("query"), "relevance", List.of("label"), "score", List.of("prediction")),
                columns(
                        ModelTask.RANKING,
                        0,
                        ColumnRole.QUERY,
                        ColumnRole.LABEL,
                        ColumnRole.PREDICTION,
                        ColumnRole.SCORE,
                        ColumnRole.RANK));
    }

    @Test
    void searchesAndTextsComeInSeveralForms() {
        assertEquals(
                List.of("faces"),
                problems(ModelTask.FACE_IDENTIFICATION, ColumnRole.IMAGE, ColumnRole.IDENTITY, ColumnRole.ENROLLED));
        assertEquals(
                List.of("candidates"),
                problems(
                        ModelTask.FACE_IDENTIFICATION,
                        ColumnRole.PROBE,
                        ColumnRole.IDENTITY,
                        ColumnRole.CANDIDATE,
                        ColumnRole.SCORE));
        assertEquals(
                List.of("pairs", "prompts"),
                problems(ModelTask.TEXT_GENERATION, ColumnRole.MORE, ColumnRole.LESS, ColumnRole.TOXIC));
        assertEquals(List.of(), problems(ModelTask.TEXT_GENERATION, ColumnRole.MORE, ColumnRole.SCORE));
        assertEquals(
                List.of(), problems(ModelTask.TEXT_GENERATION, ColumnRole.MORE, ColumnRole.LESS, ColumnRole.UNRELATED));
    }

    @Test
    void speechNeedsWhatWasSaidAndWhatWasUnderstood() {
        assertEquals(List.of(), problems(ModelTask.SPEECH_RECOGNITION, ColumnRole.REFERENCE, ColumnRole.HYPOTHESIS));
        assertEquals(
                List.of("start.problem.noHypothesis "),
                problems(ModelTask.SPEECH_RECOGNITION, ColumnRole.REFERENCE, ColumnRole.AUDIO));
        assertEquals(List.of(), problems(ModelTask.SPEECH_SYNTHESIS, ColumnRole.RATING, ColumnRole.LISTENER));
        assertEquals(
                List.of("start.problem.noVoice ", "start.problem.noVoice "),
                problems(ModelTask.SPEECH_SYNTHESIS, ColumnRole.TRANSCRIPT));
        assertEquals(
                List.of("start.problem.noImagesToJudge ", "start.problem.noFeatures "),
                problems(ModelTask.IMAGE_GENERATION, ColumnRole.GENERATED));
    }
}
