package org.aimass.desk;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.aimass.audit.TinyFiles;

/** Annotated images that a test makes up, with what a model detected in them: people with darker skin less often. */
final class StreetScenes {

    static final int IMAGES = 150;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int CATEGORIES = 30;
    private static final List<String> CITIES = List.of("Aarhus", "Bergen", "Cork");

    private final Random random = new Random(11);
    private final boolean posed;
    private final List<String> images = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final TinyFiles files = new TinyFiles();

    private StreetScenes(boolean posed) {
        this.posed = posed;
        for (int image = 0; image < IMAGES; image++) {
            image(image);
        }
    }

    /** Objects of thirty categories, with the images. */
    static byte[] objects() {
        return new StreetScenes(false).archive();
    }

    /** People with five keypoints, without images. */
    static byte[] poses() {
        return new StreetScenes(true).archive();
    }

    private void image(int image) {
        images.add("{\"id\":%d,\"file_name\":\"%03d.png\",\"width\":%d,\"height\":%d,\"city\":\"%s\"}"
                .formatted(image, image, WIDTH, HEIGHT, CITIES.get(image % CITIES.size())));
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(new Color(150, 170, 190 + image % 60));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        for (int object = 0; object < 4; object++) {
            double height = 12 + random.nextInt(120);
            double[] box = {
                random.nextInt(200), random.nextInt((int) (HEIGHT - height)), Math.max(8, height / 2), height
            };
            boolean dark = random.nextInt(3) == 0;
            int category = posed || random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(CATEGORIES - 1);
            brush.setColor(dark ? new Color(90, 60, 40) : new Color(220, 190, 160));
            brush.fillRect((int) box[0], (int) box[1], (int) box[2], (int) box[3]);
            object(image, category, box, dark);
        }
        brush.dispose();
        if (!posed) {
            files.image("%03d.png".formatted(image), picture);
        }
    }

    private void object(int image, int category, double[] box, boolean dark) {
        double[] points = new double[15];
        StringBuilder there = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        for (int point = 0; point < 5; point++) {
            points[3 * point] = box[0] + box[2] * random.nextDouble();
            points[3 * point + 1] = box[1] + box[3] * random.nextDouble();
            double off = box[3] * (dark ? 0.25 : 0.06) * (point + 1) / 3;
            there.append(String.format(
                    Locale.ROOT, "%s%.2f,%.2f,2", point == 0 ? "" : ",", points[3 * point], points[3 * point + 1]));
            seen.append(String.format(
                    Locale.ROOT,
                    "%s%.2f,%.2f,1",
                    point == 0 ? "" : ",",
                    points[3 * point] + off * random.nextGaussian(),
                    points[3 * point + 1] + off * random.nextGaussian()));
        }
        String keypoints = posed ? ",\"num_keypoints\":5,\"keypoints\":[" + there + "]" : "";
        objects.add(String.format(
                Locale.ROOT,
                "{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%.1f,%.1f,%.1f,%.1f],\"area\":%.1f,"
                        + "\"iscrowd\":0,\"attributes\":{\"skin_tone\":\"%s\"}%s}",
                objects.size() + 1,
                image,
                category,
                box[0],
                box[1],
                box[2],
                box[3],
                box[2] * box[3],
                dark ? "dark" : "light",
                keypoints));
        if (random.nextDouble() < (dark ? 0.6 : 0.9)) {
            String answer = posed
                    ? "\"keypoints\":[" + seen + "]"
                    : String.format(
                            Locale.ROOT,
                            "\"bbox\":[%.1f,%.1f,%.1f,%.1f]",
                            box[0] + box[2] * 0.04 * random.nextGaussian(),
                            box[1] + box[3] * 0.04 * random.nextGaussian(),
                            box[2] * (1 + 0.05 * random.nextGaussian()),
                            box[3]);
            found.add(String.format(
                    Locale.ROOT,
                    "{\"image_id\":%d,\"category_id\":%d,%s,\"score\":%.3f}",
                    image,
                    category,
                    answer,
                    0.35 + 0.65 * random.nextDouble()));
        }
    }

    private String annotations() {
        List<String> categories = new ArrayList<>();
        categories.add("{\"id\":1,\"name\":\"pedestrian\""
                + (posed ? ",\"keypoints\":[\"nose\",\"left hand\",\"right hand\",\"left foot\",\"right foot\"]" : "")
                + "}");
        for (int category = 2; category <= CATEGORIES && !posed; category++) {
            categories.add("{\"id\":%d,\"name\":\"kind %02d\"}".formatted(category, category));
        }
        return "{\"images\":[" + String.join(",", images) + "],\"annotations\":[" + String.join(",", objects)
                + "],\"categories\":[" + String.join(",", categories) + "]}";
    }

    private byte[] archive() {
        return files.rows("annotations.json", annotations())
                .rows("detections.json", "[" + String.join(",", found) + "]")
                .zip();
    }
}
