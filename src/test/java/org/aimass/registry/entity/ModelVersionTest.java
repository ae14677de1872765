package org.aimass.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.ModelVersion.ModelFile;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.VersionChanges.Change;
import org.aimass.registry.entity.VersionChanges.Part;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** A draft changes, what is registered does not; a withdrawn version never comes back; two versions are compared. */
class ModelVersionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sha256Digest DIGEST = Sha256Digest.of(new byte[] {1});
    private static final Sheet<CardSection> CARD = new Sheet<>(Map.of(CardSection.CAVEATS, "Only rivers"));

    private static ModelVersion version(boolean draft, boolean closed, Sheet<CardSection> card) {
        RegisteredModel model = new RegisteredModel(
                new Organization(UUID.randomUUID(), "o", "O", "部", OrganizationKind.DEPARTMENT, NOON),
                new RegisteredModel.ModelFacts(
                        "M", "P", ModelTask.BINARY_CLASSIFICATION, ModelDomain.PUBLIC_BENEFITS, "MIT"),
                NOON);
        return new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new VersionFacts("1.0", card, draft),
                closed ? null : new ModelFile(DIGEST, 1),
                new Person("i", "jonas"),
                "Jonas",
                NOON);
    }

    private static String signature(String inputs, String operators) {
        return "{\"inputs\":[" + inputs
                + "],\"outputs\":[{\"name\":\"y\",\"type\":\"float\",\"shape\":[-1,2]}],\"opset\":13,"
                + "\"operators\":[" + operators + "],\"sha256\":\"" + DIGEST + "\",\"bytes\":1}";
    }

    private static String input(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"shape\":[-1,9]}";
    }

    @Test
    void aDraftIsNeverReadyBeforeItIsRegistered() {
        ModelVersion draft = version(true, false, CARD);
        draft.inspected(signature(input("x", "float"), "\"Gemm\""));
        assertEquals(ModelStatus.DRAFT, draft.status());
        draft.describe(new Sheet<>(Map.of(CardSection.ETHICS, "None", CardSection.DETAILS, "Ours")));
        assertEquals(
                List.of(CardSection.DETAILS, CardSection.ETHICS), draft.card().sections());
        draft.register();
        assertEquals(ModelStatus.READY, draft.status());
        Refusal again = assertThrows(Refusal.class, draft::register);
        assertEquals("refusal.noDraft", again.key());
        assertThrows(Refusal.class, () -> draft.describe(CARD));
        assertEquals(2, draft.card().sections().size(), "nothing has changed");
    }

    @Test
    void registeredWhileItIsInspectedItIsReadyAfterwards() {
        ModelVersion draft = version(true, false, CARD);
        draft.register();
        assertEquals(ModelStatus.INSPECTING, draft.status());
        draft.inspected(signature(input("x", "float"), "\"Gemm\""));
        assertEquals(ModelStatus.READY, draft.status());
    }

    @Test
    void aClosedModelIsADraftOrReadyAtOnce() {
        assertEquals(ModelStatus.DRAFT, version(true, true, CARD).status());
        assertEquals(ModelStatus.READY, version(false, true, CARD).status());
    }

    @Test
    void whatIsWithdrawnStaysSoAndSaysWhy() {
        ModelVersion version = version(false, true, CARD);
        Withdrawal withdrawal = new Withdrawal("It drowned", "Jonas", NOON);
        version.withdraw(withdrawal);
        assertEquals(ModelStatus.WITHDRAWN, version.status());
        assertEquals(withdrawal, version.withdrawal().orElseThrow());
        assertThrows(Refusal.class, () -> version.withdraw(withdrawal));
        assertFalse(version.isDraft());
        ModelVersion inspected = version(false, false, CARD);
        assertThrows(Refusal.class, () -> inspected.withdraw(withdrawal), "still being inspected");
        inspected.refuse("broken");
        assertThrows(Refusal.class, () -> inspected.withdraw(withdrawal), "refused");
    }

    @Test
    void twoVersionsAreComparedByNameNotByPlace() {
        ModelVersion older = version(false, false, CARD);
        older.inspected(signature(input("age", "float") + "," + input("sex", "int64"), "\"Gemm\",\"Relu\""));
        ModelVersion newer = version(
                false, false, new Sheet<>(Map.of(CardSection.CAVEATS, "Also lakes", CardSection.DETAILS, "Ours")));
        newer.inspected(signature(input("income", "float") + "," + input("age", "double"), "\"Relu\",\"Softmax\""));
        List<Change> changes = VersionChanges.between(older, newer).changes();
        assertEquals(
                List.of(
                        new Change(Part.INPUT, "age", "float [N, 9]", "double [N, 9]"),
                        new Change(Part.INPUT, "sex", "int64 [N, 9]", ""),
                        new Change(Part.INPUT, "income", "", "float [N, 9]"),
                        new Change(Part.OPERATOR, "Gemm", "Gemm", ""),
                        new Change(Part.OPERATOR, "Softmax", "", "Softmax"),
                        new Change(Part.CARD, "CAVEATS", "Only rivers", "Also lakes"),
                        new Change(Part.CARD, "DETAILS", "", "Ours")),
                changes);
        assertEquals(
                List.of("CHANGED", "REMOVED", "ADDED"),
                changes.subList(0, 3).stream().map(Change::kind).toList());
        assertTrue(VersionChanges.between(newer, newer).changes().isEmpty());
    }

    private static ModelVersion recognizer(boolean draft, String blank) {
        RegisteredModel model = new RegisteredModel(
                new Organization(UUID.randomUUID(), "o", "O", "部", OrganizationKind.DEPARTMENT, NOON),
                new RegisteredModel.ModelFacts("M", "P", ModelTask.SPEECH_RECOGNITION, ModelDomain.OTHER, "MIT"),
                NOON);
        return new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new VersionFacts("1.0", CARD, draft, settings(blank)),
                new ModelFile(DIGEST, 1, List.of(new Companion(CompanionKind.VOCABULARY, "v.json", DIGEST, 40))),
                new Person("i", "jonas"),
                "Jonas",
                NOON);
    }

    private static ModelSettings settings(String blank) {
        return new ModelSettings(
                Optional.empty(),
                Optional.of(new ModelSettings.Audio(16_000, false, Optional.of(blank), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** As the engine answers of a recognizer with six tokens. */
    private static String heard(boolean hasBlank) {
        return "{\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,-1]}],"
                + "\"outputs\":[{\"name\":\"y\",\"type\":\"float\",\"shape\":[-1,-1,6]}],\"opset\":13,\"operators\":[],"
                + "\"sha256\":\"" + DIGEST + "\",\"bytes\":1,\"vocabulary\":{\"tokens\":6"
                + (hasBlank ? ",\"blank\":0" : "") + "}}";
    }

    @Test
    void settingsThatDoNotFitTheFileMakeADraftUntilTheyAreRight() {
        ModelVersion fits = recognizer(false, "_");
        fits.inspected(heard(true));
        assertEquals(ModelStatus.READY, fits.status());

        ModelVersion version = recognizer(false, "?");
        version.inspected(heard(false));
        assertEquals(ModelStatus.DRAFT, version.status());
        assertTrue(version.isDraft());
        Refusal refused = assertThrows(Refusal.class, version::register);
        assertEquals("settings.audio.blank", refused.field().orElseThrow());

        assertFalse(version.feed(settings("?")), "said twice, nothing changes");
        assertTrue(version.feed(settings("_")), "the engine has to look for the other token");
        assertEquals(ModelStatus.INSPECTING, version.status());
        assertThrows(Refusal.class, () -> version.feed(settings("!")));
        version.inspected(heard(true));
        version.register();
        assertEquals(ModelStatus.READY, version.status());
        assertThrows(Refusal.class, () -> version.feed(settings("?")));
    }

    @Test
    void anotherTaskNeedsOtherFiles() {
        ModelVersion version = recognizer(true, "_");
        version.inspected(heard(true));
        assertEquals(
                "tokenizer",
                version.settingsProblems(ModelTask.TEXT_GENERATION, ModelSettings.NONE)
                        .get(0)
                        .field()
                        .orElseThrow());
        assertEquals(List.of(), version.settingsProblems(ModelTask.REGRESSION, ModelSettings.NONE));
    }

    @Test
    void otherSettingsAndFilesAreChanges() {
        ModelVersion older = recognizer(false, "_");
        ModelVersion newer = recognizer(false, "?");
        List<Change> changes = VersionChanges.between(older, newer).changes();
        assertEquals(1, changes.size());
        assertEquals(Part.SETTING, changes.get(0).part());
        assertEquals("audio", changes.get(0).name());
        assertEquals("{\"sample_rate\":16000,\"blank\":\"?\"}", changes.get(0).now());
    }
}
