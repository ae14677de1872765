package org.aimass.engine.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.aimass.engine.BrokenFile;

/**
 * Decodes RIFF WAVE files of uncompressed samples: whole numbers of 8, 16, 24 or 32 bits and floating-point ones of 32, plain or in an
 * extensible format.
 */
final class WavFile {

    private static final int HEADER = 12;
    private static final int CHUNK = 8;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int PLAIN_FORMAT = 16;
    private static final int EXTENSIBLE_FORMAT = 40;
    private static final int SUBFORMAT = 24;
    private static final int OPEN_END = -1;

    /** What the rest of a subformat's identifier is. */
    private static final byte[] SUBFORMAT_TAIL = {
        0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    /** @param code PCM or FLOAT */
    private record Format(int code, int channels, int rate, int bits) {

        int bytesOfFrame() {
            return channels * bits / Byte.SIZE;
        }
    }

    private final ByteBuffer file;
    private Optional<Format> format = Optional.empty();

    private WavFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isWav(byte[] file) {
        return file.length >= HEADER
                && word(file, 0).equals("RIFF")
                && word(file, 8).equals("WAVE");
    }

    private static String word(byte[] file, int from) {
        return new String(file, from, 4, StandardCharsets.ISO_8859_1);
    }

    static Sound decode(byte[] bytes) throws BrokenFile {
        return new WavFile(bytes).sound();
    }

    private Sound sound() throws BrokenFile {
        for (int at = HEADER; at + CHUNK <= file.limit(); ) {
            String name = word(file.array(), at);
            int said = file.getInt(at + 4);
            int from = at + CHUNK;
            int left = file.limit() - from;
            boolean data = name.equals("data");
            long length = Integer.toUnsignedLong(said);
            if (data && said == OPEN_END) {
                length = left;
            }
            if (length > left) {
                throw new BrokenFile(
                        "a WAV file that ends in the middle of its " + (data ? "samples" : "headers"), "all of it");
            }
            if (data) {
                return sound(from, (int) length);
            }
            if (name.equals("fmt ")) {
                format = Optional.of(format(from, (int) length));
            }
            at = (int) Math.min(from + length + (length & 1), file.limit());
        }
        throw new BrokenFile("a WAV file without samples", "a chunk \"data\"");
    }

    private Format format(int from, int length) throws BrokenFile {
        if (length < PLAIN_FORMAT) {
            throw new BrokenFile("a WAV format of " + length + " bytes", "at least " + PLAIN_FORMAT);
        }
        int code = file.getShort(from) & 0xFFFF;
        long channels = file.getShort(from + 2) & 0xFFFF;
        long rate = Integer.toUnsignedLong(file.getInt(from + 4));
        int bits = file.getShort(from + 14) & 0xFFFF;
        if (code == EXTENSIBLE && length >= EXTENSIBLE_FORMAT) {
            byte[] tail = Arrays.copyOfRange(file.array(), from + SUBFORMAT + 2, from + SUBFORMAT + 16);
            code = Arrays.equals(tail, SUBFORMAT_TAIL) ? file.getShort(from + SUBFORMAT) & 0xFFFF : EXTENSIBLE;
        }
        boolean whole = code == PCM && bits % Byte.SIZE == 0 && bits >= Byte.SIZE && bits <= Integer.SIZE;
        if (!whole && !(code == FLOAT && bits == Float.SIZE)) {
            throw new BrokenFile(
                    "a WAV file of format " + code + " with " + bits + " bits a sample",
                    "PCM of 8, 16, 24 or 32 bits, or floating point of 32");
        }
        SoundFile.demandFormat(rate, channels);
        return new Format(code, (int) channels, (int) rate, bits);
    }

    private Sound sound(int from, int length) throws BrokenFile {
        Format known =
                format.orElseThrow(() -> new BrokenFile("samples before their format", "a chunk \"fmt \" first"));
        int frames = length / known.bytesOfFrame();
        SoundFile.demandRoom((long) frames * known.channels);
        if (length % known.bytesOfFrame() != 0) {
            throw new BrokenFile("a WAV file that ends in the middle of a sample", "whole ones");
        }
        float[] samples = new float[frames];
        int at = from;
        for (int frame = 0; frame < frames; frame++) {
            double sum = 0;
            for (int channel = 0; channel < known.channels; channel++) {
                sum += sample(at, known);
                at += known.bits / Byte.SIZE;
            }
            samples[frame] = (float) (sum / known.channels);
            if (!Float.isFinite(samples[frame])) {
                throw new BrokenFile("a sample that is no number", "numbers");
            }
        }
        return new Sound(known.rate, samples);
    }

    private double sample(int at, Format known) {
        if (known.code == FLOAT) {
            return file.getFloat(at);
        }
        return switch (known.bits) {
            case 8 -> ((file.get(at) & 0xFF) - 128) / 128.0;
            case 16 -> file.getShort(at) / 32_768.0;
            case 24 -> ((file.get(at + 2) << 16) | (file.getShort(at) & 0xFFFF)) / 8_388_608.0;
            default -> file.getInt(at) / 2_147_483_648.0;
        };
    }
}
