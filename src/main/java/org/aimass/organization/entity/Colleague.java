package org.aimass.organization.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.security.Person;
import org.aimass.security.Role;

/**
 * One person in one organization, with all the roles held there.
 *
 * @param name as it was when the person came
 * @param since when the first of the roles was given
 * @param roles in their order, at least one
 */
public record Colleague(Organization organization, Person person, String name, Instant since, List<Role> roles) {

    public Colleague {
        roles = roles.stream().distinct().sorted().toList();
    }

    /** @param members all rows of one person in one organization, at least one */
    public static Colleague of(Collection<Member> members) {
        Member first = members.stream()
                .min(Comparator.comparing(Member::since).thenComparing(Member::role))
                .orElseThrow();
        return new Colleague(
                first.organization(),
                first.person(),
                first.displayName(),
                first.since(),
                members.stream().map(Member::role).toList());
    }

    public boolean isAdministrator() {
        return roles.contains(Role.ORGANIZATION_ADMIN);
    }

    /** Whether one person holds two roles that are meant to look at each other's work. */
    public boolean holdsBothPairsOfEyes() {
        return holdsBothPairsOfEyes(roles);
    }

    public static boolean holdsBothPairsOfEyes(Collection<Role> roles) {
        return roles.contains(Role.AUDITOR) && roles.contains(Role.APPROVER);
    }

    /** The roles as one word: who changes them says which they saw, and is told when somebody else was faster. */
    public String state() {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }
}
