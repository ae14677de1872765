package org.aimass.registry.boundary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.api.Given;
import org.aimass.registry.entity.ImagePreparation;
import org.jspecify.annotations.Nullable;

/**
 * How a program wants images to be prepared, or is told that they are; all of it may be left out.
 *
 * @param shorterSide wins over {@code resize}
 * @param scale 1 where none is given
 */
public record NewImages(
        ImagePreparation.@Nullable Channels channels,
        ImagePreparation.@Nullable Layout layout,
        @Nullable Integer shorterSide,
        @Nullable NewSize resize,
        @Nullable NewSize crop,
        @Nullable Double scale,
        @Nullable List<Double> means,
        @Nullable List<Double> deviations) {

    /** In pixels; one that is left out is 0, which no image has. */
    public record NewSize(int width, int height) {

        private static NewSize of(ImagePreparation.Size size) {
            return new NewSize(size.width(), size.height());
        }

        ImagePreparation.Size size() {
            return new ImagePreparation.Size(width, height);
        }
    }

    static NewImages of(ImagePreparation images) {
        return new NewImages(
                images.channels(),
                images.layout(),
                images.shorterSide().isPresent() ? images.shorterSide().getAsInt() : null,
                images.resize().map(NewSize::of).orElse(null),
                images.crop().map(NewSize::of).orElse(null),
                images.scale(),
                images.means(),
                images.deviations());
    }

    public ImagePreparation preparation() {
        return new ImagePreparation(
                channels == null ? ImagePreparation.Channels.RGB : channels,
                layout == null ? ImagePreparation.Layout.NCHW : layout,
                shorterSide == null ? OptionalInt.empty() : OptionalInt.of(shorterSide),
                shorterSide == null ? Optional.ofNullable(resize).map(NewSize::size) : Optional.empty(),
                Optional.ofNullable(crop).map(NewSize::size),
                scale == null ? 1 : scale,
                Given.list(means, "images.means"),
                Given.list(deviations, "images.deviations"));
    }
}
