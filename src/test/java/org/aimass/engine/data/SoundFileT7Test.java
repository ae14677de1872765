package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.aimass.engine.BrokenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T7: sound as it comes, and as nobody should send it. */
class SoundFileT7Test {

    private static String refused(byte[] file) {
        return String.valueOf(
                assertThrows(BrokenFile.class, () -> SoundFile.decode(file)).getMessage());
    }

    private static void holds(byte[] file, int rate, double... samples) throws BrokenFile {
        Sound sound = SoundFile.decode(file);
        assertEquals(rate, sound.rate());
        float[] expected = new float[samples.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) samples[i];
        }
        assertArrayEquals(expected, sound.samples());
        assertEquals((double) samples.length / rate, sound.duration());
    }

    @Test
    void readsEveryWidthOfWav() throws BrokenFile {
        holds(Sounds.wav(16_000, 0, 16_384, -32_768, 1), 16_000, 0, 0.5, -1, 1 / 32_768.0);
        holds(Sounds.wav(1, 1, 8_000, 8, new byte[] {(byte) 128, (byte) 192, 0}), 8_000, 0, 0.5, -1);
        byte[] of24 = {0, 0, 0x40, 0, 0, (byte) 0x80, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        holds(Sounds.wav(1, 1, 44_100, 24, of24), 44_100, 0.5, -1, -1 / 8_388_608.0);
        byte[] of32 = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1 << 30)
                .putInt(Integer.MIN_VALUE)
                .array();
        holds(Sounds.wav(1, 1, 48_000, 32, of32), 48_000, 0.5, -1);
        byte[] floats = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.25f)
                .putFloat(-0.75f)
                .array();
        holds(Sounds.wav(3, 1, 16_000, 32, floats), 16_000, 0.25, -0.75);
        holds(Sounds.wav(0x101, 1, 8_000, 8, new byte[] {(byte) 160}), 8_000, 0.25);
        holds(Sounds.wav(0x103, 1, 16_000, 32, floats), 16_000, 0.25, -0.75);
    }

    /** (64 + 32 - 128) / 3 of 128. */
    @Test
    void makesOneChannelOfMany() throws BrokenFile {
        byte[] three = {(byte) 192, (byte) 160, 0, (byte) 128, (byte) 128, (byte) 131};
        holds(Sounds.wav(1, 3, 8_000, 8, three), 8_000, -32 / 384.0, 3 / 384.0);
    }

    @Test
    void skipsOtherChunks() throws BrokenFile {
        byte[] plain = Sounds.wav(16_000, 7, 8);
        ByteBuffer longer = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(plain, 0, 36).put(new byte[] {'L', 'I', 'S', 'T'}).putInt(3).put(new byte[] {1, 2, 3, 0});
        longer.put(plain, 36, plain.length - 36);
        holds(longer.array(), 16_000, 7 / 32_768.0, 8 / 32_768.0);
        byte[] streamed = plain.clone();
        ByteBuffer.wrap(streamed).putInt(40, -1);
        holds(streamed, 16_000, 7 / 32_768.0, 8 / 32_768.0);
    }

    @Test
    void saysWhatIsWrongWithAWavFile() {
        byte[] good = Sounds.wav(16_000, 7, 8);
        assertEquals("found no sound, expected a WAV or FLAC file", refused(new byte[0]));
        assertEquals(
                "found no sound, expected a WAV or FLAC file",
                refused("OggS".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertEquals(
                "found a WAV file that ends in the middle of its samples, expected all of it",
                refused(Arrays.copyOf(good, good.length - 1)));
        assertEquals(
                "found a WAV file that ends in the middle of its headers, expected all of it",
                refused(Arrays.copyOf(good, 30)));
        assertEquals("found a WAV file without samples, expected a chunk \"data\"", refused(Arrays.copyOf(good, 36)));
        assertEquals(
                "found a WAV file of format 2 with 4 bits a sample, expected PCM of 8, 16, 24 or 32 bits, or floating point of 32",
                refused(Sounds.wav(2, 1, 8_000, 4, new byte[2])));
        assertEquals(
                "found a WAV file of format 1 with 12 bits a sample, expected PCM of 8, 16, 24 or 32 bits, or floating point of 32",
                refused(Sounds.wav(1, 1, 8_000, 12, new byte[2])));
        assertEquals("found 0 channels, expected 1 to 8", refused(Sounds.wav(1, 0, 8_000, 8, new byte[2])));
        assertEquals(
                "found 999 samples a second, expected 1000 to 384000", refused(Sounds.wav(1, 1, 999, 8, new byte[2])));
        assertEquals(
                "found a WAV file that ends in the middle of a sample, expected whole ones",
                refused(Sounds.wav(1, 1, 8_000, 16, new byte[3])));
        byte[] none = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(Float.NaN)
                .array();
        assertEquals("found a sample that is no number, expected numbers", refused(Sounds.wav(3, 1, 8_000, 32, none)));
        byte[] early = good.clone();
        System.arraycopy("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, early, 12, 4);
        assertEquals("found samples before their format, expected a chunk \"fmt \" first", refused(early));
        byte[] narrow = good.clone();
        narrow[16] = 14;
        assertEquals("found a WAV format of 14 bytes, expected at least 16", refused(narrow));
        assertEquals(
                "found more than 16777216 samples, expected a snippet of speech, no longer than that",
                refused(Sounds.wav(1, 1, 8_000, 8, new byte[SoundFile.MOST_SAMPLES + 1])));
    }

    /** One frame after the other: all alike, verbatim, predicted in every fixed order, and by coefficients. */
    @Test
    void readsEveryKindOfFlacFrame() throws BrokenFile {
        int[] wave = {0, 10, 30, 25, -7, -60, -100, 31};
        Sounds.Bits stream = Sounds.stream(16_000, 1, 16, 0);
        int start = Sounds.frame(stream, 3, 0);
        stream.put(0, 1).put(0, 6).put(0, 1).put(-5, 16);
        Sounds.end(stream, start);
        start = Sounds.frame(stream, 2, 0);
        stream.put(0, 1).put(1, 6).put(1, 1).unary(2).put(-1, 13).put(3, 13); // three bits wasted
        Sounds.end(stream, start);
        int[][] fixed = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
        for (int order = 0; order < fixed.length; order++) {
            start = Sounds.frame(stream, wave.length, 0);
            stream.put(0, 1).put(8 + order, 6).put(0, 1);
            predicted(stream, wave, fixed[order], 0, order % 2, order == 3);
            Sounds.end(stream, start);
        }
        start = Sounds.frame(stream, wave.length, 0);
        stream.put(0, 1).put(32 + 1, 6).put(0, 1);
        predicted(stream, wave, new int[] {7, -3}, 2, 0, false);
        Sounds.end(stream, start);
        double[] expected = new double[5 + 6 * wave.length];
        Arrays.fill(expected, 0, 3, -5 / 32_768.0);
        expected[3] = -8 / 32_768.0;
        expected[4] = 24 / 32_768.0;
        for (int i = 5; i < expected.length; i++) {
            expected[i] = wave[(i - 5) % wave.length] / 32_768.0;
        }
        holds(stream.bytes(), 16_000, expected);
    }

    private static void predicted(
            Sounds.Bits stream, int[] wave, int[] coefficients, int shift, int method, boolean escaped) {
        int order = coefficients.length;
        for (int i = 0; i < order; i++) {
            stream.put(wave[i], 16);
        }
        if (shift > 0) {
            stream.put(4 - 1, 4).put(shift, 5);
            for (int coefficient : coefficients) {
                stream.put(coefficient, 4);
            }
        }
        stream.put(method, 2).put(order == 0 ? 1 : 0, 4); // two partitions, or one
        for (int i = order; i < wave.length; i++) {
            if (i == order || (order == 0 && i == wave.length / 2)) {
                stream.put(escaped ? (16 << method) - 1 : 3, 4 + method);
                if (escaped) {
                    stream.put(12, 5);
                }
            }
            long prediction = 0;
            for (int back = 0; back < order; back++) {
                prediction += (long) coefficients[back] * wave[i - 1 - back];
            }
            long residual = wave[i] - (prediction >> shift);
            if (escaped) {
                stream.put(residual, 12);
            } else {
                stream.rice(residual, 3);
            }
        }
    }

    /** Left 100 and -3, right 40 and 8: apart, as left and side, as side and right, as middle and side. */
    @Test
    void joinsChannels() throws BrokenFile {
        int[] left = {100, -3};
        int[] right = {40, 8};
        for (int assignment : new int[] {1, 8, 9, 10}) {
            Sounds.Bits stream = Sounds.stream(8_000, 2, 8, 2);
            int start = Sounds.frame(stream, 2, assignment);
            for (int channel = 0; channel < 2; channel++) {
                boolean side = assignment == 9 ? channel == 0 : assignment > 1 && channel == 1;
                stream.put(0, 1).put(1, 6).put(0, 1);
                for (int i = 0; i < 2; i++) {
                    int plain = channel == 0 ? left[i] : right[i];
                    int middle = assignment == 10 ? (left[i] + right[i]) >> 1 : plain;
                    stream.put(side ? left[i] - right[i] : middle, side ? 9 : 8);
                }
            }
            Sounds.end(stream, start);
            holds(stream.bytes(), 8_000, 140 / 256.0, 5 / 256.0);
        }
    }

    @Test
    void checksFlacAgainstItself() throws NoSuchAlgorithmException, BrokenFile {
        byte[] good = Sounds.flac(16_000, 5, -6, 7);
        holds(good, 16_000, 5 / 32_768.0, -6 / 32_768.0, 7 / 32_768.0);
        byte[] digested = good.clone();
        byte[] digest = MessageDigest.getInstance("MD5").digest(new byte[] {5, 0, -6, -1, 7, 0});
        System.arraycopy(digest, 0, digested, 26, 16);
        holds(digested, 16_000, 5 / 32_768.0, -6 / 32_768.0, 7 / 32_768.0);
        digested[26] ^= 1;
        assertEquals(
                "found a FLAC file whose sound, by its own digest, is damaged, expected one that can be decoded",
                refused(digested));
        byte[] longer = good.clone();
        longer[25] = 9;
        assertEquals("found a FLAC file of 3 samples, expected 9, as it says itself", refused(longer));
        byte[] flipped = good.clone();
        flipped[flipped.length - 4] ^= 1;
        assertEquals("found a FLAC file whose frame is damaged, expected one that can be decoded", refused(flipped));
        assertEquals(
                "found a FLAC file that ends in the middle, expected all of it",
                refused(Arrays.copyOf(good, good.length - 1)));
        byte[] flood = good.clone();
        flood[21] |= 15; // 2^36 samples, as it says
        assertEquals(
                "found more than 16777216 samples, expected a snippet of speech, no longer than that", refused(flood));
    }

    /** A frame of 65,536 samples that are all alike takes 16 bytes: room is counted, not believed. */
    @Test
    void aFloodOfSamplesIsStopped() {
        Sounds.Bits frame = new Sounds.Bits();
        int start = Sounds.frame(frame, 65_536, 0);
        frame.put(0, 1).put(0, 6).put(0, 1).put(-5, 16);
        Sounds.end(frame, start);
        byte[] one = frame.bytes();
        byte[] head = Sounds.stream(16_000, 1, 16, 0).bytes();
        byte[] file = Arrays.copyOf(head, head.length + 300 * one.length);
        for (int i = 0; i < 300; i++) {
            System.arraycopy(one, 0, file, head.length + i * one.length, one.length);
        }
        assertEquals(
                "found more than 16777216 samples, expected a snippet of speech, no longer than that", refused(file));
    }

    /** Cut off and damaged at random: sound or one line, nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"wav", "flac"})
    void survivesDamage(String kind) {
        int[] samples = new Random(3).ints(60, -3_000, 3_000).toArray();
        byte[] good = kind.equals("wav") ? Sounds.wav(16_000, samples) : Sounds.flac(16_000, samples);
        Random random = new Random(20260101);
        int decoded = 0;
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("aimass.mutants", 2_000); i++) {
            byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int j = random.nextInt(4); j > 0 && bad.length > 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertTrue(SoundFile.decode(bad).samples().length <= SoundFile.MOST_SAMPLES);
                decoded++;
            } catch (BrokenFile e) {
                String said = String.valueOf(e.getMessage());
                assertTrue(said.length() < 300 && !said.contains("\n"), said);
                refused++;
            }
        }
        assertTrue(decoded > 0 && refused > 0, decoded + " decoded, " + refused + " refused");
    }
}
