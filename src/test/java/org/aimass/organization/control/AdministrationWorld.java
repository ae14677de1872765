package org.aimass.organization.control;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aimass.activity.ActivityLog;
import org.aimass.activity.ActivityRecords;
import org.aimass.activity.TestActivity;
import org.aimass.database.TestDatabase;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.organization.entity.OrganizationName;
import org.aimass.security.OrganizationRole;
import org.aimass.security.Person;
import org.aimass.security.Role;

/** This room's use cases on a database, as somebody, without a server. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class AdministrationWorld implements Closeable {

    static final Instant NOON = Instant.parse("2026-11-09T12:00:00Z");
    static final Person INES = person("ines");

    private final TestDatabase database;
    final List<MandateEnded> news = new ArrayList<>();
    Instant now = NOON;

    AdministrationWorld(TestDatabase database) {
        this.database = database;
    }

    static Person person(String name) {
        return new Person("https://id.example", name);
    }

    /** All of the room's controls in one transaction. */
    record Room(
            EntityManager em,
            FoundOrganization founding,
            AdministerOrganizations organizations,
            MakeInvitation invitations,
            AcceptInvitation acceptance,
            People people,
            ChangeRoles roles,
            Mandates mandates,
            ActivityLog activity,
            ActivityRecords records) {}

    <T> T as(Person who, Function<Room, T> work, Role... portal) {
        return database.get(em -> work.apply(room(em, who, portal)));
    }

    void does(Person who, Consumer<Room> work, Role... portal) {
        database.run(em -> work.accept(room(em, who, portal)));
    }

    /** As the administrator of the portal. */
    <T> T above(Function<Room, T> work) {
        return as(INES, work, Role.PORTAL_ADMIN);
    }

    private Room room(EntityManager em, Person who, Role... portal) {
        Memberships memberships = new Memberships();
        memberships.em = em;
        memberships.database = database.watch();
        Set<OrganizationRole> held = memberships.rolesOf(who);
        Actor actor = new Actor(who, held, portal);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        ActivityLog activity = TestActivity.log(em, actor, clock);
        MakeInvitation invitations = new MakeInvitation();
        invitations.em = em;
        invitations.user = actor;
        invitations.activity = activity;
        invitations.clock = clock;
        FoundOrganization founding = new FoundOrganization();
        founding.em = em;
        founding.activity = activity;
        founding.invitations = invitations;
        founding.clock = clock;
        AdministerOrganizations organizations = new AdministerOrganizations();
        organizations.em = em;
        organizations.activity = activity;
        organizations.clock = clock;
        AcceptInvitation acceptance = new AcceptInvitation();
        acceptance.em = em;
        acceptance.user = actor;
        acceptance.activity = activity;
        acceptance.clock = clock;
        People people = new People();
        people.em = em;
        people.user = actor;
        ChangeRoles roles = new ChangeRoles();
        roles.em = em;
        roles.user = actor;
        roles.activity = activity;
        roles.clock = clock;
        Mandates mandates = new Mandates();
        mandates.em = em;
        mandates.user = actor;
        mandates.activity = activity;
        mandates.clock = clock;
        mandates.ended = heard();
        return new Room(
                em,
                founding,
                organizations,
                invitations,
                acceptance,
                people,
                roles,
                mandates,
                activity,
                TestActivity.records(em, actor));
    }

    @SuppressWarnings("unchecked")
    private Event<MandateEnded> heard() {
        return (Event<MandateEnded>) Proxy.newProxyInstance(
                AdministrationWorld.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    news.add((MandateEnded) arguments[0]);
                    return null;
                });
    }

    /** An organization with this person as its administrator. */
    UUID founded(String slug, OrganizationKind kind, Person administrator) {
        UUID id = UUID.randomUUID();
        String code = above(room -> room.founding()
                .found(id, new OrganizationName(slug + "-" + id, slug, slug + " 部"), kind, "the first")
                .orElseThrow());
        does(administrator, room -> room.acceptance().accept(code));
        return id;
    }

    /** Somebody invited by the administrator, who has accepted. */
    void joins(UUID organization, Person administrator, Person newcomer, Role... roles) {
        String code = as(administrator, room -> room.invitations()
                .make(UUID.randomUUID(), organization, newcomer.subject(), Set.of(roles))
                .orElseThrow());
        does(newcomer, room -> room.acceptance().accept(code));
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
