package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Annotated images: taken in, looked at, given roles, audited, judged, and shown. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> audits = new LinkedHashMap<>();
    private Ask department;
    private Ask auditors;
    private Northern north;
    private String streets = "";

    @BeforeAll
    void auditBoth(Stack stack) throws Exception {
        Portal portal = stack.portal();
        Programs programs = stack.programs();
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", "api-read api-write"));
        auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
        streets = submit("Streets", StreetScenes.objects(), "READY");
        audit("detection", "OBJECT_DETECTION", streets, "detection-precision-1.0", "\"city\",\"skin_tone\"", "");
        String people = submit("People", StreetScenes.poses(), "READY");
        audit(
                "pose",
                "POSE_ESTIMATION",
                people,
                "pose-parity-1.0",
                "\"skin_tone\"",
                ",\"options\":{\"sigmas\":[0.05,0.05,0.05,0.05,0.05]}");
    }

    private void audit(String name, String task, String dataset, String policy, String features, String more)
            throws Exception {
        String model = done(department.post("/models", """
                        {"organization":"%s","name":"Watcher of %s","purpose":"To see","task":"%s","domain":"OTHER",
                         "licence":"MIT","label":"1.0"}""".formatted(north.owner, name, task)))
                .path("id")
                .asText();
        String audit = done(auditors.post(
                        "/audits",
                        "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",\"policy\":\"%s\",\"features\":[%s]%s}"
                                .formatted(model, dataset, policy, features, more)))
                .path("id")
                .asText();
        Instant end = Instant.now().plus(PATIENCE);
        String status = "";
        while (!status.equals("COMPLETED")) {
            JsonNode now = done(auditors.get("/audits/" + audit));
            status = now.path("status").asText();
            assertFalse(status.equals("FAILED") || Instant.now().isAfter(end), now::toString);
            Thread.sleep(300);
        }
        audits.put(name, audit);
    }

    private String upload(String name, byte[] bytes) throws Exception {
        String upload = done(department.post(
                        "/uploads", "{\"name\":\"" + name + "\",\"size\":" + bytes.length + ",\"kind\":\"DATASET\"}"))
                .path("id")
                .asText();
        String digest = String.format(
                "%064x", new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
        done(department.putBytes("/uploads/" + upload + "/pieces/0?sha256=" + digest, bytes));
        done(department.post("/uploads/" + upload + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        return upload;
    }

    private HttpResponse<String> hand(String name, String upload) {
        return department.post(
                "/datasets",
                "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name
                        + "\",\"description\":\"Made for a test\",\"upload\":\"" + upload + "\"}");
    }

    private String submit(String name, byte[] bytes, String outcome) throws Exception {
        String dataset =
                done(hand(name, upload("scenes.zip", bytes))).path("id").asText();
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode version = done(department.get("/dataset-versions/" + dataset));
        while (version.path("status").asText().equals("PROFILING")) {
            assertTrue(Instant.now().isBefore(end), "not profiled");
            Thread.sleep(200);
            version = done(department.get("/dataset-versions/" + dataset));
        }
        if (outcome.equals("READY")) {
            version = done(department.send(
                    "PUT",
                    "/dataset-versions/" + dataset + "/roles",
                    "{\"roles\":{\"skin_tone\":\"SENSITIVE\",\"city\":\"SENSITIVE\"}}"));
        }
        assertEquals(outcome, version.path("status").asText(), version::toString);
        return dataset;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }

    private JsonNode comparison(String audit, String metric, String feature) {
        for (JsonNode comparison :
                done(auditors.get("/audits/" + audits.get(audit) + "/results")).path("comparisons")) {
            if (comparison.path("metric").asText().equals(metric)
                    && comparison.path("group").has(feature)) {
                return comparison;
            }
        }
        throw new AssertionError("no " + metric + " by " + feature);
    }

    @Test
    void whoIsMissedMoreIsShown() {
        JsonNode missed = comparison("detection", "miss_rate", "skin_tone");
        assertEquals("dark", missed.at("/group/skin_tone").asText(), missed::toString);
        assertEquals("DISPARITY_SHOWN", missed.path("verdict").asText(), missed::toString);
        assertEquals(0.25, missed.path("gap").asDouble(), 0.12, missed::toString);
        assertEquals("bootstrap_error", missed.at("/interval/method").asText(), missed::toString);
    }

    @Test
    void precisionIsJudgedWhereImagesFormTheGroups() {
        JsonNode ofCities = comparison("detection", "average_precision", "city");
        assertEquals("all", ofCities.at("/at/area").asText(), ofCities::toString);
        assertTrue(ofCities.has("gap"), ofCities::toString);
        JsonNode ofTones = comparison("detection", "average_precision", "skin_tone");
        assertEquals("INSUFFICIENT_EVIDENCE", ofTones.path("verdict").asText(), ofTones::toString);
    }

    @Test
    void keypointsAreJudged() {
        JsonNode near = comparison("pose", "pck", "skin_tone");
        assertEquals("DISPARITY_SHOWN", near.path("verdict").asText(), near::toString);
        assertTrue(near.path("gap").asDouble() < -0.05, near::toString);
    }

    @Test
    void annotationsAloneAreRefusedWithAHint() throws Exception {
        byte[] alone = "{\"images\": [], \"annotations\": []}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> refused = hand("Alone", upload("annotations.json", alone));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(Ask.json(refused).path("detail").asText().contains("detections.json"), refused.body());
    }

    @Test
    void faultsAreListedWithTheirPlaces(Portal portal, Visitor jonas) throws Exception {
        String broken = "{\"images\":[{\"id\":1}],\"categories\":[{\"id\":1,\"name\":\"dog\"}],"
                + "\"annotations\":[{\"image_id\":2,\"category_id\":1,\"bbox\":[0,0,1,-1],\"area\":1}]}";
        String version = submit(
                "Broken",
                StreetScenes.zip(Map.of("annotations.json", broken.getBytes(StandardCharsets.UTF_8))),
                "REFUSED");
        join(portal, "Jonas%", "SUBMITTER");
        jonas.signIn("jonas.berg");
        Page page = jonas.open("/dataset/version.xhtml?id=" + version);
        assertTrue(page.content().contains("/annotations/0/bbox"), page.content());
        jonas.findsNoBarrier();
    }

    private void join(Portal portal, String name, String role) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet person = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + name + "'")) {
            assertTrue(person.next(), "nobody is called so");
            north.join(role.equals("SUBMITTER") ? north.owner : north.body, person.getString(1), role);
        }
    }

    private static void look(Visitor reader, String path, String name) {
        Page shown = reader.open(path);
        assertTrue(shown.locator("main :is(.panel, .section, section)").count() > 0, path);
        assertFalse(shown.content().contains("???"), path);
        assertEquals(true, shown.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path);
        reader.screenshot(name);
        reader.findsNoBarrier();
    }

    /** The version with its fields, and its images for those who may look. */
    @Test
    void annotatedImagesAreADatasetLikeOthers(Portal portal, Visitor jonas, Visitor phone) throws SQLException {
        join(portal, "Jonas%", "SUBMITTER");
        jonas.signIn("jonas.berg");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("jonas.berg");
        for (Visitor reader : List.of(jonas, phone)) {
            String kind = reader == phone ? "zh-390" : "en";
            look(reader, "/dataset/version.xhtml?id=" + streets, "objects-version-" + kind);
            look(reader, "/dataset/preview.xhtml?id=" + streets, "objects-preview-" + kind);
        }
        jonas.open("/dataset/preview.xhtml?id=" + streets);
        assertEquals(true, jonas.page().evaluate("""
                        async () => {
                            const answer = await fetch(document.querySelector('svg.picture image').getAttribute('href'));
                            return answer.ok && answer.headers.get('content-type').startsWith('image/png');
                        }"""));
    }

    /** Judged, approved by a second person and published. */
    @Test
    void whatWasDetectedIsPublished(Portal portal, Visitor amara, Visitor tomas, Visitor reader) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        join(portal, "Tomas%", "APPROVER");
        Auditor auditor = new Auditor(amara);
        Approver approver = new Approver(tomas);
        String pose = audits.getOrDefault("pose", "");
        auditor.judge(pose, "Keypoints of people with darker skin are further off.");
        approver.approve(pose);
        String number = approver.publish(pose, "Of poses", "What was measured.");
        look(reader, "/reports/" + number, "pose-report-en");
    }

    /** Every view, in both languages, on both screens. */
    @Test
    void everyViewIsShown(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        amara.signIn("amara.okafor");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        for (Visitor reader : List.of(amara, phone)) {
            String kind = reader == phone ? "zh-390" : "en";
            String detection = "/audit/results.xhtml?id=" + audits.get("detection");
            for (String view : List.of("judged", "measure", "found", "precision", "categories")) {
                look(reader, detection + "&feature=0&view=" + view, "objects-" + view + "-" + kind);
            }
            look(reader, detection + "&feature=1&view=precision", "objects-precision-tone-" + kind);
            look(
                    reader,
                    detection + "&feature=0&view=categories&group=1&sort=-name&page=2",
                    "objects-categories-2-" + kind);
            String pose = "/audit/results.xhtml?id=" + audits.get("pose");
            for (String view : List.of("judged", "keypoints", "found", "precision")) {
                look(reader, pose + "&feature=0&view=" + view, "pose-" + view + "-" + kind);
            }
            look(reader, "/audit/run.xhtml?id=" + audits.get("detection"), "objects-run-" + kind);
            look(reader, "/audit/start.xhtml?run=" + audits.get("pose"), "pose-start-" + kind);
        }
        for (String file :
                List.of("precision.csv", "precision.svg", "found.json", "found.svg", "items.csv", "items.svg")) {
            String view = file.startsWith("items") ? "categories" : file.replaceAll("\\..*", "");
            assertEquals(
                    200,
                    amara.page()
                            .request()
                            .get(portal.at("/audit/results.xhtml?id=" + audits.get("detection") + "&feature=0&view="
                                            + view + "&file=" + file)
                                    .toString())
                            .status(),
                    file);
        }
    }
}
