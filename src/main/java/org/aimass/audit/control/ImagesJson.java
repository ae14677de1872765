package org.aimass.audit.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.registry.entity.ImagePreparation;

/** How images are prepared, as plans and job files say it ({@code model.images}). */
final class ImagesJson {

    private static final int MOST_PIXELS = 4096;
    private static final int CHANNELS = 3;

    private ImagesJson() {}

    static ObjectNode write(ImagePreparation images) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
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

    private static ObjectNode size(ImagePreparation.Size size) {
        return StrictJson.MAPPER.createObjectNode().put("width", size.width()).put("height", size.height());
    }

    private static void put(ObjectNode json, String key, List<Double> values) {
        if (!values.isEmpty()) {
            json.set(key, StrictJson.MAPPER.valueToTree(values));
        }
    }

    /** @throws Fields.Malformed if it is not what {@link #write} writes */
    static ImagePreparation read(Fields images) {
        OptionalInt shorterSide = images.has("resize")
                ? images.object("resize", resize -> {
                    resize.passOver("width");
                    resize.passOver("height");
                    return resize.has("shorter_side")
                            ? OptionalInt.of((int) resize.count("shorter_side", MOST_PIXELS))
                            : OptionalInt.empty();
                })
                : OptionalInt.empty();
        return new ImagePreparation(
                one(images, "channels", ImagePreparation.Channels.class),
                one(images, "layout", ImagePreparation.Layout.class),
                shorterSide,
                shorterSide.isPresent() ? Optional.empty() : size(images, "resize"),
                size(images, "crop"),
                images.number("scale"),
                numbers(images, "mean"),
                numbers(images, "standard_deviation"));
    }

    private static Optional<ImagePreparation.Size> size(Fields images, String key) {
        return images.has(key)
                ? Optional.of(images.object(
                        key,
                        size -> new ImagePreparation.Size(
                                (int) size.count("width", MOST_PIXELS), (int) size.count("height", MOST_PIXELS))))
                : Optional.empty();
    }

    private static List<Double> numbers(Fields images, String key) {
        return images.has(key)
                ? images.items(key, CHANNELS, (path, value) -> {
                    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
                        throw new Fields.Malformed(path + ": expected a finite number");
                    }
                    return value.doubleValue();
                })
                : List.of();
    }

    private static <E extends Enum<E>> E one(Fields images, String key, Class<E> words) {
        try {
            return Enum.valueOf(words, images.text(key, 10).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Fields.Malformed(key + ": no such word");
        }
    }
}
