package org.aimass.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.database.TestDatabase;
import org.aimass.notification.entity.Contact;
import org.aimass.notification.entity.Mail;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.Notice;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.notification.entity.PersonKey;
import org.aimass.notification.entity.Topic;
import org.aimass.notification.entity.Way;
import org.aimass.security.CurrentUser;
import org.aimass.security.OrganizationRole;
import org.aimass.security.Person;
import org.aimass.security.PersonSignedIn;
import org.aimass.security.PublicUrl;
import org.aimass.security.Role;
import org.aimass.security.RoleSource;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of notices and their mail; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class NoticesContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MailSettings SERVER = new MailSettings(
            "mail.example", 25, MailSettings.Security.NONE, "", "", "aimass@example.org", Duration.ofSeconds(1));

    private final TestDatabase database;
    private int people;

    NoticesContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    @Test
    void everybodyIsToldOnceAndWhoDidItIsNot() {
        Person actor = somebody("");
        Person one = somebody("one@b.example");
        Person two = somebody("");
        tell(actor, List.of(actor, one, two, one), news(NoticeKind.RUN_COMPLETED));
        assertEquals(0, unread(actor));
        assertEquals(1, unread(one));
        assertEquals(1, unread(two), "without an address there is the inbox");
        assertEquals(List.of(Mail.State.WAITING), mails(one));
        assertEquals(List.of(), mails(two));
    }

    @Test
    void whatIsToldOfOneOccasionIsToldOnce() {
        Person one = somebody("one@b.example");
        Person late = somebody("late@b.example");
        News overdue = new News(NoticeKind.FINDING_OVERDUE, "F-2026-007", "Pre-check", "/work", "overdue F-2026-007");
        tell(somebody(""), List.of(one), overdue);
        tell(somebody(""), List.of(one, late), overdue);
        assertEquals(1, unread(one));
        assertEquals(1, unread(late));
    }

    @Test
    void eachKindIsToldInTheWayThatItsReaderChose() {
        Person one = somebody("one@b.example");
        Map<NoticeKind, Way> ways = new EnumMap<>(NoticeKind.class);
        ways.put(NoticeKind.RUN_COMPLETED, Way.NONE);
        ways.put(NoticeKind.RUN_FAILED, Way.PORTAL);
        ways.put(NoticeKind.AUDIT_REJECTED, Way.MAIL);
        database.run(em -> preferences(em, one).choose(ways));
        database.run(em -> preferences(em, one).choose(ways));
        tell(somebody(""), List.of(one), news(NoticeKind.RUN_COMPLETED));
        assertEquals(0, unread(one));
        tell(somebody(""), List.of(one), news(NoticeKind.RUN_FAILED));
        assertEquals(1, unread(one));
        assertEquals(0, mails(one).size());
        tell(somebody(""), List.of(one), news(NoticeKind.AUDIT_REJECTED));
        assertEquals(2, unread(one));
        assertEquals(1, mails(one).size());
        database.run(em -> {
            Map<NoticeKind, Way> mine = preferences(em, one).mine();
            assertEquals(Way.NONE, mine.get(NoticeKind.RUN_COMPLETED));
            assertEquals(Way.MAIL, mine.get(NoticeKind.FINDING_ANSWERED), "as usual");
            assertFalse(mine.containsKey(NoticeKind.MODEL_REFUSED), "auditors register no models");
        });
    }

    @Test
    void theInboxIsNewestFirstAndItsOwnersAlone() {
        Person one = somebody("");
        Person other = somebody("");
        tell(somebody(""), List.of(one, other), news(NoticeKind.RUN_COMPLETED), NOON);
        tell(somebody(""), List.of(one), news(NoticeKind.REPORT_PUBLISHED), NOON.plusSeconds(60));
        database.run(em -> {
            Slice<Notice> all = inbox(em, one).find(false, List.of(), 0, 10);
            assertEquals(
                    List.of(NoticeKind.REPORT_PUBLISHED, NoticeKind.RUN_COMPLETED),
                    all.items().stream().map(Notice::kind).toList());
            assertEquals(2, all.total());
            assertEquals(1, inbox(em, one).find(false, List.of(), 1, 1).items().size());
            assertEquals(
                    1, inbox(em, one).find(false, Topic.REPORTS.kinds(), 0, 10).total());
            assertEquals(
                    0, inbox(em, one).find(false, Topic.FINDINGS.kinds(), 0, 10).total());
        });
        UUID theirs = database.get(em ->
                inbox(em, other).find(false, List.of(), 0, 1).items().get(0).id());
        database.run(em -> {
            Refusal foreign = assertThrows(Refusal.class, () -> inbox(em, one).read(theirs));
            Refusal missing = assertThrows(Refusal.class, () -> inbox(em, one).read(UUID.randomUUID()));
            assertEquals(missing.getMessage(), foreign.getMessage());
        });
        database.run(em -> inbox(em, other).read(theirs));
        assertEquals(0, unread(other));
        assertEquals(2, unread(one), "somebody else’s reading is not mine");
        database.run(em -> inbox(em, one).readAll());
        assertEquals(0, unread(one));
        database.run(em ->
                assertEquals(0, inbox(em, one).find(true, List.of(), 0, 10).total()));
    }

    @Test
    void aMailSaysWhatToWhichIdAndWhereInItsReadersLanguage() {
        Person one = somebody("one@b.example", Locale.SIMPLIFIED_CHINESE);
        tell(
                somebody(""),
                List.of(one),
                News.of(NoticeKind.AUDIT_JUDGED, "2026-0312", "Secret model of Amara Okafor", "/work"));
        Letter letter = letter(one);
        assertEquals("one@b.example", letter.to().text());
        assertEquals("AI Mass：审计 2026-0312 已作出评判，等待批准", letter.subject());
        assertTrue(
                letter.body().contains("https://models.example.org/desk/inbox.xhtml?open=" + letter.id()),
                letter.body());
        assertFalse(letter.body().contains("Secret") || letter.body().contains("Amara"), letter.body());
        Person two = somebody("two@b.example", Locale.FRENCH);
        tell(somebody(""), List.of(two), news(NoticeKind.RUN_FAILED));
        assertEquals("AI Mass: Audit 2026-0312 failed", letter(two).subject());
    }

    @Test
    void aMailThatFailsComesAgainLaterAndOneThatWasSentDoesNot() {
        Person one = somebody("one@b.example");
        tell(somebody(""), List.of(one), news(NoticeKind.RUN_FAILED));
        UUID id = letter(one).id();
        database.run(em -> outgoing(em, NOON).failed(id, "away"));
        assertEquals(0, due(one, NOON.plusSeconds(29)));
        assertEquals(1, due(one, NOON.plusSeconds(30)));
        database.run(em -> outgoing(em, NOON.plusSeconds(30)).sent(id));
        assertEquals(0, due(one, NOON.plus(Duration.ofDays(2))));
        assertEquals(List.of(Mail.State.SENT), mails(one));
        database.run(em -> outgoing(em, NOON.plus(Duration.ofDays(31))).sweep());
        assertEquals(List.of(), mails(one));
        assertEquals(1, unread(one));
        database.run(em -> outgoing(em, NOON.plus(Duration.ofDays(366))).sweep());
        assertEquals(0, unread(one));
    }

    @Test
    void whoseAddressIsForgottenIsNotWrittenTo() {
        Person one = somebody("one@b.example");
        tell(somebody(""), List.of(one), news(NoticeKind.RUN_FAILED));
        database.run(em -> em.find(Contact.class, PersonKey.of(one)).update(Optional.empty(), Locale.ENGLISH, NOON));
        assertEquals(0, due(one, NOON));
        assertEquals(List.of(Mail.State.GIVEN_UP), mails(one));
    }

    @Test
    void theAddressOfWhoWorksHereIsKeptAndNobodyElses() {
        Person member = new Person("https://id.example", "member " + UUID.randomUUID());
        Person citizen = new Person("https://id.example", "citizen " + UUID.randomUUID());
        signIn(citizen, false, Optional.of("citizen@b.example"), Locale.ENGLISH);
        assertEquals(Optional.empty(), contact(citizen), "a citizen is told nothing, so nothing is kept");
        signIn(member, true, Optional.of("member@b.example"), Locale.SIMPLIFIED_CHINESE);
        assertEquals(
                "member@b.example",
                contact(member).orElseThrow().address().orElseThrow().text());
        assertEquals(Locale.SIMPLIFIED_CHINESE, contact(member).orElseThrow().language());
        signIn(member, true, Optional.of("member@b.example\r\nBcc: all@b.example"), Locale.ENGLISH);
        assertEquals(Optional.empty(), contact(member).orElseThrow().address(), "a hostile one is none");
        signIn(member, true, Optional.empty(), Locale.ENGLISH);
        assertEquals(Optional.empty(), contact(member).orElseThrow().address());
        signIn(member, false, Optional.of("member@b.example"), Locale.ENGLISH);
        assertEquals(Optional.empty(), contact(member), "whoever works here no more is forgotten");
    }

    private void signIn(Person person, boolean member, Optional<String> mail, Locale language) {
        database.run(em -> {
            Contacts contacts = new Contacts();
            contacts.em = em;
            contacts.clock = at(NOON);
            contacts.roles = roles(member);
            contacts.remember(new PersonSignedIn(person, language, mail));
        });
    }

    @SuppressWarnings("unchecked")
    private static Instance<RoleSource> roles(boolean member) {
        RoleSource source =
                person -> member ? Set.of(new OrganizationRole(UUID.randomUUID(), Role.SUBMITTER)) : Set.of();
        return (Instance<RoleSource>) Proxy.newProxyInstance(
                NoticesContract.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(source));
    }

    private Optional<Contact> contact(Person person) {
        return Optional.ofNullable(database.get(em -> em.find(Contact.class, PersonKey.of(person))));
    }

    private Person somebody(String address) {
        return somebody(address, Locale.ENGLISH);
    }

    private Person somebody(String address, Locale language) {
        Person person = new Person("https://id.example", "person " + ++people + " " + UUID.randomUUID());
        database.run(em -> {
            em.persist(new Contact(PersonKey.of(person), MailAddress.of(address), language, NOON));
        });
        return person;
    }

    private static News news(NoticeKind kind) {
        return News.of(kind, "2026-0312", "Pre-check 1.0", "/audit/run.xhtml?id=7");
    }

    private void tell(Person actor, List<Person> readers, News news) {
        tell(actor, readers, news, NOON);
    }

    private void tell(Person actor, List<Person> readers, News news, Instant now) {
        database.run(em -> {
            Outbox outbox = new Outbox();
            outbox.em = em;
            outbox.user = new Somebody(actor);
            outbox.mail = SERVER;
            outbox.clock = at(now);
            outbox.tell(readers, news);
        });
    }

    private long unread(Person person) {
        return database.get(em -> inbox(em, person).unread());
    }

    private List<Mail.State> mails(Person person) {
        return database.get(em -> em.createQuery(
                        "select m.state from Mail m, Notice n where n.id = m.noticeId and n.personKey = :key",
                        Mail.State.class)
                .setParameter("key", PersonKey.of(person))
                .getResultList());
    }

    private Letter letter(Person person) {
        return database.get(em -> outgoing(em, NOON).due(1000)).stream()
                .filter(letter -> isTo(person, letter))
                .findFirst()
                .orElseThrow();
    }

    private long due(Person person, Instant now) {
        return database.get(em -> outgoing(em, now).due(1000)).stream()
                .filter(letter -> isTo(person, letter))
                .count();
    }

    private boolean isTo(Person person, Letter letter) {
        return PersonKey.of(person)
                .equals(database.get(em -> em.find(Notice.class, letter.id()).personKey()));
    }

    private static Inbox inbox(EntityManager em, Person person) {
        Inbox inbox = new Inbox();
        inbox.em = em;
        inbox.user = new Somebody(person);
        inbox.clock = at(NOON);
        return inbox;
    }

    private static Preferences preferences(EntityManager em, Person person) {
        Preferences preferences = new Preferences();
        preferences.em = em;
        preferences.user = new Somebody(person);
        preferences.mail = SERVER;
        return preferences;
    }

    private static OutgoingMail outgoing(EntityManager em, Instant now) {
        OutgoingMail outgoing = new OutgoingMail();
        outgoing.em = em;
        outgoing.portal = new PublicUrl("https://models.example.org");
        outgoing.clock = at(now);
        return outgoing;
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** An auditor. */
    private static final class Somebody extends CurrentUser {

        private final Person self;

        Somebody(Person self) {
            this.self = self;
        }

        @Override
        public Optional<Person> person() {
            return Optional.of(self);
        }

        @Override
        public boolean has(Role role) {
            return role == Role.AUDITOR;
        }
    }
}
