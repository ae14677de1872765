package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aimass.security.Role;
import org.junit.jupiter.api.Test;

/** The realm that Keycloak starts with gives the roles that the portal knows, and holds no secret. */
class RealmTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z_.a-z0-9]+(:[^}]*)?}");

    @Test
    void theRealmGivesThePortalRolesAndNoOthers() throws IOException {
        Set<String> known = Arrays.stream(Role.values())
                .filter(role -> role.scope() == Role.Scope.PORTAL)
                .map(Role::word)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path file : House.files(Path.of("realm"), ".json")) {
            Set<String> given = new TreeSet<>();
            JsonNode realm = new ObjectMapper().readTree(file.toFile());
            realm.path("roles")
                    .path("realm")
                    .forEach(role -> given.add(role.path("name").asText()));
            given.removeIf(name -> name.startsWith("default-roles-"));
            assertEquals(known, given, file.toString());
        }
    }

    @Test
    void theRealmHoldsNoSecret() throws IOException {
        for (Path file : House.files(Path.of("realm"), ".json")) {
            for (JsonNode found : new ObjectMapper().readTree(file.toFile()).findValues("secret")) {
                assertFalse(!PLACEHOLDER.matcher(found.asText()).matches(), "a secret in " + file);
            }
        }
    }
}
