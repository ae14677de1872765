package org.aimass.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.data.Preprocessing;

/** Reads {@code model.images} of a job file: what is done to an image before the model sees it. */
final class JobImages {

    private static final int LONGEST_SIDE = 4096;
    private static final double LARGEST = 1e6;
    private static final double SMALLEST_DEVIATION = 1e-6;
    private static final int CHANNELS = 3;

    private final JobObject images;

    private JobImages(JobObject images) {
        this.images = images;
    }

    /** @throws BadInput if a key is unknown or out of its range */
    static Preprocessing read(JobObject images) {
        return new JobImages(images).read();
    }

    private Preprocessing read() {
        Preprocessing.Channels channels = one("channels", Preprocessing.Channels.values(), Preprocessing.Channels.RGB);
        Preprocessing.Layout layout = one("layout", Preprocessing.Layout.values(), Preprocessing.Layout.NCHW);
        Optional<JobObject> resize = images.object("resize");
        Optional<Long> shorterSide = resize.flatMap(it -> it.integer("shorter_side", 1, LONGEST_SIDE));
        Optional<Preprocessing.Size> size = shorterSide.isPresent() ? Optional.empty() : resize.map(JobImages::size);
        resize.ifPresent(JobObject::demandNothingElse);
        Optional<JobObject> crop = images.object("crop");
        Optional<Preprocessing.Size> cropped = crop.map(JobImages::size);
        crop.ifPresent(JobObject::demandNothingElse);
        double scale = images.number("scale", -LARGEST, LARGEST).orElse(1.0);
        List<Double> means = byChannel("mean", -LARGEST, channels);
        List<Double> deviations = byChannel("standard_deviation", SMALLEST_DEVIATION, channels);
        images.demandNothingElse();
        return new Preprocessing(
                channels,
                layout,
                shorterSide.map(it -> OptionalInt.of(it.intValue())).orElseGet(OptionalInt::empty),
                size,
                cropped,
                scale,
                means,
                deviations);
    }

    private static Preprocessing.Size size(JobObject size) {
        return new Preprocessing.Size(side("width", size), side("height", size));
    }

    private static int side(String key, JobObject size) {
        return size.integer(key, 1, LONGEST_SIDE)
                .orElseThrow(() -> size.wrong(key, "none", "a whole number from 1 to " + LONGEST_SIDE))
                .intValue();
    }

    private List<Double> byChannel(String key, double low, Preprocessing.Channels channels) {
        List<Double> values = images.numbers(key, low, LARGEST, CHANNELS).orElse(List.of());
        if (values.size() > 1 && values.size() != channels.count()) {
            throw images.wrong(
                    key, values.size() + " numbers", "one, or one for each channel (" + channels.count() + ")");
        }
        return values;
    }

    private <E extends Enum<E>> E one(String key, E[] allowed, E otherwise) {
        Optional<String> word = images.text(key);
        if (word.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(allowed)
                .filter(it -> it.name().equals(word.get().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> images.wrong(
                        key,
                        OneLine.quoted(word.get()),
                        "one of "
                                + OneLine.list(
                                        Arrays.stream(allowed).map(Enum::name).toList())));
    }
}
