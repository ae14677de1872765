package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedImagesTest {

    private static final String IMAGES = """
            {"id": 7, "file_name": "a.png", "width": 100, "height": 80, "city": "Aarhus", "license": 3},
            {"id": 3, "file_name": "b.png", "width": 60, "height": 90, "city": "Bergen"},
            {"id": 5, "file_name": "c.png", "width": 50, "height": 50, "attributes": {"city": "Aarhus"}}""";
    private static final String OBJECTS = """
            {"id": 1, "image_id": 7, "category_id": 2, "bbox": [1, 2, 30, 40], "area": 1200,
             "attributes": {"tone": "dark", "parts": [1]}},
            {"id": 2, "image_id": 7, "category_id": 2, "bbox": [50, 2, 10, 40], "area": 400, "attributes": {"tone": "light"}},
            {"id": 3, "image_id": 3, "category_id": 2, "bbox": [5, 5, 20, 20], "area": 400, "attributes": {"tone": "dark"}},
            {"id": 4, "image_id": 5, "category_id": 9, "bbox": [5, 5, 20, 20], "area": 400},
            {"id": 5, "image_id": 5, "category_id": 2, "bbox": [0, 0, 50, 50], "area": 2500, "iscrowd": 1,
             "attributes": {"tone": "dark"}}""";
    private static final String CATEGORIES = """
            {"id": 2, "name": "pedestrian"}, {"id": 9, "name": "dog"}""";
    private static final String FOUND = """
            [{"image_id": 7, "category_id": 2, "bbox": [1, 2, 30, 40], "score": 0.9},
             {"image_id": 3, "category_id": 2, "bbox": [5, 5, 20, 20], "score": 0.6},
             {"image_id": 5, "category_id": 9, "bbox": [40, 40, 5, 5], "score": 0.8}]""";

    @TempDir
    Path folder;

    private static String annotations(String images, String objects, String categories) {
        return "{\"annotations\": [" + objects + "], \"images\": [" + images + "], \"categories\": [" + categories
                + "]}";
    }

    private static String annotations() {
        return annotations(IMAGES, OBJECTS, CATEGORIES);
    }

    private Path zip(Map<String, String> texts, String... pictures) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        for (String picture : pictures) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, 0x102030);
            ImageIO.write(image, "png", png);
            files.put(picture, png.toByteArray());
        }
        Path file = folder.resolve("data.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private Path whole() throws IOException {
        return zip(Map.of("annotations.json", annotations(), "detections.json", FOUND));
    }

    @Test
    void columnsAreTheFieldsThatFormGroups() throws IOException {
        JsonNode profile = Console.run("profile", whole().toString()).json();
        assertEquals("zip", profile.path("format").asText());
        assertEquals(4, profile.path("rows").asInt());
        assertEquals(
                "[{\"name\":\"city\",\"of\":\"images\",\"type\":\"text\",\"missing\":0,\"distinct\":2,"
                        + "\"distinct_is_exact\":true,\"values\":[{\"value\":\"Aarhus\",\"rows\":3,\"images\":2},"
                        + "{\"value\":\"Bergen\",\"rows\":1,\"images\":1}],\"values_complete\":true},"
                        + "{\"name\":\"tone\",\"of\":\"objects\",\"type\":\"text\",\"missing\":1,\"distinct\":2,"
                        + "\"distinct_is_exact\":true,\"values\":[{\"value\":\"dark\",\"rows\":2,\"images\":2},"
                        + "{\"value\":\"light\",\"rows\":1,\"images\":1}],\"values_complete\":true}]",
                profile.path("columns").toString());
        assertEquals(
                "{\"images\":3,\"images_with_file\":0,\"objects\":4,\"crowds\":1,\"keypoints\":0,\"poses\":0,"
                        + "\"detections\":{\"count\":3,\"boxes\":3,\"poses\":0},\"categories\":2,\"largest_categories\":["
                        + "{\"name\":\"pedestrian\",\"objects\":3,\"detections\":2},"
                        + "{\"name\":\"dog\",\"objects\":1,\"detections\":1}]}",
                profile.path("annotations").toString());
    }

    @Test
    void keypointsAreCountedAndMustFitEachOther() throws IOException {
        String posed = """
                {"id": 1, "image_id": 7, "category_id": 2, "bbox": [1, 2, 30, 40], "area": 1200,
                 "keypoints": [1, 1, 2, 5, 5, 0], "num_keypoints": 1},
                {"id": 2, "image_id": 7, "category_id": 2, "bbox": [1, 2, 30, 40], "area": 1200,
                 "keypoints": [0, 0, 0, 0, 0, 0], "num_keypoints": 0}""";
        JsonNode there = Console.run(
                        "profile",
                        zip(Map.of("annotations.json", annotations(IMAGES, posed, CATEGORIES)))
                                .toString())
                .json()
                .path("annotations");
        assertEquals(2, there.path("keypoints").asInt());
        assertEquals(1, there.path("poses").asInt());
        String odd =
                posed.replace("0, 0, 0, 0, 0, 0", "0, 0, 0").replace("\"num_keypoints\": 1", "\"num_keypoints\": 2");
        JsonNode faults = Console.run(
                        "check",
                        zip(Map.of("annotations.json", annotations(IMAGES, odd, CATEGORIES)))
                                .toString())
                .json();
        assertEquals(2, faults.path("faults_total").asInt());
        assertEquals("num_keypoints 2", faults.at("/faults/0/found").asText());
        assertEquals("6 as before", faults.at("/faults/1/expected").asText());
    }

    @Test
    void everythingThatIsWrongIsListedWithItsPlace() throws IOException {
        String images = IMAGES + ", {\"id\": 5}, {\"id\": -1}, 4, {}";
        String objects = """
                {"id": 1, "image_id": 8, "category_id": 2, "bbox": [1, 2, 30, 40], "area": 1},
                {"id": 2, "image_id": 7, "category_id": 4, "bbox": [1, 2, -30, 40], "area": "big"},
                {"id": 3, "image_id": 7, "category_id": 2, "bbox": [100, 2, 5, 4], "area": 20},
                {"id": 4, "image_id": 7, "category_id": 2, "bbox": [1, 2, [3], {"x": 4}], "area": 1e300},
                {"id": 5, "image_id": "7", "category_id": 2, "bbox": [1, 2, 3], "area": 9, "iscrowd": 2}""";
        String found = "[{\"image_id\": 6, \"category_id\": 2, \"bbox\": [0, 0, 1, 1], \"score\": null},"
                + " {\"image_id\": 7, \"category_id\": 2, \"score\": 1}]";
        Path file = zip(Map.of(
                "annotations.json",
                annotations(images, objects, CATEGORIES + ", {\"id\": 2, \"name\": \"dog\"}"),
                "detections.json",
                found));
        JsonNode faults = Console.run("check", file.toString()).json();
        List<String> lines = new ArrayList<>();
        faults.path("faults")
                .forEach(fault -> lines.add(fault.path("column").asText().replaceFirst("data.zip: ", "") + " "
                        + fault.path("found").asText() + "; "
                        + fault.path("expected").asText()));
        assertEquals(
                List.of(
                        "annotations.json: /annotations/1/bbox -30.0 x 40.0; a size of at least 0",
                        "annotations.json: /annotations/1/area \"big\"; a number below 2^40 in size",
                        "annotations.json: /annotations/3/bbox/2 a list; a number below 2^40 in size",
                        "annotations.json: /annotations/3/area 1e300; a number below 2^40 in size",
                        "annotations.json: /annotations/4/image_id \"7\"; a whole number from 0 to 9223372036854775807",
                        "annotations.json: /annotations/4/bbox fewer; 4 numbers",
                        "annotations.json: /annotations/4/iscrowd 2; a whole number from 0 to 1",
                        "annotations.json: /images/4/id -1; a whole number from 0 to 9223372036854775807",
                        "annotations.json: /images/5 4; an object",
                        "annotations.json: /images/6 no id; each of id",
                        "detections.json: /0/score null; a number below 2^40 in size",
                        "detections.json: /1 neither bbox nor keypoints; one of them",
                        "detections.json: /0/image_id 6; the id of an image of the dataset",
                        "annotations.json: /images/2/id 5 twice; each id once",
                        "annotations.json: /images/3/id 5 twice; each id once",
                        "annotations.json: /categories/2/id 2 twice; each id once",
                        "annotations.json: /categories/2/name \"dog\" twice; each name once",
                        "annotations.json: /annotations/0/image_id 8; the id of an image of the dataset",
                        "annotations.json: /annotations/1/category_id 4; the id of a category of the dataset",
                        "annotations.json: /annotations/2/bbox a box outside its image;"
                                + " one that covers a part of its 100 x 80 pixels"),
                lines);
        assertTrue(faults.path("to_the_end").asBoolean());
        Console refused = Console.run("profile", file.toString());
        assertEquals(EngineMain.BAD_INPUT, refused.code());
        assertEquals(
                List.of("data.zip: annotations.json: /annotations/1/bbox: found -30.0 x 40.0,"
                        + " expected a size of at least 0 (and 19 more that are wrong)"),
                refused.err());
    }

    @Test
    void whatIsNoJsonEndsTheList() throws IOException {
        for (String broken : List.of(
                annotations().replace("1200", "NaN"),
                annotations().replace("{\"tone\": \"dark\", \"parts\": [1]}", "[".repeat(200) + "]".repeat(200)),
                annotations().substring(0, 300),
                annotations().replace("\"city\": \"Bergen\"", "\"city\": \"Bergen\", \"city\": \"Oslo\""))) {
            JsonNode faults = Console.run(
                            "check", zip(Map.of("annotations.json", broken)).toString())
                    .json();
            assertFalse(faults.path("to_the_end").asBoolean(), broken);
            assertEquals(1, faults.path("faults_total").asInt(), broken);
            assertTrue(faults.at("/faults/0/line").asInt() > 0, broken);
        }
    }

    @Test
    void countlessFaultsAreCountedAndAThousandListed() throws IOException {
        String objects =
                "{\"id\": 1, \"image_id\": 8, \"category_id\": 2, \"bbox\": [1, 2, 3, 4], \"area\": 1},".repeat(1500);
        JsonNode faults = Console.run(
                        "check",
                        zip(Map.of(
                                        "annotations.json",
                                        annotations(IMAGES, objects.substring(0, objects.length() - 1), CATEGORIES)))
                                .toString())
                .json();
        assertEquals(1500, faults.path("faults_total").asInt());
        assertEquals(1000, faults.path("faults").size());
    }

    @Test
    void anObjectOfCountlessFieldsIsRefused() throws IOException {
        StringBuilder fields = new StringBuilder("{\"x\": 0");
        for (int i = 0; i < 100_001; i++) {
            fields.append(",\"f").append(i).append("\": 0");
        }
        Path file = Files.writeString(folder.resolve("many.json"), "{\"info\": " + fields + "}, \"images\": []}");
        assertEquals(
                List.of("many.json: /info/f99999: found more fields, expected at most 100000"),
                Console.run("profile", file.toString()).err());
    }

    @Test
    void imagesAreThereAllOrNot() throws IOException {
        Map<String, String> texts = Map.of("set/annotations.json", annotations());
        Path all = zip(texts, "set/a.png", "set/b.png", "set/c.png");
        JsonNode profile = Console.run("profile", all.toString()).json();
        assertEquals(3, profile.at("/annotations/images_with_file").asInt());
        assertFalse(profile.at("/annotations").has("detections"));
        Path one = zip(texts, "set/a.png");
        JsonNode faults = Console.run("check", one.toString()).json();
        assertEquals(2, faults.path("faults_total").asInt());
        assertEquals("\"set/b.png\"", faults.at("/faults/0/found").asText());
    }

    @Test
    void theFirstImagesAreShownWithSmallPictures() throws IOException {
        Path all = zip(Map.of("annotations.json", annotations()), "a.png", "b.png", "c.png");
        Path sheet = folder.resolve("sheet.png");
        JsonNode seen = Console.run("preview", all.toString(), "--rows", "2", "--sheet", sheet.toString())
                .json();
        assertEquals(3, seen.path("images_total").asInt());
        assertTrue(seen.path("pictured").asBoolean());
        assertEquals(
                "{\"file\":\"b.png\",\"width\":60,\"height\":90,\"fields\":{\"city\":\"Bergen\"},\"objects\":["
                        + "{\"category\":\"pedestrian\",\"crowd\":false,\"box\":[5.0,5.0,20.0,20.0],"
                        + "\"fields\":{\"tone\":\"dark\"}}]}",
                seen.at("/images/1").toString());
        BufferedImage pictures = ImageIO.read(sheet.toFile());
        assertEquals(240, pictures.getWidth());
        assertEquals(360, pictures.getHeight());
        assertEquals(0x102030, pictures.getRGB(0, 180) & 0xFFFFFF);
        assertEquals(0xE4E4E4, pictures.getRGB(239, 180) & 0xFFFFFF);
    }

    @Test
    void groupsAreSurveyedByObjects() throws IOException {
        Path roles = Files.writeString(folder.resolve("roles.txt"), "1 SENSITIVE - -\n");
        JsonNode survey = Console.run("survey", whole().toString(), "--roles", roles.toString())
                .json();
        assertEquals(
                "{\"name\":\"tone\",\"groups\":[{\"value\":\"dark\",\"rows\":2,\"incomplete\":0,\"labels\":[0,2]},"
                        + "{\"value\":\"light\",\"rows\":1,\"incomplete\":0,\"labels\":[0,1]}],\"rest_groups\":0,"
                        + "\"rest\":{\"value\":\"\",\"rows\":0,\"incomplete\":0,\"labels\":[0,0]},"
                        + "\"missing\":{\"value\":\"\",\"rows\":1,\"incomplete\":0,\"labels\":[0,1]}}",
                survey.at("/columns/0").toString());
    }

    @Test
    void detectionsAreAFileOfTheArchiveOrBesideTheJob() throws IOException {
        String job = """
                {"task": "object_detection", "dataset": {"path": "data.zip"}, "sensitive_features": ["tone"],
                 "options": {"detections": "detections.json"}, "bootstrap": {"replicates": 20}}""";
        whole();
        JsonNode inside = Console.measure(folder, job);
        assertEquals(4, inside.at("/rows/used").asInt());
        assertEquals(64, inside.at("/inputs/answers_sha256").asText().length());
        Files.writeString(folder.resolve("detections.json"), FOUND);
        assertEquals(
                "options.detections: found \"detections.json\" in the dataset and beside the job, expected one of them",
                Console.refuse(folder, job));
        zip(Map.of("annotations.json", annotations()));
        JsonNode beside = Console.measure(folder, job);
        assertEquals(inside.path("measurements"), beside.path("measurements"));
        assertEquals(inside.at("/inputs/answers_sha256"), beside.at("/inputs/answers_sha256"));
    }

    @Test
    void annotationsAloneAreProfiledButAnArchiveWithATableIsATable() throws IOException {
        Path alone = Files.writeString(folder.resolve("alone.json"), annotations());
        JsonNode profile = Console.run("profile", alone.toString()).json();
        assertEquals("coco", profile.path("format").asText());
        assertEquals(4, profile.path("rows").asInt());
        Path both = zip(Map.of("annotations.json", annotations(), "manifest.csv", "x,y\n1,2\n"));
        assertFalse(Console.run("profile", both.toString()).json().has("annotations"));
    }
}
