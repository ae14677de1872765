package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.web.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Where the signed-in person works, for the frame of the workspace. */
@Named
@RequestScoped
public class DeskPlace {

    @Inject
    Organizations organizations;

    @Inject
    ReaderLanguage language;

    private @Nullable String name;
    private @Nullable List<Organization> mine;

    private List<Organization> mine() {
        List<Organization> known = mine;
        if (known == null) {
            known = organizations.mine();
            mine = known;
        }
        return known;
    }

    /** Those of their organizations in which they may only read. */
    public List<Organization> getDisabled() {
        return mine().stream().filter(Organization::isDisabled).toList();
    }

    /** The names of their organizations; empty for who works for the portal alone. */
    public String getName() {
        String known = name;
        if (known == null) {
            known = mine().stream().map(each -> each.name(language.getLocale())).collect(Collectors.joining(" · "));
            name = known;
        }
        return known;
    }
}
