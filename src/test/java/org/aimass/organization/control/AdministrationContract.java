package org.aimass.organization.control;

import static org.aimass.organization.control.AdministrationWorld.INES;
import static org.aimass.organization.control.AdministrationWorld.NOON;
import static org.aimass.organization.control.AdministrationWorld.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.aimass.activity.ActivityLog;
import org.aimass.activity.ActivityRecord;
import org.aimass.activity.ActivityRecords;
import org.aimass.database.TestDatabase;
import org.aimass.organization.control.AdministrationWorld.Room;
import org.aimass.organization.entity.Colleague;
import org.aimass.organization.entity.Invitation;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.organization.entity.OrganizationName;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** T15, T17, T19: who administers what, and that nobody gets further by a forged field, a second click or another's invitation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdministrationContract {

    private static final Person MARTA = person("marta");
    private static final Person OLAF = person("olaf");
    private static final Person JONAS = person("jonas");

    private final AdministrationWorld world;
    private UUID rivers = new UUID(0, 1);
    private UUID hills = new UUID(0, 2);

    AdministrationContract(TestDatabase database) {
        world = new AdministrationWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    /** Marta administers Rivers, where Jonas submits; Olaf administers Hills. */
    @BeforeEach
    void twoMinistries() {
        world.now = NOON;
        rivers = world.founded("rivers", OrganizationKind.DEPARTMENT, MARTA);
        hills = world.founded("hills", OrganizationKind.DEPARTMENT, OLAF);
        world.joins(rivers, MARTA, JONAS, Role.SUBMITTER);
    }

    private Refusal refused(Person who, Consumer<Room> work, Role... portal) {
        return assertThrows(Refusal.class, () -> world.does(who, work, portal));
    }

    private void assertMissing(Person who, Consumer<Room> work, Role... portal) {
        assertEquals(Refusal.Kind.NOT_FOUND, refused(who, work, portal).kind());
    }

    private List<Role> roles(UUID organization, Person who) {
        return world.as(who, room -> Membership.roles(room.em(), organization, who).stream()
                .sorted()
                .toList());
    }

    private String state(Person who) {
        return world.as(MARTA, room -> room.people().get(rivers, who).state());
    }

    @Test
    void anAdministratorOfOneOrganizationFindsNothingOfAnother() {
        UUID office = world.founded("office", OrganizationKind.AUDIT_BODY, person("astrid"));
        world.does(OLAF, room -> room.mandates().give(hills, office, "yearly"));
        UUID invitation = UUID.randomUUID();
        world.does(OLAF, room -> room.invitations().make(invitation, hills, "x", Set.of(Role.AUDITOR)));

        assertMissing(MARTA, room -> room.people().search(hills, "", People.Sort.NAME, false, 0, 10));
        assertMissing(MARTA, room -> room.people().get(hills, OLAF));
        assertMissing(MARTA, room -> room.roles().change(hills, OLAF, Set.of(Role.AUDITOR), "ORGANIZATION_ADMIN"));
        assertMissing(MARTA, room -> room.roles().change(hills, MARTA, Set.of(Role.AUDITOR), ""));
        assertMissing(MARTA, room -> room.roles().remove(hills, OLAF, "ORGANIZATION_ADMIN"));
        assertMissing(MARTA, room -> room.invitations().make(UUID.randomUUID(), hills, "x", Set.of(Role.AUDITOR)));
        assertMissing(
                MARTA, room -> room.invitations().make(UUID.randomUUID(), hills, "x", Set.of(Role.ORGANIZATION_ADMIN)));
        assertMissing(MARTA, room -> room.invitations().waiting(hills, 0, 10));
        assertMissing(MARTA, room -> room.invitations().get(invitation));
        assertMissing(MARTA, room -> room.invitations().withdraw(invitation));
        assertMissing(MARTA, room -> room.mandates().givenBy(hills));
        assertMissing(MARTA, room -> room.mandates().heldBy(hills));
        assertMissing(MARTA, room -> room.mandates().candidates(hills));
        assertMissing(MARTA, room -> room.mandates().find(hills, office));
        assertMissing(MARTA, room -> room.mandates().give(hills, office, "mine"));
        assertMissing(MARTA, room -> room.mandates().end(hills, office, "mine"));
        assertMissing(MARTA, room -> room.records().check(hills));
        assertMissing(MARTA, room -> room.records().actions(hills));
        assertMissing(MARTA, room -> room.records().count(hills));
        assertMissing(MARTA, room -> room.records().search(question(hills), 0, 10));
        assertMissing(MARTA, room -> room.records().before(question(hills), 99, 10));
        assertMissing(MARTA, room -> room.records().check(ActivityLog.PORTAL));
        assertEquals(List.of(Role.ORGANIZATION_ADMIN), roles(hills, OLAF));
        assertEquals(List.of(), roles(hills, MARTA));
    }

    @Test
    void whoOnlySubmitsAdministersNothing() {
        assertMissing(JONAS, room -> room.people().get(rivers, MARTA));
        assertMissing(JONAS, room -> room.roles().change(rivers, JONAS, EnumSet.allOf(Role.class), "SUBMITTER"));
        assertMissing(JONAS, room -> room.invitations().make(UUID.randomUUID(), rivers, "x", Set.of(Role.AUDITOR)));
        assertMissing(JONAS, room -> room.mandates().give(rivers, hills, "x"));
        assertMissing(JONAS, room -> room.records().check(rivers));
    }

    @Test
    void theAdministratorOfThePortalInvitesAdministratorsAndNobodyElse() {
        assertTrue(world.above(room -> room.invitations()
                        .make(UUID.randomUUID(), rivers, "a second one", Set.of(Role.ORGANIZATION_ADMIN)))
                .isPresent());
        for (Set<Role> more : List.of(
                Set.of(Role.AUDITOR), Set.of(Role.ORGANIZATION_ADMIN, Role.SUBMITTER), Set.of(Role.PORTAL_ADMIN))) {
            assertMissing(
                    INES, room -> room.invitations().make(UUID.randomUUID(), rivers, "x", more), Role.PORTAL_ADMIN);
        }
        assertMissing(INES, room -> room.people().get(rivers, JONAS), Role.PORTAL_ADMIN);
        assertMissing(INES, room -> room.records().check(rivers), Role.PORTAL_ADMIN);
        assertMissing(INES, room -> room.mandates().end(rivers, hills, "x"), Role.PORTAL_ADMIN);
    }

    @Test
    void nobodyGivesRolesToThemselves() {
        assertEquals(
                "refusal.ownRoles",
                refused(MARTA, room -> room.roles()
                                .change(
                                        rivers,
                                        MARTA,
                                        Set.of(Role.ORGANIZATION_ADMIN, Role.APPROVER),
                                        "ORGANIZATION_ADMIN"))
                        .key());
        UUID invitation = UUID.randomUUID();
        String code = world.as(MARTA, room -> room.invitations()
                .make(invitation, rivers, "me", Set.of(Role.AUDITOR))
                .orElseThrow());
        assertEquals(
                "refusal.ownInvitation",
                refused(MARTA, room -> room.acceptance().accept(code)).key());
        assertEquals(List.of(Role.ORGANIZATION_ADMIN), roles(rivers, MARTA));
        assertThrows(
                RuntimeException.class,
                () -> world.does(MARTA, room -> room.em()
                        .createNativeQuery("update organization_invitation set status = 'ACCEPTED', accepter_issuer ="
                                + " maker_issuer, accepter_subject = maker_subject where id = ?")
                        .setParameter(1, invitation)
                        .executeUpdate()),
                "not even by SQL");
    }

    @Test
    void noRoleOfThePortalCanBeGivenByAForgedField() {
        for (Role forged : List.of(Role.PORTAL_ADMIN, Role.REGISTER_EDITOR, Role.CITIZEN, Role.SYSTEM, Role.ANYONE)) {
            assertMissing(MARTA, room -> room.roles().change(rivers, JONAS, Set.of(forged), "SUBMITTER"));
            assertMissing(MARTA, room -> room.invitations().make(UUID.randomUUID(), rivers, "x", Set.of(forged)));
        }
        assertEquals(List.of(Role.SUBMITTER), roles(rivers, JONAS));
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        assertEquals(
                "refusal.lastAdministrator",
                refused(MARTA, room -> room.roles().remove(rivers, MARTA, "ORGANIZATION_ADMIN"))
                        .key());
        world.does(MARTA, room -> room.roles()
                .change(rivers, JONAS, Set.of(Role.SUBMITTER, Role.ORGANIZATION_ADMIN), "SUBMITTER"));
        String jonas = state(JONAS);
        List<Object> answers = atOnce(List.of(
                () -> attempt(MARTA, room -> room.roles().remove(rivers, JONAS, jonas)),
                () -> attempt(JONAS, room -> room.roles().remove(rivers, MARTA, "ORGANIZATION_ADMIN"))));
        assertEquals(1, answers.stream().filter("done"::equals).count(), answers::toString);
        assertEquals(
                1,
                roles(rivers, JONAS).size() / 2 + roles(rivers, MARTA).size(),
                "one of the two administers, however they raced");
    }

    private String attempt(Person who, Consumer<Room> work) {
        try {
            world.does(who, work);
            return "done";
        } catch (Refusal e) {
            return e.key();
        }
    }

    private static List<Object> atOnce(List<Callable<Object>> works) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(works.size());
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> each : pool.invokeAll(works)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoSawOtherRolesIsTold() {
        world.does(MARTA, room -> room.roles().change(rivers, JONAS, Set.of(Role.AUDITOR), "SUBMITTER"));
        Refusal late = refused(MARTA, room -> room.roles().change(rivers, JONAS, Set.of(Role.APPROVER), "SUBMITTER"));
        assertEquals(Refusal.Kind.CONFLICT, late.kind());
        assertEquals(List.of(Role.AUDITOR), roles(rivers, JONAS));
        world.does(MARTA, room -> room.roles().change(rivers, JONAS, Set.of(Role.AUDITOR), "SUBMITTER"));
        assertEquals(2, acts(rivers, "organization.member.removed", "organization.member.added") - 2, "sent twice");
    }

    /** How many records of these acts there are. */
    private int acts(UUID organization, String... actions) {
        return world.as(MARTA, room -> {
            int count = 0;
            for (String action : actions) {
                count += (int) room.records()
                        .search(
                                new ActivityRecords.Question(
                                        organization, "", action, NOON.minusSeconds(9), NOON.plusSeconds(9_999_999)),
                                0,
                                1)
                        .total();
            }
            return count;
        });
    }

    @Test
    void oneCodeIsGoodForOnePersonOnceAndForSevenDays() {
        UUID submission = UUID.randomUUID();
        String code = invited(submission, Role.AUDITOR, Role.APPROVER);
        assertEquals(Optional.empty(), world.as(MARTA, room -> room.invitations()
                .make(submission, rivers, "again", Set.of(Role.AUDITOR))));
        assertEquals(
                List.of(),
                world.as(MARTA, room -> room.em()
                        .createQuery("select i.id from Invitation i where i.codeDigest like :code", UUID.class)
                        .setParameter("code", "%" + code + "%")
                        .getResultList()),
                "only the digest is kept");
        Person amara = person("amara");
        world.does(amara, room -> room.acceptance()
                .accept(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertEquals(List.of(Role.AUDITOR, Role.APPROVER), roles(rivers, amara));
        assertTrue(world.as(MARTA, room -> room.people().get(rivers, amara)).holdsBothPairsOfEyes());
        world.does(amara, room -> room.acceptance().accept(code));
        assertEquals(
                "refusal.invitationUseless",
                refused(OLAF, room -> room.acceptance().accept(code)).key());
        assertEquals(Optional.empty(), world.as(OLAF, room -> room.acceptance().find(code)));

        String late = invited(UUID.randomUUID(), Role.AUDITOR);
        world.now = NOON.plus(Invitation.LIFE).minusMillis(1);
        assertTrue(world.as(OLAF, room -> room.acceptance().find(late)).isPresent());
        world.now = NOON.plus(Invitation.LIFE);
        assertEquals(
                "refusal.invitationUseless",
                refused(OLAF, room -> room.acceptance().accept(late)).key());
        world.now = NOON;
        UUID withdrawn = UUID.randomUUID();
        String useless = invited(withdrawn, Role.AUDITOR);
        world.does(MARTA, room -> room.invitations().withdraw(withdrawn));
        world.does(MARTA, room -> room.invitations().withdraw(withdrawn));
        assertEquals(
                "refusal.invitationUseless",
                refused(OLAF, room -> room.acceptance().accept(useless)).key());
        assertEquals(
                Refusal.Kind.CONFLICT,
                refused(MARTA, room -> room.invitations().withdraw(submission)).kind());
        assertEquals(List.of(), roles(rivers, OLAF));
    }

    private String invited(UUID submission, Role... roles) {
        return world.as(MARTA, room -> room.invitations()
                .make(submission, rivers, "somebody", Set.of(roles))
                .orElseThrow());
    }

    @Test
    void twentyPeopleWithOneCodeAreOnePerson() throws Exception {
        String code = invited(UUID.randomUUID(), Role.AUDITOR);
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Person one = person("one-of-many-" + i);
            all.add(() -> attempt(one, room -> room.acceptance().accept(code)));
        }
        List<Object> answers = atOnce(all);
        assertEquals(1, answers.stream().filter("done"::equals).count(), answers::toString);
        assertEquals(
                1,
                world.as(MARTA, room -> room.people().search(rivers, "one-of-many", People.Sort.NAME, false, 0, 50))
                        .total());
    }

    @Test
    void theMembersOfADisabledOrganizationReadAndDoNothing() {
        UUID office = world.founded("office", OrganizationKind.AUDIT_BODY, person("astrid"));
        String code = invited(UUID.randomUUID(), Role.AUDITOR);
        long seen = version(rivers);
        assertEquals(
                "field.reason.missing",
                refused(INES, room -> room.organizations().disable(rivers, " ", seen), Role.PORTAL_ADMIN)
                        .key());
        world.does(INES, room -> room.organizations().disable(rivers, "Unpaid", seen), Role.PORTAL_ADMIN);
        world.does(INES, room -> room.organizations().disable(rivers, "Unpaid", seen), Role.PORTAL_ADMIN);
        assertEquals(
                Refusal.Kind.CONFLICT,
                refused(INES, room -> room.organizations().rename(rivers, "R", "河", seen), Role.PORTAL_ADMIN)
                        .kind());

        List<Consumer<Room>> acts = List.of(
                room -> room.roles().change(rivers, JONAS, Set.of(Role.AUDITOR), "SUBMITTER"),
                room -> room.invitations().make(UUID.randomUUID(), rivers, "x", Set.of(Role.AUDITOR)),
                room -> room.mandates().give(rivers, office, "x"),
                room -> room.activity().record(rivers, "model.registered", "model_version", "1", Map.of()));
        acts.forEach(act -> assertEquals("refusal.disabled", refused(MARTA, act).key()));
        assertEquals(
                "refusal.disabled",
                refused(OLAF, room -> room.acceptance().accept(code)).key());
        assertEquals(List.of(Role.SUBMITTER), roles(rivers, JONAS));
        assertEquals(List.of(), roles(rivers, OLAF));
        assertEquals(
                2,
                world.as(MARTA, room -> room.people().search(rivers, "", People.Sort.NAME, false, 0, 9))
                        .total());
        world.does(
                person("task"),
                room -> room.activity().record(rivers, "audit.completed", "audit_run", "1", Map.of()),
                Role.SYSTEM);
        world.does(OLAF, room -> room.mandates().give(hills, office, "others go on"));

        world.does(INES, room -> room.organizations().enable(rivers, "Paid", version(rivers)), Role.PORTAL_ADMIN);
        world.does(MARTA, acts.get(0));
        assertEquals(List.of(Role.AUDITOR), roles(rivers, JONAS));
        assertTrue(world.as(MARTA, room -> room.records().check(rivers)).isWhole());
    }

    @Test
    void aMandateIsGivenOnceAndEndedOnce() {
        UUID office = world.founded("office", OrganizationKind.AUDIT_BODY, person("astrid"));
        assertEquals(
                "field.auditor.missing",
                refused(MARTA, room -> room.mandates().give(rivers, hills, "x")).key(),
                "a ministry is no audit body");
        for (int i = 0; i < 2; i++) {
            world.does(MARTA, room -> room.mandates().give(rivers, office, "yearly audit"));
        }
        assertEquals(1, world.as(MARTA, room -> room.mandates().givenBy(rivers)).size());
        assertFalse(world.as(MARTA, room -> room.mandates().candidates(rivers)).stream()
                .anyMatch(each -> each.id().equals(office)));
        world.news.clear();
        for (int i = 0; i < 2; i++) {
            world.does(MARTA, room -> room.mandates().end(rivers, office, "over"));
        }
        assertEquals(List.of(new MandateEnded(rivers, office, "marta")), world.news);
        assertEquals(2, acts(rivers, "organization.mandate.given", "organization.mandate.ended"));
    }

    @Test
    void foundedTwiceItIsOneAndNamesAreChecked() {
        UUID id = UUID.randomUUID();
        OrganizationName name = new OrganizationName("lakes-" + id, "Lakes", "湖");
        assertTrue(world.above(room -> room.founding().found(id, name, OrganizationKind.COMPANY, "x"))
                .isPresent());
        assertFalse(world.above(room -> room.founding().found(id, name, OrganizationKind.COMPANY, "x"))
                .isPresent());
        Refusal taken = refused(
                INES,
                room -> room.founding().found(UUID.randomUUID(), name, OrganizationKind.COMPANY, "x"),
                Role.PORTAL_ADMIN);
        assertEquals("refusal.slugTaken", taken.key());
        for (String slug : List.of("", "a", "Lakes", "-a", "a--b", "a/b", "../a", "a".repeat(81))) {
            assertThrows(Refusal.class, () -> new OrganizationName(slug, "Lakes", "湖"), slug);
        }
        Slice<org.aimass.organization.entity.OrganizationLine> found = world.above(
                room -> room.organizations().search("LAKES-" + id, AdministerOrganizations.Sort.NAME, false, 0, 5));
        assertEquals(1, found.total());
        assertEquals(0, found.items().get(0).people());
        assertEquals(1, world.above(room -> room.organizations().get(rivers)).administrators());
        assertEquals(2, world.above(room -> room.organizations().get(rivers)).people());
    }

    @Test
    void recordsAreFoundByPersonActionAndTime() {
        Slice<ActivityRecord> all = world.as(MARTA, room -> room.records().search(question(rivers), 0, 99));
        assertTrue(all.total() >= 6, all::toString);
        assertEquals(all.total(), all.items().get(0).sequence(), "the newest first");
        assertEquals(0, count("nobody", "", NOON.minusSeconds(1)));
        assertEquals(0, count("", "", NOON.plusSeconds(1)));
        assertEquals(1, count("MAR", "organization.invited", NOON));
        assertEquals(1, count("jonas", "organization.member.added", NOON));
        assertNotEquals(
                "", world.as(MARTA, room -> room.records().check(rivers)).lastHash());
        assertEquals(
                List.of(3L, 2L),
                world.as(MARTA, room -> room.records().before(question(rivers), 4, 2)).stream()
                        .map(ActivityRecord::sequence)
                        .toList());
    }

    private long count(String who, String action, Instant from) {
        return world.as(MARTA, room -> room.records()
                        .search(
                                new ActivityRecords.Question(rivers, who, action, from, NOON.plusSeconds(9_999_999)),
                                0,
                                1))
                .total();
    }

    private static ActivityRecords.Question question(UUID organization) {
        return new ActivityRecords.Question(
                organization, "", "", NOON.minusSeconds(9_999), NOON.plusSeconds(9_999_999));
    }

    @Test
    void peopleAreListedOnceWithAllTheirRoles() {
        world.joins(rivers, MARTA, JONAS, Role.APPROVER, Role.AUDITOR);
        Slice<Colleague> people =
                world.as(MARTA, room -> room.people().search(rivers, "", People.Sort.NAME, true, 0, 9));
        assertEquals(2, people.total());
        assertEquals("marta", people.items().get(0).name());
        assertEquals(
                List.of(Role.SUBMITTER, Role.AUDITOR, Role.APPROVER),
                people.items().get(1).roles());
        assertTrue(people.items().get(1).holdsBothPairsOfEyes());
    }

    private long version(UUID organization) {
        return world.above(
                room -> room.organizations().get(organization).organization().version());
    }
}
