package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.DetectorOutputs;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.ImageFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.Pixels;
import org.aimass.engine.data.Preprocessing;

/** Asks a detector, image by image, on one thread. */
public final class DetectorLane implements AutoCloseable {

    private static final int BOX = 4;
    private static final int POINT = 3;
    private static final int MOST = 100_000;
    private static final double LARGEST = 0x1p40;

    /**
     * What was found in an image, in pixels of the image itself.
     *
     * @param boxes left, top, width and height each; empty where the model gives none
     * @param points x, y and score of each keypoint; empty for boxes
     * @param labels of each; empty where the model gives none
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Found(double[] boxes, double[] points, double[] scores, long[] labels) {}

    private final ObjectDetector detector;
    private final Stoppable stoppable;
    private final FloatBuffer values;
    private final OnnxTensor tensor;

    DetectorLane(ObjectDetector detector) {
        this.detector = detector;
        stoppable = new Stoppable(detector.model().file(), detector.deadline());
        ImageFeed.ImageInput images = detector.images();
        values = Feed.direct(images.samples(), Float.BYTES).asFloatBuffer();
        try {
            tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), values, images.shape(1));
        } catch (OrtException e) {
            throw OnnxModel.refusal(detector.model().file(), e);
        }
    }

    /**
     * @param file name of the image
     * @throws BadInput if there is no such image, or the model's answer is not as its outputs should be
     */
    public Found find(String file) {
        Preprocessing.Placement placement = load(file);
        try (OrtSession.Result result = detector.model()
                .session()
                .run(Map.of(detector.input(), tensor), detector.names(), stoppable.options())) {
            detector.deadline().check();
            return found(result, placement, file);
        } catch (OrtException e) {
            detector.deadline().check();
            throw OnnxModel.refusal(detector.model().file() + ": cannot answer for " + OneLine.quoted(file), e);
        }
    }

    private Preprocessing.Placement load(String file) {
        ImageFeed.ImageInput images = detector.images();
        NamedFiles files = images.files();
        try {
            Pixels decoded = ImageFile.decode(files.bytes(files.find(file)));
            images.fill(images.preprocessing().shaped(decoded), 0, values);
            return images.preprocessing().placement(decoded.width(), decoded.height());
        } catch (BrokenFile e) {
            throw new BadInput("image " + OneLine.quoted(file) + ": " + e.getMessage());
        }
    }

    private Found found(OrtSession.Result result, Preprocessing.Placement placement, String file) throws OrtException {
        DetectorOutputs outputs = detector.outputs();
        String answer = outputs.keypoints()
                .filter(name -> detector.keypoints() > 0)
                .or(outputs::boxes)
                .orElseThrow();
        int width = detector.keypoints() > 0 ? POINT * detector.keypoints() : BOX;
        FloatBuffer places = floats(result, answer);
        if (places.remaining() % width != 0 || places.remaining() / width > MOST) {
            throw wrong(file, answer, places.remaining() + " numbers", "up to " + MOST + " times " + width);
        }
        int count = places.remaining() / width;
        Found found = new Found(
                new double[detector.keypoints() > 0 ? 0 : BOX * count],
                new double[detector.keypoints() > 0 ? width * count : 0],
                new double[count],
                new long[outputs.labels().isPresent() ? count : 0]);
        for (int i = 0; i < count; i++) {
            if (detector.keypoints() > 0) {
                points(places, i, found.points, placement, file);
            } else {
                box(places, i, found.boxes, placement, file);
            }
        }
        scores(result, outputs.scores(), found, file);
        if (outputs.labels().isPresent()) {
            labels(result, outputs.labels().get(), found, file);
        }
        return found;
    }

    private void scores(OrtSession.Result result, Optional<String> name, Found found, String file) throws OrtException {
        if (name.isPresent()) {
            FloatBuffer scores = floats(result, name.get());
            demandEach(scores.remaining(), found, name.get(), file);
            for (int i = 0; i < found.scores.length; i++) {
                found.scores[i] = finite(scores.get(i), name.get(), file);
            }
            return;
        }
        for (int i = 0; i < found.scores.length; i++) {
            double sum = 0;
            for (int point = 0; point < detector.keypoints(); point++) {
                sum += found.points[POINT * (i * detector.keypoints() + point) + 2];
            }
            found.scores[i] = sum / detector.keypoints();
        }
    }

