package org.aimass.registry.entity;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the shape of a model's input says about the sound that it takes.
 *
 * @param input of any dimensions
 */
record SoundShape(ModelSignature.Tensor input) {

    private static final int SAMPLES = 2;
    private static final int CHANNELS_OR_BANDS = 3;

    /** Whether sound fits: samples as [N, samples] or with one channel between, a spectrogram as [N, mels, frames] or [N, frames, mels]. */
    boolean takes(Optional<Spectrogram> spectrogram) {
        int dimensions = input.shape().size();
        if (!input.type().equals("float")
                || (dimensions != SAMPLES && dimensions != CHANNELS_OR_BANDS)
                || !leaves(0, 1)) {
            return false;
        }
        if (spectrogram.isEmpty()) {
            return dimensions == SAMPLES || leaves(1, 1);
        }
        return dimensions == CHANNELS_OR_BANDS && takesMels(spectrogram.get().mels());
    }

    /** As the engine fills it: frames come first only where the last dimension alone is that of the bands. */
    private boolean takesMels(int mels) {
        return leaves(1, mels) || (dimension(1).isEmpty() && leaves(2, mels));
    }

    /** Whether a dimension is of this size, or open. */
    private boolean leaves(int place, int size) {
        OptionalInt dimension = dimension(place);
        return dimension.isEmpty() || dimension.getAsInt() == size;
    }

    private OptionalInt dimension(int place) {
        String text = input.shape().get(place);
        return text.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
