package org.aimass.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;

/** The readers of annotations and of detections: what is read belongs together, or one line says why not. */
public final class CocoFuzz {

    private static final Path FILE = file("annotations");
    private static final Path DATASET = file("dataset");
    private static final CocoFile.Wanted BOXES = new CocoFile.Wanted(List.of("light", "fur"), 0);
    private static final CocoFile.Wanted POSES = new CocoFile.Wanted(List.of("light"), 2);
    private static final String GOOD = """
            {"info":{"year":2026},"annotations":[
             {"id":1,"image_id":3,"category_id":1,"bbox":[1,2.5,3,4],"area":12.0,"iscrowd":0,"fur":"long",
              "segmentation":[[1,2,3]],"keypoints":[1,2,2,0,0,0],"num_keypoints":1},
             {"id":2,"image_id":9,"category_id":2,"bbox":[0,0,1e1,1],"area":10,"iscrowd":1,"attributes":{"fur":7}}],
             "images":[{"id":9,"file_name":"b.png","attributes":{"light":"night"}},{"id":3,"light":true}],
             "categories":[{"id":2,"name":"dog"},{"id":1,"name":"cat","keypoints":["nose","tail"]}]}
            """;

    private CocoFuzz() {}

    private static Path file(String name) {
        try {
            Path file = Files.createTempFile(name, ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        String found =
                "[{\"image_id\":3,\"category_id\":1,\"score\":0.5,\"bbox\":[1,2,3,4],\"keypoints\":[1,2,3,4,5,6]}]";
        return List.of(GOOD.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        Files.writeString(DATASET, GOOD);
        demandThatSoundFilesAreRead();
        for (CocoFile.Wanted wanted : List.of(BOXES, POSES)) {
            try {
                CocoFile dataset = CocoFile.read(FILE, wanted, Deadline.none());
                demandWhole(dataset.annotations(), dataset.images());
            } catch (BadInput e) {
                demandOneLine(e);
            }
            CocoFile dataset = CocoFile.read(DATASET, wanted, Deadline.none());
            try {
                demandWhole(
                        CocoResults.read(FILE, dataset, wanted, Deadline.none()).detections(), dataset.images());
            } catch (BadInput e) {
                demandOneLine(e);
            }
        }
    }

    /** What is taken in can be audited: by every field that it offers, and with the objects that it counts. */
    private static void demandThatSoundFilesAreRead() {
        CocoScan scan = CocoScan.of(FILE, Deadline.none());
        if (scan.faultsTotal() == 0) {
            List<String> fields = scan.fields().stream().map(GroupField::name).toList();
            CocoFile dataset = CocoFile.read(FILE, new CocoFile.Wanted(fields, 0), Deadline.none());
            long objects = dataset.annotations().size() - dataset.annotations().left(true);
            if (objects != scan.objects() || dataset.images() != scan.images()) {
                throw new AssertionError(objects + " objects, not " + scan.objects());
            }
            if (scan.poses() > 0) {
                CocoFile.read(FILE, new CocoFile.Wanted(fields, scan.keypoints()), Deadline.none());
            }
        }
    }

    private static void demandWhole(CocoThings things, int images) {
        int sum = 0;
        for (int image = 0; image < images; image++) {
            sum += things.of(image).area().length;
        }
        if (sum != things.size()) {
            throw new AssertionError(sum + " of " + things.size());
        }
    }

    private static void demandOneLine(BadInput refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (message.isEmpty() || message.lines().count() != 1) {
            throw new AssertionError("not one line: " + message);
        }
    }
}
