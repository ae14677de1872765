package org.aimass.registry.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.aimass.engine.inference.Onnx;
import org.aimass.organization.TwoMinistries;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** What a model needs beside its file, and how it is fed: said by who submits it, checked by the engine, seen by its auditors alone (T10). */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
class CompanionsIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final byte[] TOKENS =
            "{\"_\":0,\"|\":1,\"c\":4,\"a\":2,\"b\":3,\"<unk>\":5}".getBytes(StandardCharsets.UTF_8);

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    /** Takes sound and scores six tokens in each frame. */
    private static FilePayload recognizer() {
        return file(
                "ears.onnx",
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                                .addOutput(Onnx.value("frames", Onnx.FLOAT, -1, -1, 6))
                                .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                                .addInitializer(Onnx.floats("w", List.of(1L, 6L), 0, 1, 2, 3, 4, 5))
                                .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                                .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("frames"))))
                        .toByteArray());
    }

    private static FilePayload detector() {
        return file(
                "eyes.onnx",
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("image", Onnx.FLOAT, 1, 3, 8, 8))
                                .addOutput(Onnx.value("found", Onnx.FLOAT, 1, 3, 8, 8))
                                .addNode(Onnx.node("Identity", List.of("image"), List.of("found"))))
                        .toByteArray());
    }

    private static void fill(Page page, String organization, String task) {
        page.locator("[id='form:organization']").selectOption(organization);
        page.locator("[id='form:name']").fill("Model " + UUID.randomUUID());
        page.locator("[id='form:purpose']").fill("Writes down what is said at the counter.");
        page.locator("[id='form:licence']").fill("MIT");
        page.locator("[id='form:task']").selectOption(task);
    }

    @Test
    void aRecognizerBringsItsVocabularyAndItsAuditorsAloneMayHaveIt(
            Portal portal, Visitor jonas, Visitor amara, Visitor tomas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        assertThat(page.locator("[id='form:vocabulary']")).isHidden();
        assertThat(page.locator("[id='form:channels']")).isHidden();
        page.locator("[id='form:seeing']").selectOption("true");
        assertThat(page.locator("[id='form:channels']")).isVisible();
        jonas.findsNoBarrier();
        fill(page, ministries.first(), "SPEECH_RECOGNITION");
        assertThat(page.locator("[id='form:channels']")).isHidden();
        assertThat(page.locator("[id='form:tokenizer']")).isHidden();
        page.locator("[id='form:file']").setInputFiles(recognizer());
        page.locator("[id='form:rate']").fill("fast");
        assertThat(page.locator("[id='form:mels']")).isHidden();
        page.locator("[id='form:taken']").selectOption("true");
        page.locator("[id='form:mels']").fill("257");
        page.locator("[id='form:send']").click();
        assertThat(page.getByText("Enter the samples a second as a whole number")
                        .first())
                .isVisible();
        assertThat(page.locator("[id='form:mels-error']")).isVisible();
        page.locator("[id='form:taken']").selectOption("false");
        page.locator("[id='form:rate']").fill("8000");
        page.locator("[id='form:send']").click();
        assertThat(page.getByText("Choose the vocabulary").first()).isVisible();
        jonas.findsNoBarrier();
        jonas.screenshot("companions-form");
        page.locator("[id='form:vocabulary']").setInputFiles(file("../../tokens.json", TOKENS));
        assertThat(page.getByText("The file has arrived.").last()).isVisible(SOON);
        page.locator("[id='form:blank']").fill("?");
        page.locator("[id='form:send']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.getByText("How the model is fed does not fit its file")).isVisible(SOON);
        assertThat(page.getByText("The vocabulary does not have this token").first())
                .isVisible();
        jonas.findsNoBarrier();
        jonas.screenshot("companions-unfit");
        String id = page.url().replaceAll(".*id=", "");

        jonas.open("/registry/final.xhtml?id=" + id);
        page.locator("[id='form:send']").click();
        assertThat(page.getByText("The vocabulary does not have this token").first())
                .isVisible();
        jonas.open("/registry/edit.xhtml?id=" + id);
        assertThat(page.locator("[id='form:blank-error']")).isVisible();
        jonas.screenshot("companions-edit");
        page.locator("[id='form:blank']").fill("_");
        page.locator("[id='form:save']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag").first())
                .hasText("Draft", new LocatorAssertions.HasTextOptions().setTimeout(90_000));
        assertThat(page.getByText("How the model is fed does not fit its file")).hasCount(0);
        jonas.open("/registry/final.xhtml?id=" + id);
        page.locator("[id='form:send']").click();
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible();
        assertThat(page.getByText("8000 samples a second")).isVisible();
        assertThat(page.getByText("Download tokens.json")).isVisible();
        jonas.findsNoBarrier();
        jonas.screenshot("companions-model");

        amara.open("/registry/model.xhtml?id=" + id);
        Page auditor = amara.signIn("amara.okafor");
        Download download = auditor.waitForDownload(
                () -> auditor.getByText("Download tokens.json").click());
        assertArrayEquals(TOKENS, Files.readAllBytes(download.path()));
        tomas.open("/registry/models.xhtml");
        Page foreign = tomas.signIn("tomas.lind");
        for (String place : List.of("", "&companion=vocabulary", "&companion=tokenizer", "&companion=no")) {
            assertEquals(
                    404,
                    foreign.request()
                            .get(portal.at("/registry/download?id=" + id + place)
                                    .toString())
                            .status(),
                    place);
        }

        page.getByText("Add a version").first().click();
        assertThat(page.locator("[id='form:channels']")).hasCount(0);
        assertThat(page.locator("[id='form:rate']")).hasValue("8000");
        assertThat(page.getByText("keep that of the version before: “tokens.json”")
                        .first())
                .isVisible();
        page.locator("[id='form:label']").fill("2.0");
        page.locator("[id='form:file']").setInputFiles(recognizer());
        page.locator("[id='form:send']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(SOON);
        assertThat(page.getByText("Download tokens.json")).isVisible();
    }

    @Test
    void aHostileVocabularyIsRefusedInOneLineAndWithoutScriptToo(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.withoutScript().open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        assertThat(page.locator("[id='form:vocabulary']")).isVisible();
        fill(page, ministries.first(), "SPEECH_RECOGNITION");
        page.locator("[id='form:file']").setInputFiles(recognizer());
        page.locator("[id='form:vocabulary']")
                .setInputFiles(file("tokens.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}));
        page.locator("[id='form:send']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        for (int looks = 0; looks < 90 && page.locator(".note-error").count() == 0; looks++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        assertThat(page.locator(".note-error")).containsText("vocabulary: is no text in UTF-8; expected a vocabulary");
    }

    @Test
    void aDetectorSaysWhatItsOutputsAreOnAPhoneInChinese(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.onPhone().speaking("zh-CN").open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        fill(page, "部 " + ministries.first(), "OBJECT_DETECTION");
        assertThat(page.locator("[id='form:seeing']")).isHidden();
        assertThat(page.locator("[id='form:keypoints']")).isHidden();
        page.locator("[id='form:file']").setInputFiles(detector());
        page.locator("[id='form:boxes']").fill("found");
        page.locator("[id='form:scores']").fill("found");
        page.locator("[id='form:width']").fill("8");
        page.locator("[id='form:height']").fill("9");
        jonas.findsNoBarrier();
        jonas.screenshot("companions-detector-zh");
        page.locator("[id='form:send']").click();
        page.waitForURL("**/registry/model.xhtml?id=*");
        assertThat(page.getByText("所填的数据提供方式与模型文件不符")).isVisible(SOON);
        jonas.findsNoBarrier();
        jonas.screenshot("companions-detector-unfit-zh");
    }
}
