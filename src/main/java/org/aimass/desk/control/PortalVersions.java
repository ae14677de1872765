package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aimass.database.DatabaseFacts;
import org.aimass.desk.entity.DatabaseState;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** What the portal itself runs on. */
@ApplicationScoped
@Allowed(Role.PORTAL_ADMIN)
public class PortalVersions {

    @Inject
    DatabaseFacts database;

    /** Such as {@code 17.0.12+7, Eclipse Adoptium}. */
    public String java() {
        return Runtime.version() + ", " + System.getProperty("java.vendor");
    }

    public DatabaseState database() {
        DatabaseFacts.Facts facts = database.read();
        return new DatabaseState(facts.product(), facts.migration(), facts.about());
    }
}
