package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes {@link SubjectPseudonym}s. Each controller organization has a key of its own, kept outside the database. */
@ApplicationScoped
public class SubjectPseudonyms {

    @Inject
    @ConfigProperty(name = "aimass.data")
    String data;

    /** The pseudonym of a person in one controller's records; makes the controller's key when there is none yet. */
    public SubjectPseudonym of(UUID controllerOrganizationId, Person person) {
        return keys().keyOf(controllerOrganizationId).pseudonymOf(person);
    }

    /** The person's pseudonyms in the records of every controller that has any, for one query over all of them. */
    public List<SubjectPseudonym> ofEveryController(Person person) {
        return keys().all().stream().map(key -> key.pseudonymOf(person)).toList();
    }

    private PseudonymKeys keys() {
        return new PseudonymKeys(Path.of(data, "keys"));
    }
}
