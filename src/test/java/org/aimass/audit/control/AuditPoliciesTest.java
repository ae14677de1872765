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
                        "content-filter-1.0 094b6eca465a198674c3ea193fa429e2d893d7998944792e94f5ac65c93f936e",
                        "face-verification-1.0 0876242c1ce42aeaa01e87841f46c37e63430880534452514181a54228e015bf",
                        "face-identification-1.0 55d9fe2811a5c8b1deb05eceb370a115fb6348e0272b16e5d7ba152baa2b9e23",
                        "speech-recognition-1.0 5e3e7fc40359e9214fa96970fcabf19ae272334341be1d16bffe57544c731507",
                        "speech-recognition-characters-1.0 72953cd1ac799741108333a400e1e071378a2b77d18f6fd1cf953d82f1b22275",
                        "voice-intelligibility-1.0 4f117c6bdc627bd5bcd1053685dd8af14b18d8fd311936391671493bb1c95346",
                        "voice-ratings-1.0 e367c09e46a6cc253f4111b8a1a9102997ca08f3a03446d7b1e38eb2e0b15238",
                        "refusals-1.0 e2bf2cb1695f0442b8c0eff955d8af9c0d973226c72aad67ef82df014cfea1e1",
                        "identity-preservation-1.0 519421bccf0a847a65b5eea7d4720bbd26070b0fe790940584242f1d35c101f6",
                        "sentence-pairs-1.0 176538f36ca93123733a9744be95289c207829761d5b873aad689d350ec74234",
                        "questions-and-answers-1.0 a508d96202198fa13fdeb468bf4ba8e15041db199ad14193d725c2c85db98456",
                        "toxic-answers-1.0 78a144ff04134698b013f991ea49be25133b5e0e72d0573de1525d6b4eb50fb9",
                        "counterfactual-scores-1.0 8e73010e582756349f7254c57976af6e85fe8ccffb545044691ad08bd332702b",
                        "detection-recall-1.0 e2e6daeb1d21df1fafddefa16d6a977e2c818355f6649ebd0a4a81fd0decaeb3",
                        "detection-precision-1.0 fd3fcb2b4506c421b20acf1bb38e86b6a7dc5284a2b1f06c4cdff7741264932b",
                        "pose-parity-1.0 916de5b76972bff467db71c54214a082c73aeb964396ed416c20e5806229aabd"),
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
