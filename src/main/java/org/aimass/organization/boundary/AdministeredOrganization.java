package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Which of their organizations an administrator's page is about: the one of its address, or the first. */
@Named("administered")
@RequestScoped
public class AdministeredOrganization {

    @Inject
    Organizations organizations;

    private String id = "";
    private @Nullable List<Organization> all;

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
    }

    /** All that the reader administers, by name. */
    public List<Organization> getAll() {
        List<Organization> known = all;
        if (known == null) {
            known = organizations.administered();
            all = known;
        }
        return known;
    }

    /** @throws Refusal NOT_FOUND when it is none that the reader administers */
    public Organization getHere() {
        return getAll().stream()
                .filter(each -> id.isEmpty() || each.id().equals(Ids.of(id)))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public UUID id() {
        return getHere().id();
    }

    public String getName() {
        return getHere().name(Asked.locale());
    }
}
