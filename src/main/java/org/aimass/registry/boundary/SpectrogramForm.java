package org.aimass.registry.boundary;

import java.util.Optional;
import org.aimass.registry.entity.Spectrogram;

/** The spectrogram that a model takes in place of samples, as it was typed. */
public class SpectrogramForm {

    private boolean taken;
    private String mels = String.valueOf(Spectrogram.USUAL.mels());
    private String window = ImageForm.plain(Spectrogram.USUAL.window());
    private String hop = ImageForm.plain(Spectrogram.USUAL.hop());
    private String preemphasis = ImageForm.plain(Spectrogram.USUAL.preemphasis());

    void take(Spectrogram spectrogram) {
        taken = true;
        mels = String.valueOf(spectrogram.mels());
        window = ImageForm.plain(spectrogram.window());
        hop = ImageForm.plain(spectrogram.hop());
        preemphasis = ImageForm.plain(spectrogram.preemphasis());
    }

    /** Empty where the model takes the samples themselves. */
    Optional<Spectrogram> spectrogram() {
        return taken
                ? Optional.of(new Spectrogram(
                        Typed.whole(mels), Typed.number(window), Typed.number(hop), Typed.number(preemphasis)))
                : Optional.empty();
    }

    public boolean isTaken() {
        return taken;
    }

    public void setTaken(boolean taken) {
        this.taken = taken;
    }

    public String getMels() {
        return mels;
    }

    public void setMels(String mels) {
        this.mels = mels;
    }

    public String getWindow() {
        return window;
    }

    public void setWindow(String window) {
        this.window = window;
    }

    public String getHop() {
        return hop;
    }

    public void setHop(String hop) {
        this.hop = hop;
    }

    public String getPreemphasis() {
        return preemphasis;
    }

    public void setPreemphasis(String preemphasis) {
        this.preemphasis = preemphasis;
    }
}
