package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

class CurrentUserTest {

    private static final UUID OFFICE = UUID.fromString("0d7ad5a2-6f1f-4c6e-9a35-0d2e7f2a1b11");
    private static final UUID MINISTRY = UUID.fromString("6c1f0a0e-58a3-4f0c-8f7d-2b7f1a7c9d22");
    private static final Person AMARA = new Person("https://id.example.org", "a");

    private final CurrentUser user = new CurrentUser();

    @Test
    void atFirstItIsNobody() {
        assertFalse(user.isSignedIn());
        assertTrue(user.has(Role.ANYONE));
        assertFalse(user.has(Role.CITIZEN));
        Refusal refusal = assertThrows(Refusal.class, user::requirePerson);
        assertEquals("refusal.signIn", refusal.key());
    }

    @Test
    void aRoleIsHeldInItsOrganizationOnly() {
        user.become(Identity.of(
                AMARA,
                "Amara Okafor",
                Set.of(),
                () -> Set.of(
                        new OrganizationRole(OFFICE, Role.AUDITOR), new OrganizationRole(MINISTRY, Role.SUBMITTER)),
                ""));
        assertTrue(user.has(Role.AUDITOR));
        assertTrue(user.has(Role.AUDITOR, OFFICE));
        assertFalse(user.has(Role.AUDITOR, MINISTRY));
        assertTrue(user.hasAny("approver", "submitter"));
        assertFalse(user.hasAny("approver", "no such role"));
        assertEquals(Set.of(OFFICE), user.organizationsWith(Role.AUDITOR, Role.APPROVER));
        user.demand(Role.AUDITOR, OFFICE);
        assertEquals(
                Refusal.Kind.NOT_FOUND,
                assertThrows(Refusal.class, () -> user.demand(Role.AUDITOR, MINISTRY))
                        .kind());
    }

    @Test
    void anIdentityProviderGivesPortalRolesAndNoOthers() {
        Set<Role> claimed =
                PortalRoles.of(List.of("portal-admin", "auditor", "system", "anyone", "PORTAL-ADMIN", "", "x"));
        assertEquals(Set.of(Role.PORTAL_ADMIN), claimed);
        user.become(Identity.of(AMARA, "Amara", Set.of(Role.PORTAL_ADMIN, Role.AUDITOR, Role.SYSTEM), Set::of, ""));
        assertTrue(user.has(Role.PORTAL_ADMIN));
        assertFalse(user.has(Role.AUDITOR));
        assertFalse(user.has(Role.SYSTEM));
    }

    @Test
    void theTaskOfThePortalIsNoPersonWithRoles() {
        user.become(Identity.ofSystem("dispatch-runs"));
        assertTrue(user.has(Role.SYSTEM));
        assertFalse(user.has(Role.CITIZEN));
        assertEquals(new Person("system", "dispatch-runs"), user.requirePerson());
    }

    @Test
    void rolesInOrganizationsAreReadOnceAndOnlyWhenAskedFor() {
        AtomicInteger reads = new AtomicInteger();
        user.become(Identity.of(
                AMARA,
                "Amara",
                Set.of(),
                () -> {
                    reads.incrementAndGet();
                    return Set.of();
                },
                ""));
        assertTrue(user.has(Role.CITIZEN));
        assertEquals(0, reads.get());
        assertFalse(user.has(Role.AUDITOR));
        assertFalse(user.has(Role.SUBMITTER));
        assertEquals(1, reads.get());
    }

    @Test
    void aNameIsOneLineThatCannotTurnThePageAround() {
        assertEquals("Amara Okafor", DisplayName.of("Amara\r\n\u202e Okafor").replaceAll(" +", " "));
        assertEquals("", DisplayName.of(null));
        assertEquals(100, DisplayName.of("x".repeat(5_000)).length());
        assertEquals(99, DisplayName.of("x".repeat(99) + "\ud83d\ude00").length());
    }
}
