package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.aimass.security.Allowed;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The people of the demonstration, with the ids that Keycloak gave them, and what they do. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class DemoPeople {

    @Inject
    SystemActor actor;

    @Inject
    @ConfigProperty(name = "aimass.oidc.issuer")
    String issuer;

    /** Somebody of the demonstration. */
    public enum Who {
        AMARA(1, "Amara Okafor"),
        TOMAS(2, "Tomas Lind"),
        JONAS(3, "Jonas Berg"),
        LIN(4, "Lin Ma"),
        INES(5, "Ines Duarte"),
        MARTA(6, "Marta Silva");

        private final int number;
        private final String displayName;

        Who(int number, String displayName) {
            this.number = number;
            this.displayName = displayName;
        }

        String displayName() {
            return displayName;
        }
    }

    public Person person(Who who) {
        return new Person(issuer, String.format("5b0a6a1e-000%1$d-4000-8000-00000000000%1$d", who.number));
    }

    /** Does something in that person's name, with the roles that the person holds and no others. */
    public <T> T as(Who who, Supplier<T> deed) {
        Answer<T> answer = new Answer<>();
        actor.actAs(person(who), who.displayName(), () -> answer.value = deed.get());
        T value = answer.value;
        if (value == null) {
            throw new IllegalStateException(who + " has done nothing");
        }
        return value;
    }

    private static final class Answer<T> {
        private @Nullable T value;
    }
}
