package org.aimass.registry.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model is fed and read, as its makers know it. Not yet checked: {@code SettingsCheck} says what cannot be.
 *
 * @param images what is done to an image before the model sees it; empty where it sees none, or nobody said
 * @param audio of a model of speech
 * @param objects how the outputs of a detector are read
 * @param text of a language model
 * @param output which output holds the answer; empty where that is clear
 */
public record ModelSettings(
        Optional<ImagePreparation> images,
        Optional<Audio> audio,
        Optional<DetectorOutputs> objects,
        Optional<Text> text,
        Optional<Output> output) {

    /** Nothing is said. */
    public static final ModelSettings NONE =
            new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The sound that a model takes or gives.
     *
     * @param sampleRate in samples a second
     * @param normalized whether it takes sound of mean 0 and variance 1; of a spectrogram each band
     * @param spectrogram that it takes; empty where it takes the samples themselves
     * @param blank the token that says nothing; empty for the usual ones
     * @param separator the token between words; empty for {@code |}
     */
    public record Audio(
            int sampleRate,
            boolean normalized,
            Optional<Spectrogram> spectrogram,
            Optional<String> blank,
            Optional<String> separator) {

        /** What most models of speech take. */
        public static final Audio USUAL = new Audio(16_000, false, Optional.empty(), Optional.empty());

        /** The same of samples. */
        public Audio(int sampleRate, boolean normalized, Optional<String> blank, Optional<String> separator) {
            this(sampleRate, normalized, Optional.empty(), blank, separator);
        }
    }

    /**
     * How the outputs of a detector are read.
     *
     * @param boxes the output of boxes, four numbers each
     * @param scores the output of scores
     * @param labels the output of labels; empty where the dataset has one category
     * @param keypoints the output of keypoints, three numbers each
     * @param order of a box; empty where there are none
     * @param categories by label the id of its category; empty where labels are ids themselves
     */
    public record DetectorOutputs(
            Optional<String> boxes,
            Optional<String> scores,
            Optional<String> labels,
            Optional<String> keypoints,
            Optional<Order> order,
            Space space,
            List<Long> categories) {

        public DetectorOutputs {
            categories = List.copyOf(categories);
        }
    }

    /** What the four numbers of a box are. */
    public enum Order {
        /** left, top, right, bottom */
        XYXY,
        /** left, top, width, height */
        XYWH,
        /** middle, then width and height */
        CXCYWH
    }

    /** In which picture places are counted. */
    public enum Space {
        /** in pixels of what the model sees */
        INPUT,
        /** from 0 to 1 of what the model sees */
        UNIT,
        /** in pixels of the image itself */
        IMAGE
    }

    /**
     * The output that holds the answer.
     *
     * @param index the place of the positive class in it, from 0; empty where that is clear
     */
    public record Output(Optional<String> name, OptionalInt index) {}

    /**
     * What texts begin and end with.
     *
     * @param begin the token that every text begins with; empty for none
     * @param end the token that ends an answer; empty for none, so that answers are as long as they may be
     */
    public record Text(Optional<String> begin, Optional<String> end) {

        /** Empty where neither is said. */
        public static Optional<Text> of(Optional<String> begin, Optional<String> end) {
            return begin.isPresent() || end.isPresent() ? Optional.of(new Text(begin, end)) : Optional.empty();
        }
    }

    /** The token that every text begins with. */
    public Optional<String> begin() {
        return text.flatMap(Text::begin);
    }

    /** The token that ends an answer. */
    public Optional<String> end() {
        return text.flatMap(Text::end);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The same of images that are prepared so. */
    public ModelSettings with(Optional<ImagePreparation> others) {
        return new ModelSettings(others, audio, objects, text, output);
    }

    /** Which output is read, and nothing else. */
    public ModelSettings ofOutput() {
        return new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), output);
    }

    /** The same, read at that output. */
    public ModelSettings reading(Output other) {
        return new ModelSettings(images, audio, objects, text, Optional.of(other));
    }

    /** As the engine's job files say it under {@code model}. */
    public String json() {
        return SettingsJson.write(this).toString();
    }

    /** @throws IllegalStateException when it is not what {@link #json} has written */
    static ModelSettings parse(String json) {
        try {
            return SettingsJson.read(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("the stored settings are damaged", e);
        }
    }
}
