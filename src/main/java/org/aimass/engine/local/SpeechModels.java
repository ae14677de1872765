package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.Deadline;
import org.aimass.engine.inference.Synthesizer;
import org.aimass.engine.inference.Transcriber;
import org.aimass.engine.inference.VoiceEncoder;
import org.aimass.shared.Sha256Digest;

/** The models that an audit of speech synthesis asks, opened once for all threads. */
final class SpeechModels implements AutoCloseable {

    private final List<Runnable> closing = new ArrayList<>();
    private final Optional<Synthesizer> mouth;
    private final Optional<Transcriber> ear;
    private final Optional<VoiceEncoder> voices;

    /** @throws org.aimass.engine.BadInput if one is refused */
    SpeechModels(AuditJob job, Deadline deadline) {
        try {
            mouth = job.model().map(it -> Synthesizer.open(it, deadline));
            mouth.ifPresent(it -> closing.add(it::close));
            ear = job.instruments().ear().map(it -> Transcriber.open(it, deadline));
            ear.ifPresent(it -> closing.add(it::close));
            voices = job.instruments().voices().map(it -> VoiceEncoder.open(it, deadline));
            voices.ifPresent(it -> closing.add(it::close));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The audited one, which speaks; empty where speech was recorded beforehand. */
    Optional<Synthesizer> mouth() {
        return mouth;
    }

    /** Hears what is understood. */
    Optional<Transcriber> ear() {
        return ear;
    }

    /** Turns voices into numbers. */
    Optional<VoiceEncoder> voices() {
        return voices;
    }

    /** Whether any is there. */
    boolean any() {
        return !closing.isEmpty();
    }

    /** The digest of what measures: of the one that hears words before the one that knows voices. */
    Optional<Sha256Digest> measuring() {
        return ear.map(Transcriber::digest).or(() -> voices.map(VoiceEncoder::digest));
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
