package org.aimass.registry.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.entity.ModelSignature.Tensor;

/** What differs between two versions of a model: what the file takes and gives, its operators, how it is fed, and the card. */
public record VersionChanges(List<Change> changes) {

    /** What changed. */
    public enum Part {
        INPUT,
        OUTPUT,
        OPERATOR,
        OPSET,
        SETTING,
        COMPANION,
        CARD
    }

    /**
     * One difference.
     *
     * @param name of the input, output or section; the same as one of the two others for an operator
     * @param before empty when it is new
     * @param now empty when it is gone
     */
    public record Change(Part part, String name, String before, String now) {

        public String kind() {
            return before.isEmpty() ? "ADDED" : now.isEmpty() ? "REMOVED" : "CHANGED";
        }
    }

    public VersionChanges {
        changes = List.copyOf(changes);
    }

    /** Of files only where both were inspected; an input that has another place only is the same. */
    public static VersionChanges between(ModelVersion older, ModelVersion newer) {
        List<Change> found = new ArrayList<>();
        older.signature().ifPresent(before -> newer.signature().ifPresent(now -> {
            differ(found, Part.INPUT, tensors(before.inputs()), tensors(now.inputs()));
            differ(found, Part.OUTPUT, tensors(before.outputs()), tensors(now.outputs()));
            differ(found, Part.OPERATOR, each(before.operators()), each(now.operators()));
            differ(found, Part.OPSET, Map.of("", before.opsetText()), Map.of("", now.opsetText()));
        }));
        differ(found, Part.SETTING, settings(older), settings(newer));
        differ(found, Part.COMPANION, companions(older), companions(newer));
        differ(found, Part.CARD, texts(older.card()), texts(newer.card()));
        return new VersionChanges(found);
    }

    private static void differ(List<Change> found, Part part, Map<String, String> before, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Change change = new Change(part, name, before.getOrDefault(name, ""), now.getOrDefault(name, ""));
            if (!change.before().equals(change.now())) {
                found.add(change);
            }
        }
    }

    private static Map<String, String> tensors(List<Tensor> tensors) {
        Map<String, String> byName = new LinkedHashMap<>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor.type() + " " + tensor.shapeText()));
        return byName;
    }

    /** Each part as the engine's job files say it. */
    private static Map<String, String> settings(ModelVersion version) {
        Map<String, String> byName = new LinkedHashMap<>();
        SettingsJson.write(version.feed().settings())
                .properties()
                .forEach(part -> byName.put(part.getKey(), part.getValue().toString()));
        return byName;
    }

    private static Map<String, String> companions(ModelVersion version) {
        Map<String, String> byName = new LinkedHashMap<>();
        version.feed()
                .companions()
                .forEach(file -> byName.put(
                        file.kind().word(), file.name() + " " + file.sha256().hex()));
        return byName;
    }

    private static Map<String, String> each(List<String> names) {
        Map<String, String> byName = new LinkedHashMap<>();
        names.forEach(name -> byName.put(name, name));
        return byName;
    }

    private static Map<String, String> texts(Sheet<CardSection> card) {
        Map<String, String> byName = new LinkedHashMap<>();
        card.sections().forEach(section -> byName.put(section.name(), card.text(section)));
        return byName;
    }
}
