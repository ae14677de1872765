package org.aimass.engine.data;

import java.util.concurrent.Semaphore;
import org.aimass.engine.BrokenFile;

/**
 * Decodes WAV and FLAC, behind limits: the kind by the first bytes, room for no more samples than the bytes can hold. Several channels
 * are made one, their mean.
 */
public final class SoundFile {

    /** The most samples of a file over all its channels: 17 minutes of one channel at 16 kHz. */
    public static final int MOST_SAMPLES = 1 << 24;

    static final int MOST_CHANNELS = 8;
    static final int LOWEST_RATE = 1_000;
    static final int HIGHEST_RATE = 384_000;

    /** Threads share the memory that decoding takes. */
    private static final Semaphore DECODING = new Semaphore(2, true);

    private SoundFile() {}

    /**
     * The sound of a file.
     *
     * @param file all its bytes
     * @throws BrokenFile if it is none that is read, too long or damaged
     */
    public static Sound decode(byte[] file) throws BrokenFile {
        DECODING.acquireUninterruptibly();
        try {
            if (WavFile.isWav(file)) {
                return WavFile.decode(file);
            }
            if (FlacFile.isFlac(file)) {
                return FlacFile.decode(file);
            }
            throw new BrokenFile("no sound", "a WAV or FLAC file");
        } finally {
            DECODING.release();
        }
    }

    /** Whether a file begins as one that is read. */
    public static boolean isSound(byte[] file) {
        return WavFile.isWav(file) || FlacFile.isFlac(file);
    }

    /** @throws BrokenFile if no honest file has it so */
    static void demandFormat(long rate, long channels) throws BrokenFile {
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new BrokenFile(rate + " samples a second", LOWEST_RATE + " to " + HIGHEST_RATE);
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new BrokenFile(channels + " channels", "1 to " + MOST_CHANNELS);
        }
    }

    /** @throws BrokenFile if there are too many */
    static void demandRoom(long samples) throws BrokenFile {
        if (samples > MOST_SAMPLES) {
            throw new BrokenFile("more than " + MOST_SAMPLES + " samples", "a snippet of speech, no longer than that");
        }
    }
}
