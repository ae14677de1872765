package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationLine;
import org.aimass.organization.entity.OrganizationName;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;
import org.aimass.shared.SearchText;
import org.aimass.shared.Slice;

/** All organizations, for who looks after the portal: lists, renames, disables and enables them. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class AdministerOrganizations {

    private static final int LONGEST_REASON = 1000;
    private static final String FOUND = " from Organization o where (lower(o.nameEn) like :text escape '!'"
            + " or lower(o.nameZh) like :text escape '!' or o.slug like :text escape '!')";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /** By what the list is sorted. */
    public enum Sort {
        NAME("lower(o.nameEn)"),
        KIND("o.kind"),
        SINCE("o.createdAt");

        private final String path;

        Sort(String path) {
            this.path = path;
        }
    }

    /** @param text looked for in the names; empty for all */
    public Slice<OrganizationLine> search(String text, Sort sort, boolean descending, int offset, int limit) {
        List<Organization> page = filled(
                        em.createQuery(
                                "select o" + FOUND + " order by " + sort.path + (descending ? " desc" : "") + ", o.id",
                                Organization.class),
                        text)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        long total = filled(em.createQuery("select count(o)" + FOUND, Long.class), text)
                .getSingleResult();
        return new Slice<>(lines(page), offset, total);
    }

    /** @throws Refusal NOT_FOUND when there is none */
    public OrganizationLine get(UUID id) {
        Organization found = em.find(Organization.class, id);
        if (found == null) {
            throw Refusal.notFound();
        }
        return lines(List.of(found)).get(0);
    }

    /** The names of these, by id. */
    public Map<UUID, Organization> byId(List<UUID> ids) {
        Map<UUID, Organization> found = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select o from Organization o where o.id in :ids", Organization.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /**
     * @param seen the version that the asker saw
     * @throws Refusal INVALID at {@code nameEn} or {@code nameZh}; CONFLICT when somebody else has changed it meanwhile
     */
    public void rename(UUID id, String nameEn, String nameZh, long seen) {
        String en = OrganizationName.checked(nameEn, "nameEn");
        String zh = OrganizationName.checked(nameZh, "nameZh");
        Organization organization = Locked.organization(em, id);
        String before = organization.name(Locale.ENGLISH);
        if (before.equals(en) && organization.name(Locale.CHINESE).equals(zh)) {
            return;
        }
        demandUnchanged(organization, seen);
        organization.rename(en, zh);
        note(id, "organization.renamed", Map.of("before", before, "after", en));
    }

    /**
     * From now on its members read, and do nothing more; what runs goes on. Asked twice, it does it once.
     *
     * @throws Refusal INVALID at {@code reason}; CONFLICT when somebody else has changed it meanwhile
     */
    public void disable(UUID id, String reason, long seen) {
        String why = RequiredText.prose(reason, LONGEST_REASON, "organization", "reason");
        Organization organization = Locked.organization(em, id);
        if (organization.isDisabled() && organization.disabledReason().equals(why)) {
            return;
        }
        demandUnchanged(organization, seen);
        organization.disable(why, clock.instant());
        note(id, "organization.disabled", Map.of("reason", why));
        activity.suspend(id, true);
    }

    /**
     * From now on its members act again. Asked twice, it does it once.
     *
     * @throws Refusal INVALID at {@code reason}; CONFLICT when somebody else has changed it meanwhile
     */
    public void enable(UUID id, String reason, long seen) {
        String why = RequiredText.prose(reason, LONGEST_REASON, "organization", "reason");
        Organization organization = Locked.organization(em, id);
        if (!organization.isDisabled()) {
            return;
        }
        demandUnchanged(organization, seen);
        organization.enable();
        note(id, "organization.enabled", Map.of("reason", why));
        activity.suspend(id, false);
    }

    private void note(UUID id, String action, Map<String, String> details) {
        activity.recordFromAbove(id, action, "organization", id.toString(), details);
    }

    private static void demandUnchanged(Organization organization, long seen) {
        if (organization.version() != seen) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "organization", "refusal.organizationChanged");
        }
    }

    private List<OrganizationLine> lines(List<Organization> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> people = new HashMap<>();
        Map<UUID, Long> administrators = new HashMap<>();
        em.createQuery(
                        "select m.organization.id, count(distinct m.subject), sum(case when m.role = :admin then 1 else 0"
                                + " end) from Member m where m.organization in :organizations group by m.organization.id",
                        Object[].class)
                .setParameter("admin", Role.ORGANIZATION_ADMIN)
                .setParameter("organizations", organizations)
                .getResultList()
                .forEach(row -> {
                    people.put((UUID) row[0], ((Number) row[1]).longValue());
                    administrators.put((UUID) row[0], ((Number) row[2]).longValue());
                });
        return organizations.stream()
                .map(each -> new OrganizationLine(
                        each, people.getOrDefault(each.id(), 0L), administrators.getOrDefault(each.id(), 0L)))
                .toList();
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, String text) {
        return query.setParameter("text", SearchText.anywhere(text.toLowerCase(Locale.ROOT)));
    }
}
