package org.aimass.dataset.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Annotated images have fields for columns, and no label. */
class AnnotatedRolesTest {

    private static final String FIELDS = """
            {"name":"skin_tone","of":"objects","type":"text","missing":4,"distinct":2,"distinct_is_exact":true,"values":
             [{"value":"dark","rows":3,"images":2},{"value":"light","rows":5,"images":4}],"values_complete":true},
            {"name":"city","of":"images","type":"text","missing":0,"distinct":1,"distinct_is_exact":true,"values":
             [{"value":"Aarhus","rows":12,"images":6}],"values_complete":true},
            {"name":"track","of":"objects","type":"integer","missing":0,"distinct":90,"distinct_is_exact":true,
             "values":[],"values_complete":false}""";

    private static final String ANNOTATIONS = """
            "annotations":{"images":6,"images_with_file":0,"objects":12,"crowds":1,"keypoints":17,"poses":8,
             "detections":{"count":9,"boxes":9,"poses":7},"categories":2,"largest_categories":
             [{"name":"person","objects":11,"detections":8},{"name":"dog","objects":1,"detections":1}]},""";

    static Profile profile(String fields) {
        return Profile.parse("{\"format\":\"zip\",\"bytes\":9,\"sha256\":\"" + "ab".repeat(32) + "\",\"rows\":12,"
                + ANNOTATIONS + "\"archive\":{\"files\":2,\"named_by\":[]},\"columns\":[" + fields + "]}");
    }

    @Test
    void readsWhatTheEngineWrites() {
        Annotations there = profile(FIELDS).annotations().orElseThrow();
        assertEquals(6, there.images());
        assertFalse(there.hasImages());
        assertEquals(17, there.keypoints());
        assertEquals(8, there.poses());
        assertTrue(there.found().orElseThrow().areBoxes());
        assertFalse(there.found().orElseThrow().arePoses());
        assertEquals(new Annotations.Category("person", 11, 8), there.largest().get(0));
        assertEquals(
                Map.of(
                        "city", new Annotations.Field(true, Map.of("Aarhus", 6L)),
                        "skin_tone", new Annotations.Field(false, Map.of("dark", 2L, "light", 4L)),
                        "track", new Annotations.Field(false, Map.of())),
                there.fields());
        assertThrows(IllegalArgumentException.class, () -> profile(FIELDS.replace("\"images\":6}", "\"images\":-6}")));
    }

    @Test
    void fieldsAboutPeopleAreGuessed() {
        assertEquals(
                Map.of(
                        "skin_tone", ColumnRole.SENSITIVE,
                        "city", ColumnRole.IGNORED,
                        "track", ColumnRole.IGNORED),
                RoleGuesses.of(profile(FIELDS)).roles());
        assertEquals(
                List.of("perceived_gender"),
                RoleGuesses.of(profile(FIELDS.replace("skin_tone", "perceived_gender")))
                        .columns(ColumnRole.SENSITIVE));
    }

    @Test
    void oneFieldMustBeSensitiveAndNoneALabel() {
        Profile profile = profile(FIELDS);
        assertEquals(List.of(), check(profile, Map.of("skin_tone", ColumnRole.SENSITIVE, "city", ColumnRole.CONTROL)));
        assertEquals(List.of("roles.noSensitive"), check(profile, Map.of("city", ColumnRole.CONTROL)));
        assertEquals(
                List.of("roles.annotated", "roles.manyGroups"),
                check(
                        profile,
                        Map.of(
                                "skin_tone", ColumnRole.SENSITIVE,
                                "city", ColumnRole.LABEL,
                                "track", ColumnRole.CONTROL)));
        assertEquals(List.of("roles.noFields"), check(profile(""), Map.of()));
    }

    private static List<String> check(Profile profile, Map<String, ColumnRole> roles) {
        return SchemaCheck.of(profile, new DatasetSchema(roles)).stream()
                .map(SchemaProblem::key)
                .toList();
    }
}
