package org.aimass.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Keycloak's database in the data folder was founded with. An import happens once; what is asked for later must agree with it, or be
 * changed in Keycloak itself.
 */
final class FoundedRealm {
    private static final String PUBLIC_URL = "public.url";
    private static final String ISSUER = "issuer";
    private static final String DEMO = "demo";
    private static final String IMPORTED = "imported";

    private final Path file;
    private final Properties known = new Properties();

    private FoundedRealm(Path file) {
        this.file = file;
    }

    static FoundedRealm in(Path data) throws IOException {
        FoundedRealm realm = new FoundedRealm(data.resolve("keycloak").resolve("founded.properties"));
        if (Files.exists(realm.file)) {
            try (Reader reader = Files.newBufferedReader(realm.file)) {
                realm.known.load(reader);
            }
        }
        return realm;
    }

    /** Whether Keycloak still has to import the realm. */
    boolean isNew() {
        return !known.containsKey(IMPORTED);
    }

    /**
     * Remembers what the realm is founded with, if it is new.
     *
     * @throws CannotStart if people would lose their identity, or accounts with printed passwords would be in a portal without a demo
     */
    void found(String publicUrl, String issuer, boolean demo) throws CannotStart, IOException {
        known.putIfAbsent(PUBLIC_URL, publicUrl);
        known.putIfAbsent(ISSUER, issuer);
        known.putIfAbsent(DEMO, Boolean.toString(demo));
        String before = known.getProperty(ISSUER);
        if (!issuer.equals(before)) {
            throw new CannotStart("the accounts in this data folder belong to " + before + "; set AIMASS_KEYCLOAK_PORT="
                    + URI.create(before).getPort() + ", or choose another folder by AIMASS_DATA");
        }
        if (!Boolean.toString(demo).equals(known.getProperty(DEMO))) {
            throw new CannotStart("this data folder was founded " + (demo ? "without" : "with")
                    + " the demo accounts; set AIMASS_DEMO=" + !demo + ", or choose another folder by AIMASS_DATA");
        }
        save();
    }

    /** To be called when Keycloak is ready: lets the portal be where it is now, if it was elsewhere before. */
    void settle(String publicUrl, String adminPassword) throws IOException, CannotStart, InterruptedException {
        String before = known.getProperty(PUBLIC_URL);
        if (!publicUrl.equals(before)) {
            move(URI.create(known.getProperty(ISSUER)), before, publicUrl, adminPassword);
        }
        known.setProperty(PUBLIC_URL, publicUrl);
        known.setProperty(IMPORTED, "true");
        save();
    }

    private void save() throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            known.store(writer, "What Keycloak's database here was founded with.");
        }
    }

    private static void move(URI issuer, String before, String now, String password)
            throws IOException, CannotStart, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        String form = "client_id=admin-cli&grant_type=password&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String token = first(
                "\"access_token\":\"([^\"]+)\"",
                send(
                        http,
                        HttpRequest.newBuilder(issuer.resolve("/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))));
        String bearer = "Bearer " + token;
        String clients = send(
                http,
                HttpRequest.newBuilder(issuer.resolve("/admin/realms/aimass/clients?clientId=aimass-portal"))
                        .header("Authorization", bearer));
        String client = clients.substring(1, clients.length() - 1).replace("\"" + before + "/", "\"" + now + "/");
        send(
                http,
                HttpRequest.newBuilder(
                                issuer.resolve("/admin/realms/aimass/clients/" + first("\"id\":\"([^\"]+)\"", client)))
                        .header("Authorization", bearer)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(client)));
    }

    private static String send(HttpClient http, HttpRequest.Builder request)
            throws IOException, CannotStart, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new CannotStart("Keycloak does not let the launcher move the portal to its new address (status "
                    + response.statusCode()
                    + "); start it at the address before, or change the client aimass-portal in Keycloak");
        }
        return response.body();
    }

    private static String first(String pattern, String text) throws CannotStart {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new CannotStart("Keycloak answers something unknown while the portal moves to its new address");
        }
        return matcher.group(1);
    }
}
