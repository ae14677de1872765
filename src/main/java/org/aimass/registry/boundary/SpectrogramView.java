package org.aimass.registry.boundary;

import java.util.Optional;
import org.aimass.registry.entity.Spectrogram;
import org.jspecify.annotations.Nullable;

/**
 * The spectrogram that a model takes, as a program says it and is told.
 *
 * @param mels 80 where none is given
 * @param window 25 where none is given
 * @param hop 10 where none is given
 * @param preemphasis 0.97 where none is given
 */
public record SpectrogramView(
        @Nullable Integer mels,
        @Nullable Double window,
        @Nullable Double hop,
        @Nullable Double preemphasis) {

    Spectrogram spectrogram() {
        return new Spectrogram(
                Optional.ofNullable(mels).orElse(Spectrogram.USUAL.mels()),
                Optional.ofNullable(window).orElse(Spectrogram.USUAL.window()),
                Optional.ofNullable(hop).orElse(Spectrogram.USUAL.hop()),
                Optional.ofNullable(preemphasis).orElse(Spectrogram.USUAL.preemphasis()));
    }

    static SpectrogramView of(Spectrogram spectrogram) {
        return new SpectrogramView(
                spectrogram.mels(), spectrogram.window(), spectrogram.hop(), spectrogram.preemphasis());
    }
}
