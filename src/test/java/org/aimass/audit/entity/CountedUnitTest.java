package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

class CountedUnitTest {

    @Test
    void tasksThatCountDifferentThingsTogetherCountPeople() {
        assertEquals(CountedUnit.PAIRS, CountedUnit.of(Set.of(ModelTask.FACE_VERIFICATION)));
        assertEquals(
                CountedUnit.SNIPPETS, CountedUnit.of(Set.of(ModelTask.SPEECH_RECOGNITION, ModelTask.SPEECH_SYNTHESIS)));
        assertEquals(CountedUnit.PEOPLE, CountedUnit.of(Set.of(ModelTask.RANKING, ModelTask.TEXT_GENERATION)));
    }

    @Test
    void aClassifierCountsWhatItIsShown() {
        ModelTask two = ModelTask.BINARY_CLASSIFICATION;
        assertEquals(CountedUnit.PEOPLE, CountedUnit.of(two, false, false, Optional.empty()));
        assertEquals(CountedUnit.TEXTS, CountedUnit.of(two, false, true, Optional.empty()));
        assertEquals(CountedUnit.SNIPPETS, CountedUnit.of(two, false, false, Optional.of(CountedUnit.SNIPPETS)));
        assertEquals(
                CountedUnit.IMAGES,
                CountedUnit.of(ModelTask.MULTICLASS_CLASSIFICATION, true, false, Optional.of(CountedUnit.TEXTS)));
        assertEquals(CountedUnit.ITEMS, CountedUnit.of(ModelTask.RANKING, false, true, Optional.of(CountedUnit.TEXTS)));
        assertEquals(CountedUnit.PAIRS, CountedUnit.of(ModelTask.FACE_VERIFICATION, true, false, Optional.empty()));
    }

    /** The policy for filters, or features that name identities, say that rows are texts. */
    @Test
    void anAuditOfAContentFilterCountsTexts() {
        AuditPlan people = Plans.byAge();
        assertEquals(CountedUnit.PEOPLE, CountedUnit.of(people));
        assertEquals(CountedUnit.TEXTS, CountedUnit.of(with(people, "content-filter", TaskOptions.NONE)));
        TaskOptions identities = new TaskOptions(Map.of("identity_features", List.of("age")));
        assertEquals(CountedUnit.TEXTS, CountedUnit.of(with(people, "equalized-odds", identities)));
    }

    private static AuditPlan with(AuditPlan plan, String policy, TaskOptions options) {
        return new AuditPlan(
                plan.task(),
                plan.model(),
                plan.dataset(),
                new AuditPlan.Policy(policy, "1.0", plan.policy().sha256()),
                plan.columns(),
                plan.labels(),
                options,
                plan.threshold(),
                plan.sensitiveFeatures(),
                plan.intersections(),
                plan.referenceGroups(),
                plan.controlFeatures(),
                plan.confidence(),
                plan.bootstrap());
    }
}
