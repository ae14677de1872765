package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.aimass.engine.BrokenFile;

/**
 * Decodes FLAC (RFC 9639) of up to 8 channels and 4 to 24 bits a sample. Every frame's checksum is checked, and the digest of all
 * samples where the file brings one.
 */
final class FlacFile {

    private static final String MARK = "fLaC";
    private static final int STREAM_INFO = 34;
    private static final int LONGEST_BLOCK = 1 << 16;
    private static final int DIGEST = 16;
    private static final int MOST_BITS = 24;
    private static final int FEWEST_BITS = 4;

    private final byte[] file;
    private final BitReader in;
    private int rate;
    private int channels;
    private int bits;
    private long frames;
    private byte[] digest = {};

    private FlacFile(byte[] file) {
        this.file = file;
        in = new BitReader(file);
    }

    static boolean isFlac(byte[] file) {
        return file.length >= MARK.length()
                && new String(file, 0, MARK.length(), StandardCharsets.ISO_8859_1).equals(MARK);
    }

    static Sound decode(byte[] file) throws BrokenFile {
        FlacFile flac = new FlacFile(file);
        flac.metadata();
        return flac.sound();
    }

    static BrokenFile damaged(String where) {
        return new BrokenFile("a FLAC file whose " + where + " is damaged", "one that can be decoded");
    }

    private void metadata() throws BrokenFile {
        in.skipBytes(MARK.length());
        boolean first = true;
        boolean last;
        do {
            last = in.bits(1) == 1;
            long type = in.bits(7);
            int length = (int) in.bits(24);
            if (first != (type == 0) || (first && length != STREAM_INFO)) {
                throw damaged("description of the stream");
            }
            if (first) {
                streamInfo();
                first = false;
            } else {
                in.skipBytes(length);
            }
        } while (!last);
    }

    private void streamInfo() throws BrokenFile {
        in.skipBytes(10); // sizes of blocks and frames, which are counted instead
        long saidRate = in.bits(20);
        channels = (int) in.bits(3) + 1;
        bits = (int) in.bits(5) + 1;
        frames = (in.bits(4) << 32) | in.bits(32);
        digest = Arrays.copyOfRange(file, in.place(), in.place() + DIGEST);
        in.skipBytes(DIGEST);
        SoundFile.demandFormat(saidRate, channels);
        rate = (int) saidRate;
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new BrokenFile("a FLAC file of " + bits + " bits a sample", FEWEST_BITS + " to " + MOST_BITS);
        }
        SoundFile.demandRoom(frames * channels);
    }

    /** Room grows with what was decoded: what the file says of its length is only compared at the end. */
    private Sound sound() throws BrokenFile {
        FlacFrame frame = new FlacFrame(file, in, channels, bits);
        MessageDigest md5 = md5();
        float[] samples = new float[LONGEST_BLOCK];
        int size = 0;
        double full = channels * Math.scalb(1.0, bits - 1);
        while (!in.atEnd()) {
            int block = frame.decode();
            SoundFile.demandRoom(((long) size + block) * channels);
            if (size + block > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, size + block));
            }
            for (int i = 0; i < block; i++) {
                long sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += frame.sample(channel, i);
                }
                samples[size++] = (float) (sum / full);
            }
            frame.digest(md5, block);
        }
        if (frames != 0 && frames != size) {
            throw new BrokenFile("a FLAC file of " + size + " samples", frames + ", as it says itself");
        }
        if (!Arrays.equals(digest, new byte[DIGEST]) && !Arrays.equals(digest, md5.digest())) {
            throw damaged("sound, by its own digest,");
        }
        return new Sound(rate, Arrays.copyOf(samples, size));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
