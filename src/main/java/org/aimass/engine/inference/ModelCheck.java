package org.aimass.engine.inference;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.aimass.engine.BadInput;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.inference.OnnxWalk.Forbidden;
import org.aimass.shared.Sha256Digest;

/** Looks through an ONNX file in Java and refuses what native code must not get to see. */
final class ModelCheck {

    /** A protobuf message cannot be larger. */
    static final long LARGEST = Integer.MAX_VALUE;

    private ModelCheck() {}

    /**
     * @throws BadInput if the file is no ONNX model, or holds something that is not let through
     */
    static ModelFacts check(Path model) {
        String name = FileBytes.name(model);
        demandOwnFile(model, name);
        try (FileBytes bytes = FileBytes.open(model)) {
            OnnxWalk walk = new OnnxWalk(new ProtobufReader(bytes));
            walk.model();
            Sha256Digest digest = bytes.finish();
            return new ModelFacts(bytes.count(), digest, walk.opset(), walk.operators(), walk.classLabels());
        } catch (Forbidden e) {
            throw new BadInput(name + ": refused: " + e.getMessage());
        } catch (InvalidProtocolBufferException e) {
            throw new BadInput(name + ": is no ONNX model, or was cut off (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw FileBytes.unreadable(model, e);
        }
    }

    private static void demandOwnFile(Path model, String name) {
        if (Files.isSymbolicLink(model)) {
            throw new BadInput(name + ": is a symbolic link; expected the model file itself");
        }
        if (!Files.exists(model, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput(name + ": no such file");
        }
        if (!Files.isRegularFile(model, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput(name + ": not a regular file");
        }
        if (links(model) > 1) {
            throw new BadInput(name + ": has several names (hard links); expected a file of its own");
        }
        long size = FileBytes.size(model);
        if (size == 0) {
            throw new BadInput(name + ": is empty; expected an ONNX model");
        }
        if (size > LARGEST) {
            throw new BadInput(name + ": is larger than 2 GB, which an ONNX file cannot be");
        }
    }

    /** How many names the file has; 1 where the file system does not tell. */
    private static int links(Path model) {
        try {
            return Files.getAttribute(model, "unix:nlink") instanceof Integer links ? links : 1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return 1;
        }
    }
}
