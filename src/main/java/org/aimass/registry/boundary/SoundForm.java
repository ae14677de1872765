package org.aimass.registry.boundary;

import java.util.Optional;
import org.aimass.registry.entity.ModelSettings.Audio;

/** The sound that a model takes or gives, as it was typed. */
public class SoundForm {

    private String rate = String.valueOf(Audio.USUAL.sampleRate());
    private boolean normalized;
    private final SpectrogramForm spectrogram = new SpectrogramForm();
    private String blank = "";
    private String separator = "";

    void take(Audio audio) {
        rate = String.valueOf(audio.sampleRate());
        normalized = audio.normalized();
        audio.spectrogram().ifPresent(spectrogram::take);
        blank = audio.blank().orElse("");
        separator = audio.separator().orElse("");
    }

    /**
     * @param listens whether the model listens, and is not only heard
     * @param hears whether it writes down what it hears
     */
    Audio audio(boolean listens, boolean hears) {
        return new Audio(
                Typed.whole(rate),
                listens && normalized,
                listens ? spectrogram.spectrogram() : Optional.empty(),
                hears ? Typed.optional(blank) : Optional.empty(),
                hears ? Typed.optional(separator) : Optional.empty());
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    public boolean isNormalized() {
        return normalized;
    }

    public void setNormalized(boolean normalized) {
        this.normalized = normalized;
    }

    public SpectrogramForm getSpectrogram() {
        return spectrogram;
    }

    public String getBlank() {
        return blank;
    }

    public void setBlank(String blank) {
        this.blank = blank;
    }

    public String getSeparator() {
        return separator;
    }

    public void setSeparator(String separator) {
        this.separator = separator;
    }
}
