package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does work in the name of the portal itself, as a named background task: it holds {@link Role#SYSTEM} and nothing more. */
@ApplicationScoped
public class SystemActor {

    @Inject
    CurrentUser user;

    @Inject
    Instance<RequestContextController> requestContexts;

    @Inject
    Instance<RoleSource> roleSources;

    @Inject
    @ConfigProperty(name = "aimass.demo", defaultValue = "false")
    boolean demo;

    /**
     * Runs the work within an active request context.
     *
     * @param taskName names the task in the activity record, such as {@code dispatch-runs}
     */
    public void run(String taskName, Runnable work) {
        as(Identity.ofSystem(taskName), work);
    }

    /**
     * Runs the work as somebody, with the organization roles that they hold, so that demonstration content comes about by the
     * real use cases.
     *
     * @throws IllegalStateException unless this is a demonstration (AIMASS_DEMO)
     */
    public void actAs(Person person, String displayName, Runnable work) {
        if (!demo) {
            throw new IllegalStateException("only a demonstration may act as somebody");
        }
        as(Identity.of(person, displayName, Set.of(), () -> MemberRoles.of(roleSources, person), ""), work);
    }

    private void as(Identity identity, Runnable work) {
        RequestContextController context = requestContexts.get();
        boolean opened = context.activate();
        Identity before = user.identity();
        try {
            user.become(identity);
            work.run();
        } finally {
            user.become(before);
            if (opened) {
                context.deactivate();
            }
        }
    }
}
