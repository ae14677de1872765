package org.aimass.engine.inference;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.aimass.engine.BadInput;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.inference.OnnxWalk.Forbidden;
import org.aimass.shared.Sha256Digest;

/** Looks through an ONNX file in Java and refuses what native code must not get to see. */
final class ModelCheck {

    /** A protobuf message cannot be larger. */
    static final long LARGEST = Integer.MAX_VALUE;

    /** What stands at the fifth byte of ONNX Runtime's own format, which no check of ours reads. */
    private static final byte[] ORT_FORMAT = {'O', 'R', 'T', 'M'};

    private static final int ORT_FORMAT_AT = 4;

    private ModelCheck() {}

    /**
     * @throws BadInput if the file is no ONNX model, or holds something that is not let through
     */
    static ModelFacts check(Path model) {
        String name = FileBytes.name(model);
        demandOwnFile(model, name);
        demandNoOtherFormat(model, name);
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

    /** A file can be a model to protobuf and another one to whoever looks at its fifth byte first. */
    private static void demandNoOtherFormat(Path model, String name) {
        try (FileBytes bytes = FileBytes.open(model)) {
            byte[] start = bytes.readNBytes(ORT_FORMAT_AT + ORT_FORMAT.length);
            if (Arrays.equals(
                    start, Math.min(ORT_FORMAT_AT, start.length), start.length, ORT_FORMAT, 0, ORT_FORMAT.length)) {
                throw new BadInput(name + ": is in ONNX Runtime's own format; expected ONNX");
            }
        } catch (IOException e) {
            throw FileBytes.unreadable(model, e);
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
