package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.aimass.organization.control.Organizations;
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

    /** The names of their organizations; empty for who works for the portal alone. */
    public String getName() {
        String known = name;
        if (known == null) {
            known = organizations.mine().stream()
                    .map(each -> each.name(language.getLocale()))
                    .collect(Collectors.joining(" · "));
            name = known;
        }
        return known;
    }
}
