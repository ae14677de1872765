package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.aimass.security.Person;
import org.junit.jupiter.api.Test;

/** T8: one sender, however slow, holds so many threads and no more. */
class SenderFilterT8Test {

    private static final Optional<Person> JONAS = Optional.of(new Person("https://id.example", "jonas"));

    private final SenderFilter filter = new SenderFilter();

    @Test
    void aPersonSendsSixteenAtOnceAndTheNextWhenOneIsDone() {
        for (int i = 0; i < SenderFilter.AT_MOST; i++) {
            assertTrue(filter.enter(JONAS));
        }
        assertFalse(filter.enter(JONAS));
        filter.leave(JONAS);
        assertFalse(filter.enter(JONAS));
        filter.leave(JONAS);
        filter.leave(JONAS);
        assertTrue(filter.enter(JONAS));
    }

    @Test
    void nobodyInParticularHasAsManyTogetherAndTakesNoneFromAPerson() {
        for (int i = 0; i < 3 * SenderFilter.AT_MOST; i++) {
            assertEquals(i < SenderFilter.AT_MOST, filter.enter(Optional.empty()));
        }
        assertTrue(filter.enter(JONAS));
    }

    @Test
    void whoeverIsDoneIsForgotten() {
        filter.enter(JONAS);
        filter.enter(Optional.empty());
        assertEquals(2, filter.senders());
        filter.leave(JONAS);
        filter.leave(Optional.empty());
        assertEquals(0, filter.senders());
    }
}
