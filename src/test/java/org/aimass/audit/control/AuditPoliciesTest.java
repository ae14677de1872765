package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Tolerance;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

class AuditPoliciesTest {

    private final AuditPolicies policies = new AuditPolicies();

    @Test
    void thePublicBenefitsPolicyIsAsPublished() {
        AuditPolicy policy = policies.get("public-benefits-1.0");
        Tolerance fivePoints = new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05);
        assertEquals(10, policy.minimumGroupSize());
        assertEquals(
                List.of(
                        new AuditPolicy.Comparison("false_negative_rate", false, fivePoints),
                        new AuditPolicy.Comparison("accuracy", false, fivePoints)),
                policy.comparisons());
    }

    @Test
    void theFourFifthsPolicyNamesItsSource() {
        AuditPolicy policy = policies.get("four-fifths-1.0");
        assertEquals(
                List.of(new AuditPolicy.Comparison("selection_rate", false, new Tolerance(Tolerance.Scale.RATIO, 0.8))),
                policy.comparisons());
        assertTrue(policy.source().startsWith("29 CFR 1607.4(D)"), policy.source());
    }

    /** What a mean score and its labels differ by has no spread that sizes tell. */
    @Test
    void ofPoliciesForClassifiersCalibrationAloneComparesNoShare() {
        assertEquals(
                List.of("calibration-1.0"),
                policies.all().stream()
                        .filter(policy -> policy.tasks().contains(ModelTask.BINARY_CLASSIFICATION)
                                || policy.tasks().contains(ModelTask.MULTICLASS_CLASSIFICATION))
                        .filter(policy -> !policy.comparesRates())
                        .map(AuditPolicy::key)
                        .toList());
    }

    /** A version never changes: another rule needs another version, and this list another line. */
    @Test
    void aPolicysVersionNeverChanges() {
        assertEquals(
                List.of(
                        "public-benefits-1.0 24e9841c653676dc6f771513977e9cb554fbb5559c16e6c08d41c26eaa4cb3fb",
                        "four-fifths-1.0 5c2c6817292981c49b0663c1a1df0ffdb9dcd09a63c0d4684caf865519684560",
                        "equal-opportunity-1.0 0bd4f28c7e4f953f1ab530268243da9cfb138468678155d507801a2daf925b3c",
                        "equalized-odds-1.0 8dd9978932ef8973538c1626ca76aae8d9b5c40053d800e7c6e7f8c051180eba",
                        "predictive-parity-1.0 3b0ed7edc7c19177fb48d21a8f4984b3968a46dfa06722eff7da7ad649a1b606",
                        "calibration-1.0 631625d25e01f1aeb393f9dad684bddde3bf02df617a925bc04578b4dacc9ef0",
                        "local-law-144-1.0 f47cf98cabeae873ee3987fee8eeec80f412b9ae3b7ddf3324b97956175f3503",
                        "health-1.0 9daa96859ed83b8eeea05f131cb4d143893fca155a3d06f50094771cc8bf7ad7",
                        "finance-1.0 f7100bc082d70fa5154a7737f2cca33cc0cc5dc8ad207c64b518ac82e34aafb0",
                        "multiclass-parity-1.0 b467d6da90a8af885018ca5e2da23ce10e4b6e9e6c717cf1ad7de02303468e65",
                        "regression-parity-1.0 563ab8e2ca4340a25c66bfc1f5fce48ae02a0570a232b2b8dc769f1b59600370",
                        "ranking-exposure-1.0 7c6197237aae723c1363ed6bb3eaf73af8fd80095110abb0b4f9f258d07b863e",
                        "content-filter-1.0 1ef98eb7d8d7d8ae47dab433ac7ce1d14f7bfa0c53bc6acc82da049f1f07c07b",
                        "face-verification-1.0 8354fe56dec426acfaf413ad18a5804ea36a7d563f3ae1372bc67a6c34daa970",
                        "face-identification-1.0 6868b303fa9fca639d2038a3372fc7c6a12438d6e66ee81894b4a433d628f557",
                        "speech-recognition-1.0 877d88151b99116df53c25ffbeb45a5646980aae26b58aeeb88bf1b6d603df4e",
                        "speech-recognition-characters-1.0 72953cd1ac799741108333a400e1e071378a2b77d18f6fd1cf953d82f1b22275",
                        "voice-intelligibility-1.0 4f117c6bdc627bd5bcd1053685dd8af14b18d8fd311936391671493bb1c95346",
                        "voice-ratings-1.0 6dddf2e7ab56ad9dd0aa2ab51df5a0510bb15f9348f4f626e5a08b39bc04e766",
                        "refusals-1.0 e2bf2cb1695f0442b8c0eff955d8af9c0d973226c72aad67ef82df014cfea1e1",
                        "identity-preservation-1.0 d69b32c3c8704513b3258b01b5418986ec10e5c23bc65b0f3fa6009ab9a0b9b2",
                        "sentence-pairs-1.0 176538f36ca93123733a9744be95289c207829761d5b873aad689d350ec74234",
                        "questions-and-answers-1.0 a508d96202198fa13fdeb468bf4ba8e15041db199ad14193d725c2c85db98456",
                        "toxic-answers-1.0 acf6fcdf497524b280a422369a0762417bef168c5da2ed924475101ff2903f93",
                        "counterfactual-scores-1.0 e3bea23b5847ee66b2d858d6b758833f7d4ce9f5b9191ec3045fac0b37edd223",
                        "detection-recall-1.0 80b980e92e688e4bcb4c5e3221f4be3d382c68be3f1625ac1ce0cdf843b3aef0",
                        "detection-precision-1.0 e1179227ebd38b1edef7aa241feb020a9e2b1106508c60b81260492b2bd19fd5",
                        "pose-parity-1.0 e371c37e944b2cd1fbfdd7febfa072a49a8cb071e7d0a5e7b2d3f0c1d3eb0b0e"),
                policies.all().stream()
                        .map(policy -> policy.key() + " " + policy.digest())
                        .toList());
    }

    @Test
    void everyPolicyHasItsWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle words = ResourceBundle.getBundle(
                    "org.aimass.audit.Words",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (AuditPolicy policy : policies.all()) {
                assertTrue(words.containsKey("policy." + policy.name() + ".name"), policy.key());
                assertTrue(words.containsKey("policy." + policy.key() + ".rule"), policy.key());
                assertTrue(words.containsKey("policy." + policy.key() + ".why"), policy.key());
                for (AuditPolicy.Comparison comparison : policy.comparisons()) {
                    assertTrue(words.containsKey("metric." + comparison.metric() + ".name"), comparison.metric());
                }
            }
        }
    }

    @Test
    void thereIsNoOtherPolicy() {
        assertThrows(Refusal.class, () -> policies.get("public-benefits-1.1"));
        assertThrows(Refusal.class, () -> policies.get("../../../../../etc/passwd"));
    }

    @Test
    void aPolicyIsReadStrictly() {
        String good = """
                {"name": "p", "version": "1.0", "source": "s", "minimum_group_size": 10,
                 "comparisons": [{"metric": "accuracy", "difference": 0.05}]}""";
        assertEquals("p-1.0", parse(good).key());
        for (String bad : List.of(
                good.replace("\"source\"", "\"sauce\""),
                good.replace("accuracy", "ROC AUC"),
                good.replace("0.05", "\"0.05\""),
                good.replace("\"difference\": 0.05", "\"difference\": 0.05, \"ratio\": 0.8"),
                good.replace("\"difference\"", "\"at_most\""),
                good.replace("[{", "[7, {"),
                good.replace("10", "9.5"),
                good.replace("10", "-1"))) {
            assertThrows(Fields.Malformed.class, () -> parse(bad), bad);
        }
        for (String bad : List.of(
                good.replace("0.05", "5"),
                good.replace("10,", "0,"),
                good.replace("[{", "[{\"metric\": \"accuracy\", \"difference\": 0.05}, {"),
                good.replace("\"p\"", "\"../p\""))) {
            assertThrows(IllegalArgumentException.class, () -> parse(bad), bad);
        }
    }

    private static AuditPolicy parse(String json) {
        return AuditPolicies.parse(StrictJson.read(json));
    }

    /** A policy may need a part that only some datasets of its task bring, and name the parameters of what it compares. */
    @Test
    void whatAPolicyNeedsAndWhereItLooksIsRead() {
        AuditPolicy policy = policies.get("questions-and-answers-1.0");
        assertEquals(Set.of("biased"), policy.needs());
        assertEquals(Map.of(), policy.comparisons().get(0).at());
        assertEquals(Map.of("context", "ambiguous"), policy.comparisons().get(1).at());
        assertEquals(Set.of(), policies.get("public-benefits-1.0").needs());
    }
}
