package org.aimass.registry.entity;

import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.registry.entity.ImagePreparation.Channels;
import org.aimass.registry.entity.ImagePreparation.Layout;

/**
 * What the shape of a model's input says about the images that it takes.
 *
 * @param input of four dimensions: rows, then channels, height and width in the layout's order
 */
public record ImageShape(ModelSignature.Tensor input) {

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int LAST = 3;

    /** Channels lie behind only where that place alone can hold them. */
    public Layout layout() {
        return isOfChannels(LAST) && !isOfChannels(FIRST) ? Layout.NHWC : Layout.NCHW;
    }

    /** Grey where the input has one channel. */
    public Channels channels() {
        OptionalInt channels = dimension(layout() == Layout.NCHW ? FIRST : LAST);
        return channels.isPresent() && channels.getAsInt() == 1 ? Channels.GRAY : Channels.RGB;
    }

    /** The size that the input takes; empty where it leaves that open. */
    public Optional<ImagePreparation.Size> size() {
        return size(layout());
    }

    private Optional<ImagePreparation.Size> size(Layout layout) {
        OptionalInt height = dimension(layout == Layout.NCHW ? SECOND : FIRST);
        OptionalInt width = dimension(layout == Layout.NCHW ? LAST : SECOND);
        return height.isPresent() && width.isPresent()
                ? Optional.of(new ImagePreparation.Size(width.getAsInt(), height.getAsInt()))
                : Optional.empty();
    }

    /** Whether images that are prepared so have the shape that the input takes. */
    public boolean takes(ImagePreparation images) {
        OptionalInt channels = dimension(images.layout() == Layout.NCHW ? FIRST : LAST);
        Optional<ImagePreparation.Size> size = size(images.layout());
        return (channels.isEmpty() || channels.getAsInt() == images.channels().count())
                && (size.isEmpty()
                        ? images.size().isPresent()
                        : images.size().orElse(size.get()).equals(size.get()));
    }

    private boolean isOfChannels(int place) {
        OptionalInt dimension = dimension(place);
        return dimension.isPresent() && (dimension.getAsInt() == 1 || dimension.getAsInt() == 3);
    }

    private OptionalInt dimension(int place) {
        String text = input.shape().get(place);
        return text.matches("[1-9][0-9]{0,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
