package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
