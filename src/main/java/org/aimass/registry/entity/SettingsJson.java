package org.aimass.registry.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.aimass.registry.entity.ImagePreparation.Size;
import org.aimass.registry.entity.ModelSettings.Audio;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Output;

/** How a model is fed, as plans and the engine's job files say it under {@code model}: by the same keys and words. */
public final class SettingsJson {

    /** What these settings say of a model; a job file has other keys beside them. */
    public static final List<String> KEYS = List.of("images", "audio", "objects", "text", "output");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LOG_MEL = "log_mel";
    private static final int LONGEST = 1_000;
    private static final int MANY = 10_000;

    private SettingsJson() {}

    /** Only what is said. */
    public static ObjectNode write(ModelSettings settings) {
        ObjectNode json = NODES.objectNode();
        settings.images().ifPresent(images -> json.set("images", images(images)));
        settings.audio().ifPresent(audio -> json.set("audio", audio(audio)));
        settings.objects().ifPresent(objects -> json.set("objects", objects(objects)));
        settings.text().ifPresent(text -> {
            ObjectNode said = json.putObject("text");
            text.begin().ifPresent(begin -> said.put("begin", begin));
            text.end().ifPresent(end -> said.put("end", end));
        });
        settings.output().ifPresent(output -> {
            ObjectNode said = json.putObject("output");
            output.name().ifPresent(name -> said.put("name", name));
            output.index().ifPresent(index -> said.put("index", index));
        });
        return json;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is nothing of the sort; the message says where
     */
    public static ModelSettings read(JsonNode json) {
        demandOnly(json, Set.copyOf(KEYS), "model");
        return new ModelSettings(
                part(json, "images").map(SettingsJson::images),
                part(json, "audio").map(SettingsJson::audio),
                part(json, "objects").map(SettingsJson::objects),
                part(json, "text").flatMap(text -> ModelSettings.Text.of(text(text, "begin"), text(text, "end"))),
                part(json, "output").map(output -> new Output(text(output, "name"), number(output, "index"))));
    }

    private static ObjectNode images(ImagePreparation images) {
        ObjectNode json = NODES.objectNode();
        json.put("channels", images.channels().name())
                .put("layout", images.layout().name());
        images.shorterSide().ifPresent(side -> json.putObject("resize").put("shorter_side", side));
        images.resize().ifPresent(size -> json.set("resize", size(size)));
        images.crop().ifPresent(size -> json.set("crop", size(size)));
        json.put("scale", images.scale());
        put(json, "mean", images.means());
        put(json, "standard_deviation", images.deviations());
        return json;
    }

    private static ObjectNode size(Size size) {
        return NODES.objectNode().put("width", size.width()).put("height", size.height());
    }

    private static void put(ObjectNode json, String key, List<Double> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(key);
            values.forEach(array::add);
        }
    }

    private static ImagePreparation images(JsonNode json) {
        demandOnly(
                json,
                Set.of("channels", "layout", "resize", "crop", "scale", "mean", "standard_deviation"),
                "model.images");
        OptionalInt shorterSide = number(json.path("resize"), "shorter_side");
        return new ImagePreparation(
                one(json, "channels", ImagePreparation.Channels.class),
                one(json, "layout", ImagePreparation.Layout.class),
                shorterSide,
                shorterSide.isPresent()
                        ? Optional.empty()
                        : part(json, "resize").map(SettingsJson::size),
                part(json, "crop").map(SettingsJson::size),
                finite(json.path("scale"), "scale"),
                numbers(json, "mean"),
                numbers(json, "standard_deviation"));
    }

    private static Size size(JsonNode json) {
        return new Size(
                number(json, "width").orElseThrow(() -> wrong("width")),
                number(json, "height").orElseThrow(() -> wrong("height")));
    }

