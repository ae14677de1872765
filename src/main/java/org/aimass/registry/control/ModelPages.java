package org.aimass.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.control.Organizations;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Bookmark;
import org.aimass.shared.SearchText;

/** Reads the list of models in parts, from the newest to the oldest. What is registered meanwhile shifts nothing. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class ModelPages {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Organizations organizations;

    /**
     * @param text looked for in the names of model and organization; empty for all
     * @param place where the list was read to; empty for its beginning
     */
    public List<RegisteredModel> after(Optional<Bookmark> place, String text, int limit) {
        Set<UUID> owners = organizations.visible();
        if (owners.isEmpty()) {
            return List.of();
        }
        TypedQuery<RegisteredModel> query = em.createQuery(
                        "select m from RegisteredModel m join fetch m.organization o where o.id in :owners"
                                + " and (lower(m.name) like :text escape '!' or lower(o.nameEn) like :text escape '!'"
                                + " or lower(o.nameZh) like :text escape '!')"
                                + (place.isPresent()
                                        ? " and (m.createdAt < :at or (m.createdAt = :at and m.id < :id))"
                                        : "")
                                + " order by m.createdAt desc, m.id desc",
                        RegisteredModel.class)
                .setParameter("owners", owners)
                .setParameter("text", SearchText.anywhere(text.toLowerCase(Locale.ROOT)));
        place.ifPresent(read -> query.setParameter("at", read.at()).setParameter("id", UUID.fromString(read.id())));
        return query.setMaxResults(limit).getResultList();
    }
}
