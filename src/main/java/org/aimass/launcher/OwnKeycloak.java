package org.aimass.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The Keycloak that is started along with the portal, with the realm and, in a demo, its people. */
final class OwnKeycloak {
    private final Settings settings;
    private final GeneratedSecrets secrets;
    private final DemoAccounts demo;
    private final KeycloakServer server;
    private final FoundedRealm realm;
    private final String publicUrl;
    private final int port;

    OwnKeycloak(
            Settings settings, Installation installation, DataFolder data, GeneratedSecrets secrets, String publicUrl)
            throws CannotStart, IOException {
        this.settings = settings;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        port = settings.port("AIMASS_KEYCLOAK_PORT", 8081);
        demo = new DemoAccounts(secrets);
        server = new KeycloakServer(installation, data.path(), port, ServerProcess.speed(settings));
        realm = FoundedRealm.in(data.path());
    }

    /** @throws CannotStart if it could not run here, or not with this data folder */
    void demand() throws CannotStart, IOException {
        FreePorts.demand(port, "AIMASS_KEYCLOAK_PORT");
        realm.found(publicUrl, server.issuer(), settings.is("AIMASS_DEMO"));
    }

    String issuer() {
        return server.issuer();
    }

    /** What the portal proves itself with. */
    String clientSecret() throws IOException {
        return settings.find("AIMASS_OIDC_CLIENT_SECRET").orElse(secrets.get("oidc.client"));
    }

    /** What its API proves itself with. */
    String apiSecret() throws IOException {
        return settings.find("AIMASS_OIDC_API_SECRET").orElse(secrets.get("oidc.api"));
    }

    ServerProcess process(Consumer<String> say) throws CannotStart, IOException, InterruptedException {
        server.build(say);
        String file = realm.isNew() ? Installation.resource(KeycloakServer.REALM_FILE) : "";
        return server.process(
                realm.isNew() && settings.is("AIMASS_DEMO") ? demo.addedTo(file) : file,
                Map.of(
                        "AIMASS_PUBLIC_URL",
                        publicUrl,
                        "AIMASS_OIDC_CLIENT_SECRET",
                        clientSecret(),
                        "AIMASS_OIDC_API_SECRET",
                        apiSecret(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.get("keycloak.admin")));
    }

    /** To be called when it is ready. */
    void settle() throws IOException, CannotStart, InterruptedException {
        server.forgetImport();
        realm.settle(publicUrl, secrets.get("keycloak.admin"));
    }

    /** The demo's accounts, a line each; none without a demo. */
    List<String> accounts() throws IOException {
        return settings.is("AIMASS_DEMO") ? demo.lines() : List.of();
    }
}