    private static ObjectNode audio(Audio audio) {
        ObjectNode json = NODES.objectNode().put("sample_rate", audio.sampleRate());
        if (audio.normalized()) {
            json.put("normalize", true);
        }
        audio.spectrogram().ifPresent(mel -> json.put("features", LOG_MEL)
                .put("mels", mel.mels())
                .put("window", mel.window())
                .put("hop", mel.hop())
                .put("preemphasis", mel.preemphasis()));
        audio.blank().ifPresent(blank -> json.put("blank", blank));
        audio.separator().ifPresent(separator -> json.put("separator", separator));
        return json;
    }

    private static Audio audio(JsonNode json) {
        Set<String> known = new HashSet<>(Set.of("sample_rate", "normalize", "blank", "separator"));
        Optional<String> features = text(json, "features");
        if (features.isPresent()) {
            known.addAll(Set.of("features", "mels", "window", "hop", "preemphasis"));
        }
        demandOnly(json, known, "model.audio");
        return new Audio(
                number(json, "sample_rate").orElseThrow(() -> wrong("sample_rate")),
                json.path("normalize").asBoolean(),
                features.map(word -> spectrogram(word, json)),
                text(json, "blank"),
                text(json, "separator"));
    }

    private static Spectrogram spectrogram(String features, JsonNode json) {
        if (!features.equals(LOG_MEL)) {
            throw wrong("features");
        }
        return new Spectrogram(
                number(json, "mels").orElseThrow(() -> wrong("mels")),
                finite(json.path("window"), "window"),
                finite(json.path("hop"), "hop"),
                finite(json.path("preemphasis"), "preemphasis"));
    }

    private static ObjectNode objects(DetectorOutputs objects) {
        ObjectNode json = NODES.objectNode();
        objects.boxes().ifPresent(name -> json.put("boxes", name));
        objects.scores().ifPresent(name -> json.put("scores", name));
        objects.labels().ifPresent(name -> json.put("labels", name));
        objects.keypoints().ifPresent(name -> json.put("keypoints", name));
        objects.order().ifPresent(order -> json.put("order", word(order)));
        json.put("space", word(objects.space()));
        if (!objects.categories().isEmpty()) {
            ArrayNode array = json.putArray("categories");
            objects.categories().forEach(array::add);
        }
        return json;
    }

    private static DetectorOutputs objects(JsonNode json) {
        demandOnly(
                json,
                Set.of("boxes", "scores", "labels", "keypoints", "order", "space", "categories"),
                "model.objects");
        List<Long> categories = new ArrayList<>();
        json.path("categories").forEach(id -> categories.add(id.asLong()));
        return new DetectorOutputs(
                text(json, "boxes"),
                text(json, "scores"),
                text(json, "labels"),
                text(json, "keypoints"),
                json.has("order") ? Optional.of(one(json, "order", ModelSettings.Order.class)) : Optional.empty(),
                one(json, "space", ModelSettings.Space.class),
                categories);
    }

    private static void demandOnly(JsonNode json, Set<String> known, String where) {
        if (!json.isObject() || json.size() > known.size()) {
            throw wrong(where);
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(where + "." + name);
            }
        });
    }

    private static Optional<JsonNode> part(JsonNode json, String key) {
        return Optional.ofNullable(json.get(key));
    }

    private static Optional<String> text(JsonNode json, String key) {
        return part(json, key).map(value -> {
            if (!value.isTextual() || value.textValue().length() > LONGEST) {
                throw wrong(key);
            }
            return value.textValue();
        });
    }

    private static OptionalInt number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt()) {
            throw wrong(key);
        }
        return OptionalInt.of(value.intValue());
    }

    private static double finite(JsonNode value, String key) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(key);
        }
        return value.doubleValue();
    }

    private static List<Double> numbers(JsonNode json, String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : json.path(key)) {
            numbers.add(finite(value, key));
            if (numbers.size() > MANY) {
                throw wrong(key);
            }
        }
        return numbers;
    }

    private static <E extends Enum<E>> E one(JsonNode json, String key, Class<E> words) {
        return Enum.valueOf(words, json.path(key).asText().toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String where) {
        return new IllegalArgumentException(where);
    }
}
