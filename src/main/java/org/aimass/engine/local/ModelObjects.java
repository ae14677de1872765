package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.DetectorOutputs;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoFile;
import org.aimass.engine.data.CocoResults;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.inference.DetectorLane;
import org.aimass.engine.inference.ObjectDetector;
import org.aimass.engine.task.DetectedImage;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** Detections that a model finds in the images of an archive. */
final class ModelObjects implements AutoCloseable {

    private static final int BOX = 4;
    private static final int POINT = 3;

    private final ObjectDetector detector;
    private final DetectorOutputs outputs;
    private final CocoFile dataset;
    private final int keypoints;

    private ModelObjects(ObjectDetector detector, DetectorOutputs outputs, CocoFile dataset, int keypoints) {
        this.detector = detector;
        this.outputs = outputs;
        this.dataset = dataset;
        this.keypoints = keypoints;
    }

    /** @throws BadInput if the model is refused, or there are no images for it */
    static ModelObjects open(
            AuditJob job, CocoFile.Wanted wanted, CocoFile dataset, @Nullable Archive archive, Deadline deadline) {
        if (archive == null) {
            throw new BadInput(
                    "model: the dataset is annotations alone; expected a folder, zip or tar.gz of images with them");
        }
        AuditJob.Model model = job.model().orElseThrow();
        DetectorOutputs outputs = model.objects().orElseThrow();
        if (outputs.labels().isEmpty() && dataset.categories().size() > 1) {
            throw new BadInput("model.objects.labels: found none, expected an output that tells the "
                    + dataset.categories().size() + " categories apart");
        }
        NamedFiles files = NamedFiles.beside(archive, job.dataset().manifest());
        return new ModelObjects(
                ObjectDetector.open(model, files, wanted.keypoints(), deadline), outputs, dataset, wanted.keypoints());
    }

    Sha256Digest digest() {
        return detector.digest();
    }

    ImageObjects newLane() {
        DetectorLane lane = detector.newLane();
        return new ImageObjects() {
            @Override
            public DetectedImage.Things of(int image) {
                return things(lane.find(dataset.file(image)));
            }

            @Override
            public void close() {
                lane.close();
            }
        };
    }

    /** Those of a category that the dataset has. */
    private DetectedImage.Things things(DetectorLane.Found found) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> categories = new ArrayList<>();
        for (int i = 0; i < found.scores().length; i++) {
            Optional<Integer> category = category(found, i);
            if (category.isPresent()) {
                kept.add(i);
                categories.add(category.get());
            }
        }
        int count = kept.size();
        double[] box = new double[BOX * count];
        double[] area = new double[count];
        double[] points = new double[POINT * keypoints * count];
        double[] score = new double[count];
        for (int i = 0; i < count; i++) {
            int from = kept.get(i);
            score[i] = found.scores()[from];
            if (keypoints > 0) {
                double[] own = new double[POINT * keypoints];
                System.arraycopy(found.points(), from * own.length, own, 0, own.length);
                System.arraycopy(own, 0, points, i * own.length, own.length);
                area[i] = CocoResults.extent(own);
            } else {
                System.arraycopy(found.boxes(), BOX * from, box, BOX * i, BOX);
                area[i] = box[BOX * i + 2] * box[BOX * i + 3];
            }
        }
        return new DetectedImage.Things(
                categories.stream().mapToInt(Integer::intValue).toArray(),
                box,
                area,
                points,
                new boolean[0],
                new boolean[0],
                score);
    }

    private Optional<Integer> category(DetectorLane.Found found, int object) {
        if (found.labels().length == 0) {
            return Optional.of(0);
        }
        long label = found.labels()[object];
        if (outputs.categories().isEmpty()) {
            return dataset.category(label);
        }
        return label >= 0 && label < outputs.categories().size()
                ? dataset.category(outputs.categories().get((int) label))
                : Optional.empty();
    }

    @Override
    public void close() {
        detector.close();
    }
}