    private void labels(OrtSession.Result result, String name, Found found, String file) throws OrtException {
        OnnxTensor labels = tensor(result, name);
        int count = 1;
        for (long size : labels.getInfo().getShape()) {
            count = Math.toIntExact(Math.multiplyExact(count, size));
        }
        demandEach(count, found, name, file);
        for (int i = 0; i < count; i++) {
            found.labels[i] = switch (labels.getInfo().type) {
                case INT64 -> labels.getLongBuffer().get(i);
                case INT32 -> labels.getIntBuffer().get(i);
                default -> Math.round(finite(labels.getFloatBuffer().get(i), name, file));
            };
        }
    }

    private void demandEach(int count, Found found, String name, String file) {
        if (count != found.scores.length) {
            throw wrong(file, name, count + " values", "one for each of " + found.scores.length + " objects");
        }
    }

    private void points(FloatBuffer places, int object, double[] into, Preprocessing.Placement placement, String file) {
        for (int point = 0; point < detector.keypoints(); point++) {
            int at = POINT * (object * detector.keypoints() + point);
            into[at] = placement.x(pixel(places.get(at), true, file), inInput());
            into[at + 1] = placement.y(pixel(places.get(at + 1), false, file), inInput());
            into[at + 2] = finite(places.get(at + 2), "keypoints", file);
        }
    }

    private void box(FloatBuffer places, int object, double[] into, Preprocessing.Placement placement, String file) {
        int at = BOX * object;
        double[] four = new double[BOX];
        for (int i = 0; i < BOX; i++) {
            four[i] = pixel(places.get(at + i), i % 2 == 0, file);
        }
        boolean middle = detector.outputs().order() == DetectorOutputs.Order.CXCYWH;
        boolean corners = detector.outputs().order() == DetectorOutputs.Order.XYXY;
        double left = middle ? four[0] - four[2] / 2 : four[0];
        double top = middle ? four[1] - four[3] / 2 : four[1];
        double right = corners ? four[2] : left + four[2];
        double bottom = corners ? four[3] : top + four[3];
        if (right < left || bottom < top) {
            throw wrong(
                    file,
                    "boxes",
                    "a box from " + left + ", " + top + " to " + right + ", " + bottom,
                    "one as model.objects.order says");
        }
        into[at] = placement.x(left, inInput());
        into[at + 1] = placement.y(top, inInput());
        into[at + 2] = placement.x(right, inInput()) - into[at];
        into[at + 3] = placement.y(bottom, inInput()) - into[at + 1];
    }

    private boolean inInput() {
        return detector.outputs().space() != DetectorOutputs.Space.IMAGE;
    }

    /** A place as the space says, in pixels. */
    private double pixel(float value, boolean across, String file) {
        double place = finite(value, "places", file);
        Preprocessing.Size size = detector.images().size();
        return detector.outputs().space() == DetectorOutputs.Space.UNIT
                ? place * (across ? size.width() : size.height())
                : place;
    }

    private double finite(double value, String name, String file) {
        if (!(Math.abs(value) < LARGEST)) {
            throw wrong(file, name, String.valueOf(value), "a number below 2^40 in size");
        }
        return value + 0.0; // no negative zero
    }

    private FloatBuffer floats(OrtSession.Result result, String name) throws OrtException {
        return tensor(result, name).getFloatBuffer();
    }

    private OnnxTensor tensor(OrtSession.Result result, String name) {
        Optional<OnnxValue> value = result.get(name);
        if (value.isPresent() && value.get() instanceof OnnxTensor found) {
            return found;
        }
        throw new BadInput(
                "%s: output %s is no tensor".formatted(detector.model().file(), OneLine.quoted(name)));
    }

    private BadInput wrong(String file, String name, String found, String expected) {
        return new BadInput("%s: %s for %s: found %s, expected %s"
                .formatted(detector.model().file(), name, OneLine.quoted(file), found, expected));
    }

    @Override
    public void close() {
        stoppable.close();
        tensor.close();
    }
}
