package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.aimass.api.Ask;
import org.aimass.audit.TinyFiles;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Annotated images: taken in, looked at, given roles, audited, judged, and shown. */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectsIT {

    private static final String PRECISION = "\"policy\":\"detection-precision-1.0\",\"features\":[\"%s\"]";

    private TaskAudits made;
    private String streets = "";

    @BeforeAll
    void auditBoth(Stack stack) throws Exception {
        made = new TaskAudits(stack);
        streets = scenes("Streets", StreetScenes.objects());
        begin(
                "detection",
                "OBJECT_DETECTION",
                streets,
                "\"policy\":\"detection-recall-1.0\",\"features\":[\"city\",\"skin_tone\"]");
        begin("precision", "OBJECT_DETECTION", streets, PRECISION.formatted("city"));
        begin(
                "pose",
                "POSE_ESTIMATION",
                scenes("People", StreetScenes.poses()),
                "\"policy\":\"pose-parity-1.0\",\"features\":[\"skin_tone\"],"
                        + "\"options\":{\"sigmas\":[0.05,0.05,0.05,0.05,0.05]}");
        made.await();
    }

    private String scenes(String name, byte[] archive) throws InterruptedException {
        return made.submit(name, "scenes.zip", archive, "\"skin_tone\":\"SENSITIVE\",\"city\":\"SENSITIVE\"");
    }

    private void begin(String name, String task, String dataset, String plan) {
        made.begin(name, made.model(task, "Watcher of " + name), dataset, plan);
    }

    private JsonNode comparison(String audit, String metric, String feature) {
        return made.comparison(audit, metric, each -> each.path("group").has(feature));
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
        JsonNode ofCities = comparison("precision", "average_precision", "city");
        assertEquals("all", ofCities.at("/at/area").asText(), ofCities::toString);
        assertTrue(ofCities.has("gap"), ofCities::toString);
        HttpResponse<String> ofTones =
                made.start(made.model("OBJECT_DETECTION", "Refused"), streets, PRECISION.formatted("skin_tone"));
        assertEquals(422, ofTones.statusCode(), ofTones.body());
        assertTrue(Ask.json(ofTones).path("detail").asText().contains("skin_tone"), ofTones.body());
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
        HttpResponse<String> refused = made.hand("Alone", made.upload("annotations.json", alone));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(Ask.json(refused).path("detail").asText().contains("detections.json"), refused.body());
    }

    @Test
    void faultsAreListedWithTheirPlaces(Visitor jonas) throws Exception {
        String broken = "{\"images\":[{\"id\":1}],\"categories\":[{\"id\":1,\"name\":\"dog\"}],"
                + "\"annotations\":[{\"image_id\":2,\"category_id\":1,\"bbox\":[0,0,1,-1],\"area\":1}]}";
        String version = made.submit(
                "Broken",
                "scenes.zip",
                new TinyFiles().rows("annotations.json", broken).zip());
        assertEquals("REFUSED", made.statusOf(version));
        made.join("Jonas", "SUBMITTER");
        jonas.signIn("jonas.berg");
        Page page = jonas.open("/dataset/version.xhtml?id=" + version);
        assertTrue(page.content().contains("/annotations/0/bbox"), page.content());
        jonas.findsNoBarrier();
    }

    private static void isFull(Page page) {
        assertTrue(page.locator("main :is(.panel, .section, section)").count() > 0, page.url());
    }

    /** The version with its fields, and its images for those who may look. */
    @Test
    void annotatedImagesAreADatasetLikeOthers(Visitor jonas, Visitor phone) throws SQLException {
        made.join("Jonas", "SUBMITTER");
        TwoScreens screens = new TwoScreens(jonas, phone).signedIn("jonas.berg");
        screens.look("/dataset/version.xhtml?id=" + streets, "objects-version", ObjectsIT::isFull);
        screens.look("/dataset/preview.xhtml?id=" + streets, "objects-preview", ObjectsIT::isFull);
        assertEquals(true, jonas.page().evaluate("""
                        async () => {
                            const answer = await fetch(document.querySelector('svg.picture image').getAttribute('href'));
                            return answer.ok && answer.headers.get('content-type').startsWith('image/png');
                        }"""));
    }

    /** Judged, approved by a second person and published. */
    @Test
    void whatWasDetectedIsPublished(Visitor amara, Visitor tomas, Visitor reader) throws SQLException {
        made.join("Amara", "AUDITOR");
        made.join("Tomas", "APPROVER");
        Auditor auditor = new Auditor(amara);
        Approver approver = new Approver(tomas);
        String pose = made.id("pose");
        auditor.judge(pose, "Keypoints of people with darker skin are further off.");
        approver.approve(pose);
        String number = approver.publish(pose, "Of poses", "What was measured.");
        isFull(TwoScreens.look(reader, "/reports/" + number, "pose-report-en"));
    }

    /** Every view, in both languages, on both screens. */
    @Test
    void everyViewIsShown(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        made.join("Amara", "AUDITOR");
        TwoScreens screens = new TwoScreens(amara, phone).signedIn("amara.okafor");
        String detection = "/audit/results.xhtml?id=" + made.id("detection");
        for (String view : List.of("judged", "measure", "found", "precision", "categories")) {
            screens.look(detection + "&feature=0&view=" + view, "objects-" + view, ObjectsIT::isFull);
        }
        screens.look(detection + "&feature=1&view=precision", "objects-precision-tone", ObjectsIT::isFull);
        screens.look(
                detection + "&feature=0&view=categories&group=1&sort=-name&page=2",
                "objects-categories-2",
                ObjectsIT::isFull);
        String pose = "/audit/results.xhtml?id=" + made.id("pose");
        for (String view : List.of("judged", "keypoints", "found", "precision")) {
            screens.look(pose + "&feature=0&view=" + view, "pose-" + view, ObjectsIT::isFull);
        }
        screens.look("/audit/run.xhtml?id=" + made.id("detection"), "objects-run", ObjectsIT::isFull);
        screens.look("/audit/start.xhtml?run=" + made.id("pose"), "pose-start", ObjectsIT::isFull);
        for (String file :
                List.of("precision.csv", "precision.svg", "found.json", "found.svg", "items.csv", "items.svg")) {
            String view = file.startsWith("items") ? "categories" : file.replaceAll("\\..*", "");
            assertEquals(
                    200,
                    amara.page()
                            .request()
                            .get(portal.at(detection + "&feature=0&view=" + view + "&file=" + file)
                                    .toString())
                            .status(),
                    file);
        }
    }
}
