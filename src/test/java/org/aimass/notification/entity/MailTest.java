package org.aimass.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.security.Person;
import org.junit.jupiter.api.Test;

class MailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aMailIsTriedLessAndLessOftenAndGivenUpAfterThreeDays() {
        Mail mail = new Mail(UUID.randomUUID(), NOON);
        List<Long> pauses = new ArrayList<>();
        Instant now = NOON;
        while (mail.state() == Mail.State.WAITING) {
            mail.failed("away", NOON, now);
            pauses.add(Duration.between(now, mail.nextTryAt()).toSeconds());
            now = mail.nextTryAt();
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 960L, 960L), pauses.subList(0, 7));
        assertEquals(Mail.State.GIVEN_UP, mail.state());
        assertTrue(now.isAfter(NOON.plus(Duration.ofDays(3))), now.toString());
        assertTrue(now.isBefore(NOON.plus(Duration.ofDays(3)).plusSeconds(961)), now.toString());
        assertEquals(pauses.size(), mail.tries());
    }

    /** T22: nothing that could end a header, add a recipient or speak to the server. */
    @Test
    void onlyAPlainAddressIsWrittenTo() {
        for (String plain : List.of("a@b.example", "amara.okafor@northmere.example", "x+y_z@sub.b-c.example")) {
            assertEquals(plain, MailAddress.of(plain).orElseThrow().toString());
        }
        for (String hostile : List.of(
                "",
                "a",
                "a@",
                "@b",
                "a@b@c",
                "a b@c.example",
                "a@c.example\r\nBcc: x@y.example",
                "a@c.example\nx",
                "a\u0000@c.example",
                "a@c.example,x@y.example",
                "a@c.example;x@y.example",
                "<a@c.example>",
                "\"a\"@c.example",
                "Amara <a@c.example>",
                "a@c.example (x)",
                "a..b@c.example",
                ".a@c.example",
                "a@c..example",
                "a@-c.example",
                "a@c.example\u2028",
                "ä@c.example",
                "x".repeat(65) + "@c.example",
                "a@" + "x".repeat(253))) {
            assertEquals(Optional.empty(), MailAddress.of(hostile), hostile);
        }
        assertThrows(IllegalArgumentException.class, () -> new MailAddress("a@b\r\nc"));
    }

    @Test
    void newsNameTheirThingByAnIdAndNothingElse() {
        for (String hostile : List.of("", "a b", "a\r\nBcc: x", "ä", "x".repeat(61))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> News.of(NoticeKind.RUN_FAILED, hostile, "about", "/audit/run.xhtml?id=1"),
                    hostile);
        }
        for (String hostile : List.of("", "work", "//evil.example", "https://evil.example", "/a\r\nb", "/a#\"")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> News.of(NoticeKind.RUN_FAILED, "2026-0001", "about", hostile),
                    hostile);
        }
        News news = News.of(NoticeKind.RUN_FAILED, "2026-0001", "A\r\nB\u202eC " + "x".repeat(400), "/work");
        assertEquals(250, news.about().length());
        assertTrue(news.about().startsWith("A B C x"), news.about());
    }

    @Test
    void everyKindBelongsToOneTopicAndHasAnAudience() {
        Set<NoticeKind> all = EnumSet.noneOf(NoticeKind.class);
        int sum = 0;
        for (Topic topic : Topic.values()) {
            all.addAll(topic.kinds());
            sum += topic.kinds().size();
        }
        assertEquals(EnumSet.allOf(NoticeKind.class), all);
        assertEquals(all.size(), sum);
        assertTrue(all.stream().noneMatch(kind -> kind.audience().isEmpty()));
    }

    @Test
    void twoPeopleHaveTwoKeysHoweverTheirNamesAreCut() {
        assertNotEquals(PersonKey.of(new Person("https://a", "bc")), PersonKey.of(new Person("https://ab", "c")));
        assertEquals(PersonKey.of(new Person("https://a", "bc")), PersonKey.of(new Person("https://a", "bc")));
    }
}
