package org.aimass.audit.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.shared.Sha256Digest;

/** The files that a job names, beside which they lie under fixed names, never the user's. */
final class PlanFiles {

    static final String MODEL = "model.onnx";
    static final String EVALUATOR = "evaluator.onnx";
    static final String SPEAKER = "speaker.onnx";
    static final String SENTIMENT = "sentiment.onnx";

    private PlanFiles() {}

    /** By its name what a file's bytes are: the dataset, then what the models bring. */
    static Map<String, Sha256Digest> of(AuditPlan plan) {
        Map<String, Sha256Digest> files = new LinkedHashMap<>();
        files.put(dataset(plan), plan.dataset().sha256());
        plan.model().sha256().ifPresent(digest -> files.put(MODEL, digest));
        plan.model().companions().forEach((kind, digest) -> files.put(kind.fileName(), digest));
        plan.model().evaluator().ifPresent(evaluator -> {
            files.put(EVALUATOR, evaluator.sha256());
            evaluator.companions().forEach((kind, digest) -> files.put(ofEvaluator(kind), digest));
        });
        plan.model().speaker().ifPresent(speaker -> files.put(SPEAKER, speaker.sha256()));
        plan.model().sentiment().ifPresent(sentiment -> files.put(SENTIMENT, sentiment.sha256()));
        return files;
    }

    static String dataset(AuditPlan plan) {
        return "data." + plan.dataset().format();
    }

    static String ofEvaluator(CompanionKind kind) {
        return "evaluator-" + kind.fileName();
    }

    /** What lies beside the models' own files. */
    static Collection<Sha256Digest> companions(AuditPlan plan) {
        Set<Sha256Digest> digests =
                new LinkedHashSet<>(plan.model().companions().values());
        plan.model()
                .evaluator()
                .ifPresent(evaluator -> digests.addAll(evaluator.companions().values()));
        return digests;
    }

    /** What a file of this name is, as words name it: {@code dataset}, {@code model}, {@code evaluator}, {@code vocabulary}, ... */
    static String part(String name) {
        String stem = name.substring(0, (name + ".").indexOf('.'));
        return stem.equals("data") ? "dataset" : stem;
    }
}
