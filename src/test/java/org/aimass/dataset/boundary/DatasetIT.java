package org.aimass.dataset.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.aimass.engine.inference.Onnx;
import org.aimass.organization.TwoMinistries;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** From a file to a dataset that audits may use: what is guessed, what is refused, and where it is said. */
@RealPortal
class DatasetIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static String table() {
        StringBuilder rows = new StringBuilder("person_id,性别,age,decile,score,prediction,label\n");
        for (int i = 0; i < 40; i++) {
            rows.append("%d,%s,%d,%d,%s,%d,%d%n"
                    .formatted(i, i % 3 == 0 ? "女" : "男", 20 + i, i % 10, (i % 10) / 10.0, i % 10 / 5, i % 2));
        }
        return rows.toString();
    }

    private static void submit(Page page, TwoMinistries ministries, String content) {
        page.locator("[id='form:organization']").selectOption(ministries.first());
        page.locator("[id='form:name']").fill("Decisions " + UUID.randomUUID());
        page.locator("[id='form:description']").fill("All decided cases of one year.");
        page.locator("[id='form:file']")
                .setInputFiles(new FilePayload("../x\".csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='form:send']").click();
    }

    private static String role(Page page, int column) {
        return page.locator("[id='roles:columns:" + column + ":role']").inputValue();
    }

    private static void choose(Page page, int column, String role) {
        page.locator("[id='roles:columns:" + column + ":role']").selectOption(role);
    }

    @Test
    void rolesAreGuessedCheckedAndThenFixed(Portal portal, Visitor jonas, Visitor amara, Visitor tomas)
            throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        jonas.findsNoBarrier();
        submit(page, ministries, table());
        page.waitForURL("**/dataset/version.xhtml?id=*");
        assertThat(page.locator("[id='roles:fix']")).isVisible(SOON);
        assertEquals("ID", role(page, 0));
        assertEquals("SENSITIVE", role(page, 1));
        assertEquals("FEATURE", role(page, 2));
        assertEquals("SCORE", role(page, 4));
        assertEquals("PREDICTION", role(page, 5));
        assertEquals("LABEL", role(page, 6));
        assertThat(page.getByText("男: 26")).isVisible();
        jonas.findsNoBarrier();

        choose(page, 3, "SCORE");
        choose(page, 6, "FEATURE");
        page.locator("[id='roles:fix']").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say which column is the label");
        assertThat(page.locator("tr:has(th:text-is('decile'))")).containsText("A score is a number from 0 to 1");
        assertEquals("SCORE", role(page, 3), "what was chosen stays");
        jonas.findsNoBarrier();

        choose(page, 3, "CONTROL");
        choose(page, 6, "LABEL");
        page.locator("[id='roles:fix']").click();
        assertThat(page.getByText("The roles are fixed.").first()).isVisible();
        assertThat(page.locator("[id='roles:fix']")).hasCount(0);
        jonas.findsNoBarrier();

        String id = page.url().substring(page.url().indexOf("id="));
        amara.speaking("zh-CN").open("/dataset/version.xhtml?" + id);
        Page audited = amara.signIn("amara.okafor");
        assertThat(audited.locator("td:text-is('控制变量')")).isVisible();
        amara.findsNoBarrier();

        tomas.open("/dataset/datasets.xhtml");
        Page foreign = tomas.signIn("tomas.lind");
        assertEquals(
                404,
                foreign.navigate(portal.at("/dataset/version.xhtml?" + id).toString())
                        .status());
    }

    @Test
    void aWrongRowIsNamedByItsLine(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.onPhone().open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        submit(page, ministries, "a,b,label\n1,2,0\n3,4,1\n5,6,7,8\n");
        page.waitForURL("**/dataset/version.xhtml?id=*");
        assertThat(page.locator(".note-error")).isVisible(SOON);
        assertThat(page.locator(".note-error")).containsText("data.csv: line 4");
        jonas.findsNoBarrier();
    }

    @Test
    void anEmptyFileIsRefusedAtItsField(Portal portal, Visitor jonas) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/dataset/submit.xhtml");
        Page page = jonas.signIn("jonas.berg");
        submit(page, ministries, "");
        assertThat(page.getByText("Choose a CSV or Parquet file").first()).isVisible();
        assertThat(page.getByText("Choose the file again")).isVisible();
        jonas.findsNoBarrier();
    }

    /** Of women 6 are found, 2 missed, 1 wrongly found and 3 rightly not; of men 7, 5, 4 and 8. White is found, black is not. */
    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder manifest = new StringBuilder("face,label,sex\n");
        String rows = "w,1,#,6 w,1,.,2 w,0,#,1 w,0,.,3 m,1,#,7 m,1,.,5 m,0,#,4 m,0,.,8";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int count = 0;
            for (String row : rows.split(" ", -1)) {
                String[] parts = row.split(",", -1);
                BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < 6; i++) {
                    image.setRGB(i % 3, i / 3, parts[2].equals("#") ? 0xFFFFFF : 0);
                }
                for (int i = 0; i < Integer.parseInt(parts[3]); i++, count++) {
                    zip.putNextEntry(new ZipEntry("faces/" + count + ".png"));
                    ImageIO.write(image, "png", zip);
                    manifest.append("faces/%d.png,%s,%s\n".formatted(count, parts[1], parts[0]));
                }
            }
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Answers how bright an image is, from 0 to 1. */
    private static byte[] brightness() {
        return Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1, 2, 3))
                        .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                        .addNode(Onnx.node("GlobalAveragePool", List.of("x"), List.of("mean")))
                        .addNode(Onnx.node("Flatten", List.of("mean"), List.of("p"))))
                .toByteArray();
    }

    private static String id(Page page) {
        return page.url().replaceFirst(".*[?&]id=", "");
    }

    @Test
    void theImagesOfAnArchiveAreAudited(Portal portal, Visitor jonas, Visitor amara) throws Exception {
        TwoMinistries ministries = new TwoMinistries(portal);
        jonas.open("/registry/register.xhtml");
        Page page = jonas.signIn("jonas.berg");
        page.locator("[id='form:organization']").selectOption(ministries.first());
        page.locator("[id='form:name']").fill("Brightness " + UUID.randomUUID());
        page.locator("[id='form:purpose']").fill("Tells light from dark.");
        page.locator("[id='form:licence']").fill("MIT");
        page.locator("[id='form:file']")
                .setInputFiles(new FilePayload("b.onnx", "application/octet-stream", brightness()));
        page.locator("[id='form:send']").click();
        assertThat(page.locator("[id='version'] .tag-ok").first()).isVisible(SOON);
        String model = id(page);

        jonas.open("/dataset/submit.xhtml");
        page.locator("[id='form:organization']").selectOption(ministries.first());
        page.locator("[id='form:name']").fill("Faces " + UUID.randomUUID());
        page.locator("[id='form:description']").fill("36 faces.");
        page.locator("[id='form:file']").setInputFiles(new FilePayload("faces.zip", "application/zip", archive()));
        page.locator("[id='form:send']").click();
        assertThat(page.locator("[id='roles:fix']")).isVisible(SOON);
        assertEquals(List.of("FEATURE", "LABEL", "SENSITIVE"), List.of(role(page, 0), role(page, 1), role(page, 2)));
        assertThat(page.getByText("37 in the archive, its manifest among them; named by face"))
                .isVisible();
        page.locator("[id='roles:fix']").click();
        assertThat(page.getByText("The roles are fixed.").first()).isVisible();
        String dataset = id(page);

        amara.open("/audit/start.xhtml?model=" + model + "&dataset=" + dataset);
        Page audited = amara.signIn("amara.okafor");
        assertEquals("GRAY", audited.locator("[id='plan:channels']").inputValue());
        assertEquals("3", audited.locator("[id='plan:width']").inputValue());
        audited.locator("[id='plan:divisor']").fill("0");
        audited.locator("[id='plan:start']").click();
        assertThat(audited.locator(".field-error")).containsText("Enter a number other than 0, like 255");
        amara.findsNoBarrier();
        audited.locator("[id='plan:divisor']").fill("255");
        audited.locator("[id='plan:start']").click();
        Locator results = audited.getByText("Open the results");
        assertThat(results).isVisible(SOON);
        assertThat(audited.getByText("resized to 3 × 2, divided by 255")).isVisible();
        results.click();
        Locator missed = audited.locator("table.small-table").first();
        assertEquals(List.of("2", "8"), counts(missed, "w"));
        assertEquals(List.of("5", "12"), counts(missed, "m"));
    }

    private static List<String> counts(Locator table, String group) {
        return table.locator("tr:has(th:text-is('" + group + "')) td").allTextContents().stream()
                .limit(2)
                .toList();
    }
}
