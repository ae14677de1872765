package org.aimass.engine.bench;

import static org.aimass.engine.bench.BenchTask.BY_REGION;
import static org.aimass.engine.bench.BenchTask.MODEL;
import static org.aimass.engine.bench.BenchTask.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aimass.shared.Sha256Digest;

/** The tasks whose models look at images. */
final class BenchImages {

    private static final int MANY = 4_000;
    private static final int SOME = 2_000;
    /** Of a run of images that do not come one by one, about as many as the engine takes. */
    private static final int BATCH = 80;

    private static final String LOOKING = "\"images\":{\"scale\":0.00392156862745098}";

    private BenchImages() {}

    static List<BenchTask> tasks(int most) {
        int many = Math.min(most, MANY);
        int some = Math.min(most, SOME);
        return List.of(classes(many), faces(many), objects(some), poses(some), pictures(some));
    }

    private static void files(Path folder, int count, byte[] model) throws IOException {
        BenchFiles.images(folder, count, BenchNets.SIDE);
        Files.write(folder.resolve(MODEL), model);
    }

    private static BenchTask.Raw raw(String file, int images, int batch, String output) {
        return new BenchTask.Raw(
                file, (images + batch - 1) / batch, output, 0, batch, 3, BenchNets.SIDE, BenchNets.SIDE);
    }

    /** One of ten classes each. */
    private static BenchTask classes(int count) {
        return new BenchTask(
                "multiclass_classification",
                count,
                folder -> {
                    files(folder, count, BenchNets.classes());
                    BenchTask.manifest(folder, "image,label", count, row -> BenchFiles.image(row) + "," + row * 7 % 10);
                },
                List.of(raw(MODEL, count, BATCH, "p")),
                """
                {"task":"multiclass_classification","dataset":{"path":"."},"columns":{"label":"label"},
                 "model":{"path":"%s","inputs":{"image":["image"]},%s},%s,
                 "options":{"classes":["0","1","2","3","4","5","6","7","8","9"]}}
                """.formatted(MODEL, LOOKING, BY_REGION));
    }

    /** Pairs; each face stands in two, and is looked at once. */
    private static BenchTask faces(int count) {
        return new BenchTask(
                "face_verification",
                count,
                folder -> {
                    files(folder, count, BenchNets.embedding());
                    BenchTask.manifest(folder, "same,left,right", count, row -> "%d,%s,%s"
                            .formatted(row % 2, BenchFiles.image(row), BenchFiles.image((row + 1) % count)));
                },
                List.of(raw(MODEL, count, BATCH, "embedding")),
                """
                {"task":"face_verification","dataset":{"path":"."},
                 "columns":{"genuine":"same","left":"left","right":"right"},"model":{"path":"%s",%s},%s}
                """.formatted(MODEL, LOOKING, BY_REGION));
    }

    /** Boxes of three categories, twenty found in each image and two there. */
    private static BenchTask objects(int count) {
        return new BenchTask(
                "object_detection",
                count,
                folder -> {
                    files(folder, count, BenchNets.detector());
                    annotate(folder, count, 3, "");
                },
                List.of(raw(MODEL, count, 1, "b")),
                """
                {"task":"object_detection","dataset":{"path":"."},
                 "model":{"path":"%s",%s,"objects":{"boxes":"b","scores":"s","labels":"l","categories":[1,2,3],
                          "order":"cxcywh","space":"unit"}},%s}
                """.formatted(MODEL, LOOKING, BY_REGION));
    }

    /** The keypoints of two people. */
    private static BenchTask poses(int count) {
        String points = IntStream.range(0, BenchNets.KEYPOINTS)
                .mapToObj(point -> "%d,%d,2".formatted(10 + point, 50 - point))
                .collect(Collectors.joining(","));
        return new BenchTask(
                "pose_estimation",
                count,
                folder -> {
                    files(folder, count, BenchNets.poses());
                    annotate(
                            folder,
                            count,
                            1,
                            ",\"keypoints\":[%s],\"num_keypoints\":%d".formatted(points, BenchNets.KEYPOINTS));
                },
                List.of(raw(MODEL, count, 1, "k")),
                """
                {"task":"pose_estimation","dataset":{"path":"."},
                 "model":{"path":"%s",%s,"objects":{"keypoints":"k","space":"unit"}},%s}
                """.formatted(MODEL, LOOKING, BY_REGION));
    }

    /** Images that one model makes of others, all of which another looks at. */
    private static BenchTask pictures(int count) {
        byte[] evaluator = BenchNets.embedding();
        return new BenchTask(
                "image_generation",
                count,
                folder -> {
                    files(folder, count, BenchNets.generator());
                    Files.write(folder.resolve(OTHER), evaluator);
                    BenchTask.manifest(folder, "image", count, BenchFiles::image);
                },
                List.of(raw(MODEL, count, BATCH, "made"), raw(OTHER, 2 * count, BATCH, "embedding")),
                """
                {"task":"image_generation","dataset":{"path":"."},"columns":{"image":"image"},
                 "model":{"path":"%s",%s,"evaluator":{"path":"%s","sha256":"%s"}},%s}
                """.formatted(MODEL, LOOKING, OTHER, Sha256Digest.of(evaluator).hex(), BY_REGION));
    }

    /** Two objects in each image. */
    private static void annotate(Path folder, int count, int categories, String more) throws IOException {
        String points = IntStream.range(0, BenchNets.KEYPOINTS)
                .mapToObj(point -> "\"p" + point + "\"")
                .collect(Collectors.joining(","));
        String images = IntStream.range(0, count)
                .mapToObj(image -> "{\"id\":%d,\"file_name\":\"%s\",\"region\":\"%s\"}"
                        .formatted(image, BenchFiles.image(image), BenchTask.region(image)))
                .collect(Collectors.joining(",\n"));
        String objects = IntStream.range(0, 2 * count)
                .mapToObj(
                        object -> "{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,8,24,30],\"area\":720%s}"
                                .formatted(
                                        object + 1, object / 2, 1 + object % categories, 4 + 30 * (object % 2), more))
                .collect(Collectors.joining(",\n"));
        String kinds = IntStream.rangeClosed(1, categories)
                .mapToObj(kind -> "{\"id\":%d,\"name\":\"kind %d\"%s}"
                        .formatted(kind, kind, more.isEmpty() ? "" : ",\"keypoints\":[" + points + "]"))
                .collect(Collectors.joining(","));
        Files.writeString(
                folder.resolve("annotations.json"),
                "{\"images\":[%s],\n\"annotations\":[%s],\n\"categories\":[%s]}\n".formatted(images, objects, kinds));
    }
}
