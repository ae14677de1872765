package org.aimass.engine.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aimass.engine.BadInput;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.FileBytes;
import org.aimass.shared.Sha256Digest;

/** A checked model, loaded by ONNX Runtime on the CPU: one intra-operator thread, so that callers bring the threads. */
public final class OnnxModel implements AutoCloseable {

    private static final long IN_MEMORY = 256L << 20;

    /** Where in its own source code the runtime found the fault, with the function's signature. */
    private static final Pattern SOURCE_PLACE = Pattern.compile(
            "Exception during initialization: |/onnxruntime_src/\\S+:\\d+ [^()]*\\((?:[^()]|\\([^()]*\\))*\\)(?: const)?(?: \\[with [^\\]]*\\])? ?");

    private final String file;
    private final ModelFacts facts;
    private final ZipMaps zipMaps;
    private final OrtSession session;

    private OnnxModel(String file, ModelFacts facts, ZipMaps zipMaps, OrtSession session) {
        this.file = file;
        this.facts = facts;
        this.zipMaps = zipMaps;
        this.session = session;
    }

    /**
     * Loads a model as it is, to look at.
     *
     * @throws BadInput if the check or the runtime refuses the model
     */
    public static OnnxModel toInspect(Path path) {
        return load(path, Optional.empty(), false);
    }

    /**
     * Loads a model to score with: without the ZipMap nodes at its end, which cost more than most models.
     *
     * @param digest what the file's digest must be
     * @throws BadInput if the file has another digest, or the check or the runtime refuses the model
     */
    static OnnxModel toScore(Path path, Optional<Sha256Digest> digest) {
        return load(path, digest, true);
    }

    private static OnnxModel load(Path path, Optional<Sha256Digest> digest, boolean toScore) {
        String file = FileBytes.name(path);
        ModelFacts facts = ModelCheck.check(path);
        if (digest.isPresent() && !digest.get().equals(facts.sha256())) {
            throw new BadInput(file + ": its SHA-256 is " + facts.sha256() + ", expected " + digest.get());
        }
        OrtEnvironment runtime = OnnxRuntime.environment();
        try (SessionOptions options = options(toScore)) {
            boolean zipped = toScore && facts.operators().contains("ZipMap");
            if (facts.bytes() > IN_MEMORY && !zipped) {
                OrtSession session = runtime.createSession(path.toString(), options);
                return new OnnxModel(file, facts, ZipMaps.NONE, session);
            }
            byte[] bytes = Files.readAllBytes(path);
            ZipMaps zipMaps = zipped ? ZipMaps.of(bytes) : ZipMaps.NONE;
            byte[] model = zipMaps.isEmpty() ? bytes : zipMaps.model();
            return new OnnxModel(file, facts, zipMaps, runtime.createSession(model, options));
        } catch (OrtException e) {
            throw refusal(file + ": ONNX Runtime cannot load it", e);
        } catch (IOException e) {
            throw FileBytes.unreadable(path, e);
        }
    }

    static SessionOptions options(boolean toScore) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(toScore ? OptLevel.ALL_OPT : OptLevel.NO_OPT);
        options.setDeterministicCompute(true);
        // otherwise the runtime decides by the file's first bytes, and may read another format than was checked
        options.addConfigEntry("session.load_model_format", "ONNX");
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }

    /** A native error as ours: the model's fault, unless it was memory. */
    static RuntimeException refusal(String what, OrtException why) {
        String message = String.valueOf(why.getMessage());
        int start = message.indexOf(" - message: ");
        String said = start < 0 ? message : message.substring(start + " - message: ".length());
        String reason = OneLine.of(SOURCE_PLACE.matcher(said).replaceAll(""), 300);
        if (message.contains("bad_alloc") || message.contains("Failed to allocate memory")) {
            return new EngineFailure(what + ": out of memory (" + reason + ")");
        }
        return new BadInput(what + " (" + reason + ")");
    }

    /** The file's name, as messages give it. */
    String file() {
        return file;
    }

    public ModelFacts facts() {
        return facts;
    }

    ZipMaps zipMaps() {
        return zipMaps;
    }

    OrtSession session() {
        return session;
    }

    public List<ValueSpec> inputs() {
        try {
            return specs(session.getInputInfo().values());
        } catch (OrtException e) {
            throw refusal(file, e);
        }
    }

    public List<ValueSpec> outputs() {
        try {
            return specs(session.getOutputInfo().values());
        } catch (OrtException e) {
            throw refusal(file, e);
        }
    }

    private static List<ValueSpec> specs(Collection<NodeInfo> nodes) {
        return nodes.stream().map(ValueSpec::of).toList();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EngineFailure(file + ": " + e.getMessage());
        }
    }
}
