package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.registry.entity.ModelTask;

/** The plan as it is stored and published: canonical JSON (RFC 8785), whose SHA-256 names the plan. */
final class PlanJson {

    private static final int MANY = 10_000;
    private static final int LONG = 1_000;

    private PlanJson() {}

    static String write(AuditPlan plan) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("format", "aimass-audit-plan/1").put("task", plan.task().word());
        json.set("model", ModelJson.write(plan.model()));
        ObjectNode dataset = json.putObject("dataset")
                .put("version_id", plan.dataset().versionId().toString())
                .put("sha256", plan.dataset().sha256().hex())
                .put("format", plan.dataset().format());
        plan.dataset().rows().ifPresent(unit -> dataset.put("rows", unit.word()));
        json.putObject("policy")
                .put("name", plan.policy().name())
                .put("version", plan.policy().version())
                .put("sha256", plan.policy().sha256().hex());
        putMeasured(json, plan);
        return StrictJson.canonical(json);
    }

    /**
     * The job file for the engine. Inputs have fixed names, never the user's.
     *
     * @param minimumGroupSize the policy's; the engine only flags smaller groups
     * @param place where the file of this name will be
     */
    static String job(AuditPlan plan, int minimumGroupSize, UnaryOperator<String> place) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("task", plan.task().word());
        json.putObject("dataset")
                .put("path", place.apply(PlanFiles.dataset(plan)))
                .put("sha256", plan.dataset().sha256().hex());
        ModelJson.job(plan, place).ifPresent(model -> json.set("model", model));
        plan.model().sought().ifPresent(label -> json.put("positive_label", label));
        putMeasured(json, plan);
        json.put("minimum_group_size", minimumGroupSize);
        return StrictJson.canonical(json);
    }

    /** What is measured, which plan and job say alike. */
    private static void putMeasured(ObjectNode json, AuditPlan plan) {
        json.set("columns", columns(plan.columns()));
        plan.labels().ifPresent(labels -> json.put("positive_label", labels.positive())
                .put("favorable_label", labels.favorable()));
        if (!plan.options().values().isEmpty()) {
            json.set("options", StrictJson.MAPPER.valueToTree(plan.options().values()));
        }
        plan.threshold().ifPresent(threshold -> json.put("threshold", threshold));
        json.set("sensitive_features", StrictJson.MAPPER.valueToTree(plan.sensitiveFeatures()));
        json.set("intersections", StrictJson.MAPPER.valueToTree(plan.intersections()));
        json.set("reference_groups", StrictJson.MAPPER.valueToTree(plan.referenceGroups()));
        if (!plan.controlFeatures().isEmpty()) {
            json.set("control_features", StrictJson.MAPPER.valueToTree(plan.controlFeatures()));
        }
        json.put("confidence", plan.confidence());
        json.putObject("bootstrap")
                .put("replicates", plan.bootstrap().replicates())
                .put("seed", plan.bootstrap().seed());
    }

    /** Reads what {@link #write} wrote. */
    static AuditPlan read(String text) {
        return Fields.read("", StrictJson.read(text), json -> {
            json.text("format", 40);
            ModelTask task =
                    ModelTask.find(json.text("task", 40)).orElseThrow(() -> new Fields.Malformed("task: no such task"));
            return new AuditPlan(
                    task,
                    json.object("model", ModelJson::read),
                    json.object("dataset", PlanJson::dataset),
                    json.object(
                            "policy",
                            policy -> new AuditPlan.Policy(
                                    policy.text("name", 60), policy.text("version", 20), policy.digest("sha256"))),
                    new PlanColumns(json.map("columns", MANY, PlanJson::columns)),
                    json.has("positive_label")
                            ? Optional.of(new AuditPlan.Labels(
                                    json.text("positive_label", LONG), json.text("favorable_label", LONG)))
                            : Optional.empty(),
                    json.has("options")
                            ? new TaskOptions(json.map("options", MANY, PlanJson::option))
                            : TaskOptions.NONE,
                    json.has("threshold") ? OptionalDouble.of(json.number("threshold")) : OptionalDouble.empty(),
                    json.texts("sensitive_features", MANY, LONG),
                    json.textLists("intersections", MANY, LONG),
                    json.textMap("reference_groups", MANY, LONG),
                    json.has("control_features") ? json.texts("control_features", MANY, LONG) : List.of(),
                    json.number("confidence"),
                    json.object(
                            "bootstrap",
                            bootstrap -> new AuditPlan.Bootstrap(
                                    (int) bootstrap.count("replicates", Integer.MAX_VALUE),
                                    bootstrap.count("seed", Long.MAX_VALUE))));
        });
    }

    private static AuditPlan.Dataset dataset(Fields dataset) {
        return new AuditPlan.Dataset(
                UUID.fromString(dataset.text("version_id", 36)),
                dataset.digest("sha256"),
                dataset.text("format", 20),
                dataset.has("rows") ? Optional.of(rows(dataset.text("rows", 20))) : Optional.empty());
    }

    private static CountedUnit rows(String word) {
        return CountedUnit.find(word).orElseThrow(() -> new Fields.Malformed("dataset.rows: nothing that is counted"));
    }

    private static List<String> columns(String path, JsonNode columns) {
        return columns.isArray() ? ModelJson.names(path, columns) : List.of(Fields.text(path, columns, LONG));
    }

    /** A vector of one column is written as a column is, which the engine reads alike. */
    private static ObjectNode columns(PlanColumns columns) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        columns.byPart().forEach((part, names) -> {
            if (names.size() == 1) {
                json.put(part, names.get(0));
            } else {
                json.set(part, StrictJson.MAPPER.valueToTree(names));
            }
        });
        return json;
    }

    private static Object option(String path, JsonNode option) {
        if (option.isNumber()) {
            return option.doubleValue();
        }
        if (option.isBoolean()) {
            return option.booleanValue();
        }
        if (option.isArray()) {
            List<Object> items = new ArrayList<>();
            option.forEach(item -> items.add(option(path, item)));
            return items;
        }
        if (option.isObject()) {
            Map<String, Object> byName = new TreeMap<>();
            option.properties().forEach(entry -> byName.put(entry.getKey(), option(path, entry.getValue())));
            return byName;
        }
        return Fields.text(path, option, LONG);
    }
}
