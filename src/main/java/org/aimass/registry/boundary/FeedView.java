package org.aimass.registry.boundary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.api.Given;
import org.aimass.registry.entity.ModelSettings;
import org.jspecify.annotations.Nullable;

/** How a model is fed and read, as a program says it and is told; all of it may be left out. */
public record FeedView(
        @Nullable NewImages images,
        @Nullable AudioView audio,
        @Nullable ObjectsView objects,
        @Nullable TextView text,
        @Nullable OutputView output) {

    /**
     * The sound that a model of speech takes or gives.
     *
     * @param sampleRate 16000 where none is given
     * @param spectrogram that it takes; samples where none is given
     * @param blank the token that says nothing; the usual ones are looked for where none is given
     * @param separator {@code |} where none is given
     */
    public record AudioView(
            @Nullable Integer sampleRate,
            @Nullable Boolean normalize,
            @Nullable SpectrogramView spectrogram,
            @Nullable String blank,
            @Nullable String separator) {

        private ModelSettings.Audio audio() {
            return new ModelSettings.Audio(
                    sampleRate == null ? ModelSettings.Audio.USUAL.sampleRate() : sampleRate,
                    Boolean.TRUE.equals(normalize),
                    Optional.ofNullable(spectrogram).map(SpectrogramView::spectrogram),
                    Optional.ofNullable(blank),
                    Optional.ofNullable(separator));
        }

        private static AudioView of(ModelSettings.Audio audio) {
            return new AudioView(
                    audio.sampleRate(),
                    audio.normalized(),
                    audio.spectrogram().map(SpectrogramView::of).orElse(null),
                    audio.blank().orElse(null),
                    audio.separator().orElse(null));
        }
    }

    /** Which outputs of a detector hold what. */
    public record ObjectsView(
            @Nullable String boxes,
            @Nullable String scores,
            @Nullable String labels,
            @Nullable String keypoints,
            ModelSettings.@Nullable Order order,
            ModelSettings.@Nullable Space space,
            @Nullable List<Long> categories) {

        private ModelSettings.DetectorOutputs outputs() {
            return new ModelSettings.DetectorOutputs(
                    Optional.ofNullable(boxes),
                    Optional.ofNullable(scores),
                    Optional.ofNullable(labels),
                    Optional.ofNullable(keypoints),
                    Optional.ofNullable(order),
                    Given.required(space, "settings.objects.space"),
                    Given.list(categories, "settings.objects.categories"));
        }

        private static ObjectsView of(ModelSettings.DetectorOutputs objects) {
            return new ObjectsView(
                    objects.boxes().orElse(null),
                    objects.scores().orElse(null),
                    objects.labels().orElse(null),
                    objects.keypoints().orElse(null),
                    objects.order().orElse(null),
                    objects.space(),
                    objects.categories());
        }
    }

    /**
     * @param begin the token that every text begins with
     * @param end the token that ends an answer
     */
    public record TextView(@Nullable String begin, @Nullable String end) {

        private Optional<ModelSettings.Text> text() {
            return ModelSettings.Text.of(Optional.ofNullable(begin), Optional.ofNullable(end));
        }

        private static TextView of(ModelSettings.Text text) {
            return new TextView(text.begin().orElse(null), text.end().orElse(null));
        }
    }

    /** @param index the place of the positive class in the output, from 0 */
    public record OutputView(
            @Nullable String name, @Nullable Integer index) {

        private ModelSettings.Output output() {
            return new ModelSettings.Output(
                    Optional.ofNullable(name), index == null ? OptionalInt.empty() : OptionalInt.of(index));
        }

        private static OutputView of(ModelSettings.Output output) {
            return new OutputView(
                    output.name().orElse(null),
                    output.index().isPresent() ? output.index().getAsInt() : null);
        }
    }

    static ModelSettings settings(@Nullable FeedView said) {
        return said == null
                ? ModelSettings.NONE
                : new ModelSettings(
                        Optional.ofNullable(said.images).map(NewImages::preparation),
                        Optional.ofNullable(said.audio).map(AudioView::audio),
                        Optional.ofNullable(said.objects).map(ObjectsView::outputs),
                        Optional.ofNullable(said.text).flatMap(TextView::text),
                        Optional.ofNullable(said.output).map(OutputView::output));
    }

    static FeedView of(ModelSettings settings) {
        return new FeedView(
                settings.images().map(NewImages::of).orElse(null),
                settings.audio().map(AudioView::of).orElse(null),
                settings.objects().map(ObjectsView::of).orElse(null),
                settings.text().map(TextView::of).orElse(null),
                settings.output().map(OutputView::of).orElse(null));
    }
}
