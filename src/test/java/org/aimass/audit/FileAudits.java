package org.aimass.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.api.OwnAudits;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;

/** Audits of models with files. What is offered is looked into by the portal meanwhile, and waited for when all of it is there. */
final class FileAudits extends OwnAudits {

    private final List<String> models = new ArrayList<>();

    /** The roles of their columns. */
    private final Map<String, String> datasets = new LinkedHashMap<>();

    FileAudits(Portal portal, Programs programs) throws Exception {
        super(portal, programs);
    }

    /** @param rest keys of a new model beside those that every model has; empty for a closed one */
    String newModel(String task, String name, String rest) {
        return "{\"organization\":\"%s\",\"name\":\"%s %s\",\"purpose\":\"To be measured\",\"task\":\"%s\",\"domain\":\"OTHER\",\"licence\":\"MIT\",\"label\":\"1.0\"%s}"
                .formatted(
                        north.owner,
                        name,
                        UUID.randomUUID().toString().substring(0, 8),
                        task,
                        rest.isEmpty() ? "" : "," + rest);
    }

    /** @return the id of a version, of which {@link #ready} says when it was looked into */
    String offer(String task, String name, byte[] file, String rest) {
        String upload = "\"upload\":\"" + upload("MODEL", "a.onnx", file) + "\"";
        return offer(newModel(task, name, rest.isEmpty() ? upload : upload + "," + rest));
    }

    String offerClosed(String task, String name) {
        return offer(newModel(task, name, ""));
    }

    private String offer(String model) {
        String id = id(department.post("/models", model));
        models.add(id);
        return id;
    }

    /**
     * @param name of the file
     * @param roles by column
     * @return the id of a version, of which {@link #ready} says when it was read and has its roles
     */
    String offer(String name, byte[] bytes, Map<String, String> roles) {
        String id = id(hand("Of " + name, upload("DATASET", name, bytes)));
        datasets.put(
                id,
                roles.entrySet().stream()
                        .map(role -> "\"%s\":\"%s\"".formatted(role.getKey(), role.getValue()))
                        .collect(Collectors.joining(",")));
        return id;
    }

    String offer(String name, String csv, Map<String, String> roles) {
        return offer(name, csv.getBytes(StandardCharsets.UTF_8), roles);
    }

    /** Returns when all that was offered can be audited. */
    void ready() throws InterruptedException {
        for (String model : models) {
            inspected(model);
        }
        models.clear();
        for (Map.Entry<String, String> dataset : datasets.entrySet()) {
            read(dataset.getKey());
            fix(dataset.getKey(), dataset.getValue());
        }
        datasets.clear();
    }

    private String ready(String id) throws InterruptedException {
        ready();
        return id;
    }

    /** @return the id of the version, whose file was found to be one */
    String model(String task, String name, byte[] file, String rest) throws InterruptedException {
        return ready(offer(task, name, file, rest));
    }

    String closed(String task, String name) throws InterruptedException {
        return ready(offerClosed(task, name));
    }

    String register(String model) throws InterruptedException {
        return ready(offer(model));
    }

    /** @return the id of the version, ready to be audited on */
    String dataset(String name, byte[] bytes, Map<String, String> roles) throws InterruptedException {
        return ready(offer(name, bytes, roles));
    }

    String dataset(String name, String csv, Map<String, String> roles) throws InterruptedException {
        return ready(offer(name, csv, roles));
    }

    /** @param rest of the plan, from its policy on */
    String audit(String model, String dataset, String rest) throws InterruptedException {
        String audit = id(start(model, dataset, rest));
        completed(audit);
        return audit;
    }

    JsonNode results(String audit) {
        return resultsOf(audit);
    }

    /** What was measured of one group, not over groups; at a target where there are several thresholds. */
    JsonNode measured(String audit, String metric, String feature, String group) {
        for (JsonNode each : results(audit).path("measurements")) {
            if (each.path("metric").asText().equals(metric)
                    && each.path("features").size() == 1
                    && each.path("features").path(feature).asText().equals(group)
                    && each.path("over").isEmpty()
                    && (each.at("/at/rank").isMissingNode() || each.at("/at").has("target_fpir"))) {
                return each;
            }
        }
        throw new AssertionError("no " + metric + " of " + group + " in " + results(audit));
    }
}
