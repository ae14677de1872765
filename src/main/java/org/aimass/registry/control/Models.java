package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.control.Organizations;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.SearchText;
import org.aimass.shared.Slice;

/** Lists the models that the asker may see, each by its newest version. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class Models {

    private static final String NEWEST_VISIBLE =
            " from ModelVersion v join v.model m join m.organization o where o.id in :owners and v.number ="
                    + " (select max(w.number) from ModelVersion w where w.model = m)"
                    + " and (lower(m.name) like :text escape '!' or lower(o.nameEn) like :text escape '!'"
                    + " or lower(o.nameZh) like :text escape '!')";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Organizations organizations;

    /** By what a list is sorted. */
    public enum Sort {
        NAME("lower(m.name)"),
        ORGANIZATION("lower(o.nameEn)"),
        TASK("m.task"),
        STATUS("v.status"),
        SUBMITTED("v.submission.at");

        private final String path;

        Sort(String path) {
            this.path = path;
        }
    }

    /** @throws Refusal NOT_FOUND when there is none, or when it belongs to an organization that the asker may not see */
    public RegisteredModel get(UUID id) {
        RegisteredModel found = em.find(RegisteredModel.class, id);
        if (found == null || !organizations.maySee(found.organizationId())) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** @param text looked for in the names of model and organization; empty for all */
    public Slice<ModelVersion> search(String text, Sort sort, boolean descending, int offset, int limit) {
        Set<UUID> owners = organizations.visible();
        if (owners.isEmpty()) {
            return new Slice<>(List.of(), 0, 0);
        }
        String direction = descending ? " desc" : "";
        List<ModelVersion> items = filled(
                        em.createQuery(
                                "select v" + NEWEST_VISIBLE + " order by " + sort.path + direction + ", v.id",
                                ModelVersion.class),
                        owners,
                        text)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        long total = filled(em.createQuery("select count(v)" + NEWEST_VISIBLE, Long.class), owners, text)
                .getSingleResult();
        return new Slice<>(items, offset, total);
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, Set<UUID> owners, String text) {
        return query.setParameter("owners", owners)
                .setParameter("text", SearchText.anywhere(text.toLowerCase(Locale.ROOT)));
    }
}
