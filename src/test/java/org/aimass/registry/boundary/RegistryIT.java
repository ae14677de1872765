package org.aimass.registry.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.engine.inference.Onnx;
import org.aimass.organization.TwoMinistries;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** From the form to what the engine found, with hostile files and names, twice at once, and by people from elsewhere (T9, T10, T17). */
@RealPortal
class RegistryIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final String POLYGLOT = "<img src=x onerror=alert(1)>\"'#{7*7}${7*7}../../etc/passwd";

    private static FilePayload model() {
        byte[] bytes = Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("X", Onnx.FLOAT, -1, 2))
                        .addOutput(Onnx.value("scores", Onnx.FLOAT, -1, 2))
                        .addNode(Onnx.node("Identity", List.of("X"), List.of("scores"))))
                .toByteArray();
        return new FilePayload("../../" + POLYGLOT + ".onnx", "application/octet-stream", bytes);
    }

    /** Fills the form in and leaves it unsent. */
    private static String fill(Page page, TwoMinistries ministries, String name) {
        String unique = name + " " + UUID.randomUUID().toString().substring(0, 8);
        page.locator("[id='form:organization']").selectOption(ministries.first());
        page.locator("[id='form:name']").fill(unique);
        page.locator("[id='form:purpose']").fill("Decides about rivers. " + POLYGLOT);
        page.locator("[id='form:licence']").fill("MIT");
        return unique;
    }

    private static void send(Page page) {
        page.locator("[id='form:send']").click();
    }

    @Test
    void aModelIsInspectedAndShownToItsAuditorsAlone(Portal portal, Visitor jonas, Visitor amara, Visitor tomas)
            throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        jonas.findsNoBarrier();
        send(page);
        assertThat(page.getByText("Give the model a name").first()).isVisible();
        jonas.findsNoBarrier();
        String name = fill(page, ministries, POLYGLOT);
        send(page);
        assertThat(page.getByText("Choose the model’s ONNX file").first()).isVisible();
        page.locator("[id='form:file']").setInputFiles(model());
        send(page);
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(SOON);
        assertThat(page.locator("h1")).hasText(name + " 1.0");
        assertThat(page.getByText("[N, 2]").first()).isVisible();
        assertThat(page.getByText("Identity").first()).isVisible();
        jonas.findsNoBarrier();
        assertEquals(0, uploadsLeftOver(portal));

        String address = page.url().substring(portal.at("").toString().length());
        amara.open(address);
        Page audited = amara.signIn("amara.okafor");
        assertThat(audited.locator("h1")).hasText(name + " 1.0");
        assertThat(audited.getByText("Start an audit").first()).isVisible();
        assertThat(audited.getByText("Add a version")).hasCount(0);

        tomas.open("/registry/models.xhtml");
        Page foreign = tomas.signIn("tomas.lind");
        assertEquals(0, foreign.getByText(name).count());
        String modelId = one(portal, "select model_id from registry_model_version where id = ?", address);
        for (String hidden : List.of(address, "/registry/register.xhtml?model=" + modelId)) {
            assertSameAsMissing(portal, foreign, hidden);
        }
        assertEquals(
                "2",
                one(portal, "select count(*) from activity_record where subject_id = cast(? as varchar)", address),
                "registered and inspected");
    }

    /** What is foreign answers as what does not exist: the same status, and the same bytes but for the request's number. */
    private static void assertSameAsMissing(Portal portal, Page page, String hidden) {
        String missing = hidden.replaceAll("=.*", "=" + UUID.randomUUID());
        Response foreign = page.navigate(portal.at(hidden).toString());
        String foreignText = page.locator("main").innerText().replaceAll("[0-9a-f]{16}", "N");
        Response absent = page.navigate(portal.at(missing).toString());
        assertEquals(404, foreign.status());
        assertEquals(404, absent.status());
        assertEquals(page.locator("main").innerText().replaceAll("[0-9a-f]{16}", "N"), foreignText);
    }

    @Test
    void aDraftIsChangedThenFinalThenWithdrawnByItsOwnPeopleAlone(Portal portal, Visitor jonas, Visitor amara)
            throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        fill(page, ministries, "Draft");
        page.locator("[id='form:file']").setInputFiles(model());
        assertThat(page.getByText("The file has arrived.").first()).isVisible(SOON);
        page.locator("[id='form:keep']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag").first())
                .hasText("Draft", new LocatorAssertions.HasTextOptions().setTimeout(90_000));
        String id = page.url().replaceAll(".*id=", "");

        amara.open("/registry/model.xhtml?id=" + id);
        Page auditor = amara.signIn("amara.okafor");
        assertThat(auditor.getByText("Start an audit")).hasCount(0);
        for (String own : List.of("edit", "final", "withdraw")) {
            Response refused = auditor.navigate(
                    portal.at("/registry/" + own + ".xhtml?id=" + id).toString());
            assertEquals(404, refused.status(), own);
        }

        jonas.open("/registry/edit.xhtml?id=" + id);
        page.locator("[id='form:sheet:6:text']").fill("Harms: " + POLYGLOT);
        page.locator("[id='form:save']").click();
        assertThat(page.getByText("Harms: " + POLYGLOT)).isVisible();
        jonas.open("/registry/final.xhtml?id=" + id);
        page.locator("[id='form:send']").click();
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible();
        jonas.open("/registry/edit.xhtml?id=" + id);
        assertThat(page.locator("[id='form:save']")).hasCount(0);

        Download download = page.waitForDownload(() -> {
            jonas.open("/registry/model.xhtml?id=" + id);
            page.getByText("Download the file").click();
        });
        assertArrayEquals(model().buffer, Files.readAllBytes(download.path()));

        jonas.open("/registry/withdraw.xhtml?id=" + id);
        page.locator("[id='form:send']").click();
        assertThat(page.getByText("Say why this version is withdrawn").first()).isVisible();
        jonas.findsNoBarrier();
        page.locator("[id='form:reason']").fill("It drowned");
        page.locator("[id='form:send']").click();
        assertThat(page.getByText("It drowned")).isVisible();
        amara.open("/registry/model.xhtml?id=" + id);
        assertThat(auditor.getByText("It drowned")).isVisible();
        assertThat(auditor.getByText("Start an audit")).hasCount(0);
        assertEquals(
                "6",
                one(portal, "select count(*) from activity_record where subject_id = cast(? as varchar)", "id=" + id),
                "registered, inspected, edited, final, downloaded, withdrawn");
    }

    @Test
    void sentTwelveTimesAtOnceItIsOneModel(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        String name = fill(page, ministries, "Twice");
        page.locator("[id='form:file']").setInputFiles(model());
        String answers = oneAnswer(jonas.sendAtOnce("form", "form:send", 12));
        assertEquals(
                "1",
                one(
                        portal,
                        "select count(*) from registry_model_version v join registry_model m on m.id = v.model_id"
                                + " where m.name = (select n.name from registry_model n join registry_model_version w"
                                + " on w.model_id = n.id where w.id = ?)",
                        answers),
                name);
    }

    @Test
    void whatIsNoModelIsRefusedWithTheReason(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.onPhone().speaking("zh-CN").open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        page.locator("[id='form:organization']").selectOption("部 " + ministries.first());
        page.locator("[id='form:name']").fill("坏 " + UUID.randomUUID());
        page.locator("[id='form:purpose']").fill("测试");
        page.locator("[id='form:licence']").fill("MIT");
        page.locator("[id='form:file']")
                .setInputFiles(new FilePayload(
                        "x.onnx", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        send(page);
        page.waitForURL("**/registry/model.xhtml?id=*");
        Locator note = page.locator(".note-error");
        assertThat(note).isVisible(SOON);
        assertThat(note).containsText("model.onnx: ");
        jonas.findsNoBarrier();
    }

    @Test
    void aClosedModelNeedsNoFileAndGetsAFurtherVersion(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        fill(page, ministries, "Closed");
        page.locator("input[type=radio][value=CLOSED]").check();
        send(page);
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible();
        page.getByText("Add a version").first().click();
        page.locator("input[type=radio][value=CLOSED]").check();
        send(page);
        assertThat(page.getByText("This model already has a version of this name")
                        .first())
                .isVisible();
        page.locator("[id='form:label']").fill("2.0");
        send(page);
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("a", new Page.LocatorOptions().setHasText("Version 1.0")))
                .isVisible();
        assertThat(page.getByText("Version 2.0").first()).isVisible();
    }

    @Test
    void aVersionSentTwelveTimesAtOnceIsOneVersion(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        fill(page, ministries, "Twice more");
        page.locator("input[type=radio][value=CLOSED]").check();
        send(page);
        page.waitForURL("**/registry/model.xhtml?id=*");
        page.getByText("Add a version").first().click();
        page.locator("input[type=radio][value=CLOSED]").check();
        page.locator("[id='form:label']").fill("2.0");
        String answers = oneAnswer(jonas.sendAtOnce("form", "form:send", 12));
        assertEquals(
                "2",
                one(
                        portal,
                        "select count(*) from registry_model_version v join registry_model_version w on w.model_id ="
                                + " v.model_id where w.id = ?",
                        answers));
    }

    private static String oneAnswer(Set<String> answers) {
        assertEquals(1, answers.size(), answers::toString);
        String answer = answers.iterator().next();
        assertTrue(answer.matches(".*/registry/model\\.xhtml\\?id=[0-9a-f-]{36} 200"), answer);
        return answer.replace(" 200", "");
    }

    private static String one(Portal portal, String sql, String address) throws SQLException {
        try (Connection connection = portal.database();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, UUID.fromString(address.substring(address.indexOf("id=") + 3)));
            try (ResultSet rows = query.executeQuery()) {
                assertTrue(rows.next());
                return rows.getString(1);
            }
        }
    }

    private static long uploadsLeftOver(Portal portal) throws IOException {
        try (Stream<Path> files = Files.walk(portal.data())) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload_"))
                    .count();
        }
    }
}
