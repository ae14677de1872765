package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theRealmKeepsTheHardeningList() throws Exception {
        JsonNode realm = JSON.readTree(Installation.resource(KeycloakServer.REALM_FILE));

        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertFalse(realm.path("registrationAllowed").asBoolean(true));
        assertFalse(realm.path("resetPasswordAllowed").asBoolean(true));
        assertTrue(realm.path("accessCodeLifespan").asInt(61) <= 60);
        assertTrue(realm.path("revokeRefreshToken").asBoolean());
        assertTrue(realm.path("eventsEnabled").asBoolean());
        assertTrue(realm.path("users").isEmpty());
    }

    @Test
    void thePortalSignsInByCodeWithProofAtOneAddressOnly() throws Exception {
        JsonNode client = JSON.readTree(Installation.resource(KeycloakServer.REALM_FILE))
                .path("clients")
                .path(0);

        assertEquals("aimass-portal", client.path("clientId").asText());
        assertEquals(
                "S256",
                client.path("attributes").path("pkce.code.challenge.method").asText());
        assertEquals(
                "[\"${AIMASS_PUBLIC_URL}/callback\"]",
                client.path("redirectUris").toString());
        assertEquals("${AIMASS_OIDC_CLIENT_SECRET}", client.path("secret").asText());
        for (String flow :
                new String[] {"implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled"}) {
            assertFalse(client.path(flow).asBoolean(true), flow);
        }
        assertFalse(client.path("publicClient").asBoolean(true));
    }

    @Test
    void programsProveThemselvesByCodeOrDeviceAndNobodyByAPassword() throws Exception {
        JsonNode clients =
                JSON.readTree(Installation.resource(KeycloakServer.REALM_FILE)).path("clients");
        for (JsonNode client : clients) {
            String name = client.path("clientId").asText();
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), name);
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true), name);
            assertFalse(client.path("fullScopeAllowed").asBoolean(true), name);
        }
        JsonNode api = clients.path(1);
        assertEquals("aimass-api", api.path("clientId").asText());
        assertEquals("${AIMASS_OIDC_API_SECRET}", api.path("secret").asText());
        assertFalse(api.path("standardFlowEnabled").asBoolean(true));
        assertEquals(
                "ENFORCING",
                api.at("/authorizationSettings/policyEnforcementMode").asText());
        JsonNode cli = clients.path(2);
        assertEquals("aimass-cli", cli.path("clientId").asText());
        assertTrue(cli.path("publicClient").asBoolean());
        assertTrue(cli.path("consentRequired").asBoolean());
        assertEquals(
                "S256",
                cli.path("attributes").path("pkce.code.challenge.method").asText());
        assertEquals("[\"http://127.0.0.1/callback\"]", cli.path("redirectUris").toString());
    }

    @Test
    void theDemoAddsSixPeopleWithPasswordsOfTheirOwn(@TempDir Path folder) throws Exception {
        DemoAccounts demo = new DemoAccounts(GeneratedSecrets.in(folder));
        JsonNode users = JSON.readTree(demo.addedTo(Installation.resource(KeycloakServer.REALM_FILE)))
                .path("users");

        assertEquals(6, users.size());
        assertEquals(
                "5b0a6a1e-0004-4000-8000-000000000004", users.path(3).path("id").asText());
        assertEquals("lin.ma", users.path(3).path("username").asText());
        assertEquals(
                demo.password("lin.ma"),
                users.path(3).path("credentials").path(0).path("value").asText());
        assertEquals(
                "[\"default-roles-aimass\",\"portal-admin\"]",
                users.path(4).path("realmRoles").toString());
    }

    @Test
    void accountsStayWithTheAddressThatTheyBelongTo(@TempDir Path folder) throws Exception {
        FoundedRealm.in(folder).found("http://127.0.0.1:8080", "http://127.0.0.1:8081/realms/aimass", true);

        FoundedRealm again = FoundedRealm.in(folder);
        assertTrue(again.isNew());
        again.found("http://127.0.0.1:9090", "http://127.0.0.1:8081/realms/aimass", true);
        assertEquals(
                "the accounts in this data folder belong to http://127.0.0.1:8081/realms/aimass; set AIMASS_KEYCLOAK_PORT=8081,"
                        + " or choose another folder by AIMASS_DATA",
                refusal(again, "http://127.0.0.1:8082/realms/aimass", true));
        assertEquals(
                "this data folder was founded with the demo accounts; set AIMASS_DEMO=true, or choose another folder by AIMASS_DATA",
                refusal(again, "http://127.0.0.1:8081/realms/aimass", false));
    }

    private static String refusal(FoundedRealm realm, String issuer, boolean demo) throws Exception {
        try {
            realm.found("http://127.0.0.1:8080", issuer, demo);
            return "";
        } catch (CannotStart e) {
            return String.valueOf(e.getMessage());
        }
    }
}
