package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.SettingsJson;
import org.aimass.shared.Sha256Digest;

/** The models of a plan, as the plan says them and as the engine's job files do. */
final class ModelJson {

    private static final int MANY = 10_000;
    private static final int LONG = 1_000;

    private ModelJson() {}

    /** What is not said is left out, so that a plan that says no more than plans of old is written as they were. */
    static ObjectNode write(AuditPlan.Model model) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version_id", model.versionId().toString());
        model.sha256().ifPresent(digest -> {
            json.put("sha256", digest.hex());
            json.set("inputs", StrictJson.MAPPER.valueToTree(model.inputs()));
            json.setAll(SettingsJson.write(model.settings()));
            putCompanions(json, model.companions());
        });
        model.evaluator().ifPresent(evaluator -> put(json, "evaluator", evaluator));
        model.speaker().ifPresent(speaker -> put(json, "speaker", speaker));
        model.sentiment().ifPresent(sentiment -> put(json, "sentiment", sentiment));
        model.sought().ifPresent(label -> json.put("label", label));
        return json;
    }

    private static void put(ObjectNode json, String name, AuditPlan.Evaluator measuring) {
        ObjectNode said = json.putObject(name);
        said.put("version_id", measuring.versionId().toString())
                .put("sha256", measuring.sha256().hex());
        said.setAll(SettingsJson.write(measuring.settings()));
        putCompanions(said, measuring.companions());
    }

    private static void putCompanions(ObjectNode json, Map<CompanionKind, Sha256Digest> companions) {
        if (!companions.isEmpty()) {
            ObjectNode said = json.putObject("companions");
            companions.forEach((kind, digest) -> said.put(kind.word(), digest.hex()));
        }
    }

    /** Reads what {@link #write} wrote. */
    static AuditPlan.Model read(Fields model) {
        return new AuditPlan.Model(
                UUID.fromString(model.text("version_id", 36)),
                model.optionalDigest("sha256"),
                model.has("inputs") ? model.map("inputs", MANY, ModelJson::names) : Map.of(),
                settings(model),
                companions(model),
                evaluator(model, "evaluator"),
                evaluator(model, "speaker"),
                evaluator(model, "sentiment"),
                model.optionalText("label", LONG));
    }

    private static Optional<AuditPlan.Evaluator> evaluator(Fields model, String name) {
        return model.has(name)
                ? Optional.of(model.object(
                        name,
                        evaluator -> new AuditPlan.Evaluator(
                                UUID.fromString(evaluator.text("version_id", 36)),
                                evaluator.digest("sha256"),
                                settings(evaluator),
                                companions(evaluator))))
                : Optional.empty();
    }

    static List<String> names(String path, JsonNode names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(Fields.text(path, name, LONG)));
        return List.copyOf(texts);
    }

    private static ModelSettings settings(Fields model) {
        ObjectNode said = StrictJson.MAPPER.createObjectNode();
        SettingsJson.KEYS.stream().filter(model::has).forEach(key -> said.set(key, model.whole(key)));
        try {
            return SettingsJson.read(said);
        } catch (IllegalArgumentException e) {
            throw new Fields.Malformed("model: " + e.getMessage());
        }
    }

    private static Map<CompanionKind, Sha256Digest> companions(Fields model) {
        Map<CompanionKind, Sha256Digest> companions = new EnumMap<>(CompanionKind.class);
        if (model.has("companions")) {
            model.object("companions", files -> {
                for (CompanionKind kind : CompanionKind.values()) {
                    files.optionalDigest(kind.word()).ifPresent(digest -> companions.put(kind, digest));
                }
                return companions;
            });
        }
        return companions;
    }

    /**
     * What a job file says under {@code model}; empty where the dataset brings all answers.
     *
     * @param place where the file of a fixed name will be
     */
    static Optional<ObjectNode> job(AuditPlan plan, UnaryOperator<String> place) {
        AuditPlan.Model model = plan.model();
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        model.sha256().ifPresent(digest -> {
            json.put("path", place.apply(PlanFiles.MODEL)).put("sha256", digest.hex());
            if (!model.inputs().isEmpty() || isFedByColumns(plan.task())) {
                json.set("inputs", StrictJson.MAPPER.valueToTree(model.inputs()));
            }
            json.setAll(SettingsJson.write(model.settings()));
            model.companions().keySet().forEach(kind -> putFile(json, kind, place.apply(kind.fileName())));
        });
        model.evaluator().ifPresent(evaluator -> {
            ObjectNode said = json.putObject("evaluator");
            said.put("path", place.apply(PlanFiles.EVALUATOR))
                    .put("sha256", evaluator.sha256().hex());
            if (plan.task() == ModelTask.TEXT_GENERATION) {
                said.setAll(SettingsJson.write(evaluator.settings().ofOutput()));
            }
            if (plan.task() == ModelTask.SPEECH_SYNTHESIS) {
                said.setAll(SettingsJson.write(evaluator.settings()));
                evaluator
                        .companions()
                        .keySet()
                        .forEach(kind -> putFile(said, kind, place.apply(PlanFiles.ofEvaluator(kind))));
            }
        });
        model.speaker().ifPresent(speaker -> {
            ObjectNode said = json.putObject("speaker");
            said.put("path", place.apply(PlanFiles.SPEAKER))
                    .put("sha256", speaker.sha256().hex());
            said.setAll(SettingsJson.write(speaker.settings()));
        });
        model.sentiment().ifPresent(sentiment -> {
            ObjectNode said = json.putObject("sentiment");
            said.put("path", place.apply(PlanFiles.SENTIMENT))
                    .put("sha256", sentiment.sha256().hex());
            said.setAll(SettingsJson.write(sentiment.settings().ofOutput()));
        });
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    /** Whether columns without another part feed the model, as they always did. */
    private static boolean isFedByColumns(ModelTask task) {
        return switch (task) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, REGRESSION, RANKING -> true;
            default -> false;
        };
    }

    private static void putFile(ObjectNode model, CompanionKind kind, String path) {
        switch (kind) {
            case VOCABULARY -> model.put("vocabulary", path);
            case TOKENIZER -> model.withObjectProperty("text").put("tokenizer", path);
        }
    }
}
