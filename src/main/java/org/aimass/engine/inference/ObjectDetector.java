package org.aimass.engine.inference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.DetectorOutputs;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.Preprocessing;
import org.aimass.shared.Sha256Digest;

/** A model that finds objects, or the keypoints of people, in one image at a time. Each thread asks in a lane of its own. */
public final class ObjectDetector implements AutoCloseable {

    private static final Set<String> LABELS = Set.of("int64", "int32", "float");

    private final OnnxModel model;
    private final ImageFeed.ImageInput images;
    private final String input;
    private final DetectorOutputs outputs;
    private final int keypoints;
    private final Deadline deadline;

    private ObjectDetector(OnnxModel model, AuditJob.Model job, NamedFiles files, int keypoints, Deadline deadline) {
        this.model = model;
        this.keypoints = keypoints;
        this.deadline = deadline;
        outputs = job.objects().orElseThrow();
        Preprocessing how = job.images()
                .orElseThrow(() -> new BadInput("model.images is missing; expected what is done to images"));
        List<ValueSpec> inputs = model.inputs();
        if (inputs.size() != 1) {
            throw new BadInput("%s: has %d inputs, expected one, of images".formatted(model.file(), inputs.size()));
        }
        input = inputs.get(0).name();
        images = ImageFeed.ImageInput.of(model.file(), inputs.get(0), how, files);
        long rows = inputs.get(0).shape().get(0);
        if (rows >= 0 && rows != 1) {
            throw new BadInput("%s: input %s takes %d images at once, expected one"
                    .formatted(model.file(), OneLine.quoted(input), rows));
        }
        outputs.boxes().ifPresent(name -> demand(name, Set.of("float")));
        outputs.scores().ifPresent(name -> demand(name, Set.of("float")));
        outputs.keypoints().ifPresent(name -> demand(name, Set.of("float")));
        outputs.labels().ifPresent(name -> demand(name, LABELS));
    }

    private void demand(String name, Set<String> types) {
        List<ValueSpec> all = model.outputs();
        ValueSpec found = all.stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: has no output %s, which model.objects names; its outputs are %s"
                        .formatted(
                                model.file(),
                                OneLine.quoted(name),
                                OneLine.list(all.stream().map(ValueSpec::name).toList()))));
        if (!found.isTensor() || !types.contains(found.type())) {
            throw new BadInput("%s: output %s gives %s, expected %s"
                    .formatted(
                            model.file(),
                            OneLine.quoted(name),
                            found.type(),
                            types.stream().sorted().collect(Collectors.joining(" or "))));
        }
    }

    /**
     * @param files that hold the images
     * @param keypoints how many of each person; 0 for boxes
     * @throws BadInput if the model is refused or does not fit
     */
    public static ObjectDetector open(AuditJob.Model job, NamedFiles files, int keypoints, Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(job.path(), job.sha256());
        try {
            return new ObjectDetector(model, job, files, keypoints, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** A place for one thread to ask in. */
    public DetectorLane newLane() {
        return new DetectorLane(this);
    }

    OnnxModel model() {
        return model;
    }

    ImageFeed.ImageInput images() {
        return images;
    }

    String input() {
        return input;
    }

    DetectorOutputs outputs() {
        return outputs;
    }

    int keypoints() {
        return keypoints;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The outputs that are asked for. */
    Set<String> names() {
        return Stream.of(outputs.boxes(), outputs.scores(), outputs.labels(), outputs.keypoints())
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.toSet());
    }

    public Sha256Digest digest() {
        return model.facts().sha256();
    }

    @Override
    public void close() {
        model.close();
    }
}
