package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aimass.organization.entity.Colleague;
import org.aimass.organization.entity.Member;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.SearchText;
import org.aimass.shared.Slice;

/** The people of an organization, as its administrators see them. */
@ApplicationScoped
@Transactional
@Allowed(Role.ORGANIZATION_ADMIN)
public class People {

    private static final String PERSONS = " from Member m where m.organization.id = :organization"
            + " and (lower(m.displayName) like :text escape '!')";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /** By what the list is sorted. */
    public enum Sort {
        NAME("min(lower(m.displayName))"),
        SINCE("min(m.since)");

        private final String path;

        Sort(String path) {
            this.path = path;
        }
    }

    /** @throws Refusal NOT_FOUND when nobody of that kind is in an organization of the asker */
    public Colleague get(UUID organizationId, Person person) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        List<Member> rows = Membership.rows(em, organizationId, person);
        if (rows.isEmpty()) {
            throw Refusal.notFound();
        }
        return Colleague.of(rows);
    }

    /**
     * @param text looked for in names; empty for all
     * @throws Refusal NOT_FOUND unless the asker administers the organization
     */
    public Slice<Colleague> search(
            UUID organizationId, String text, Sort sort, boolean descending, int offset, int limit) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        List<Object[]> persons = filled(
                        em.createQuery(
                                "select m.issuer, m.subject, " + sort.path + " as place" + PERSONS
                                        + " group by m.issuer, m.subject order by place" + (descending ? " desc" : "")
                                        + ", m.issuer, m.subject",
                                Object[].class),
                        organizationId,
                        text)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        long total = filled(
                        em.createQuery("select count(distinct m.subject)" + PERSONS, Long.class), organizationId, text)
                .getSingleResult();
        return new Slice<>(colleagues(organizationId, persons), offset, total);
    }

    /** All their roles by one query, in the order given. */
    private List<Colleague> colleagues(UUID organizationId, List<Object[]> persons) {
        Map<Person, List<Member>> rows = new LinkedHashMap<>();
        persons.forEach(each -> rows.put(new Person((String) each[0], (String) each[1]), new ArrayList<>()));
        if (!rows.isEmpty()) {
            em.createQuery(
                            "select m from Member m where m.organization.id = :organization and m.subject in :subjects",
                            Member.class)
                    .setParameter("organization", organizationId)
                    .setParameter(
                            "subjects",
                            rows.keySet().stream().map(Person::subject).toList())
                    .getResultList()
                    .forEach(member -> rows.getOrDefault(member.person(), new ArrayList<>())
                            .add(member));
        }
        return rows.values().stream().map(Colleague::of).toList();
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, UUID organizationId, String text) {
        return query.setParameter("organization", organizationId)
                .setParameter("text", SearchText.anywhere(text.toLowerCase(Locale.ROOT)));
    }
}
