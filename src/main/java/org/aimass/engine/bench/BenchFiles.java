package org.aimass.engine.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Made-up images, recordings and texts: the same ones each time. */
final class BenchFiles {

    static final int RATE = 16_000;

    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";
    private static final String VOWELS = "aeiou";
    private static final int HEADER = 44;

    private BenchFiles() {}

    static String image(int number) {
        return number + ".png";
    }

    static String recording(int number) {
        return number + ".wav";
    }

    /** Colours that pass into each other, with some noise on them, as a photograph has. */
    static void images(Path folder, int count, int side) throws IOException {
        Random random = new Random(count);
        for (int number = 0; number < count; number++) {
            BufferedImage pixels = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            int[] slopes = random.ints(3, 1, 4).toArray();
            for (int i = 0; i < side * side; i++) {
                int color = 0;
                for (int channel = 0; channel < 3; channel++) {
                    int value = slopes[channel] * (channel == 0 ? i % side : i / side) + random.nextInt(24);
                    color = color << 8 | Math.min(255, value);
                }
                pixels.setRGB(i % side, i / side, color);
            }
            ImageIO.write(pixels, "png", folder.resolve(image(number)).toFile());
        }
    }

    /** Tones with noise, 16 bits on one channel. */
    static void recordings(Path folder, int count, int seconds) throws IOException {
        Random random = new Random(count);
        for (int number = 0; number < count; number++) {
            int samples = seconds * RATE;
            ByteBuffer file = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
            file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + 2 * samples);
            file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
            file.putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(RATE)
                    .putInt(2 * RATE)
                    .putShort((short) 2)
                    .putShort((short) 16);
            file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
            double turn = 2 * Math.PI * (100 + random.nextInt(200)) / RATE;
            for (int i = 0; i < samples; i++) {
                file.putShort((short) (8_000 * Math.sin(turn * i) + random.nextInt(2_000)));
            }
            Files.write(folder.resolve(recording(number)), file.array());
        }
    }

    /** Words of three syllables each. */
    static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int syllable = 0; syllable < 3 * count; syllable++) {
            words.append(syllable % 3 == 0 && syllable > 0 ? " " : "")
                    .append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return words.toString();
    }

    /** How many tokens the {@link #tokenizer} makes of words: the blanks and the syllables. */
    static int tokens(int words) {
        return 4 * words - 1;
    }

    /** The tokens of speech models, one on each line: the blank, the space between words, the letters. */
    static String alphabet(String blank, String space) {
        return blank + "\n" + space + "\n"
                + IntStream.rangeClosed('a', 'z').mapToObj(Character::toString).collect(Collectors.joining("\n"))
                + "\n";
    }

    /** A tokenizer that knows letters and syllables. */
    static String tokenizer() {
        StringBuilder vocabulary = new StringBuilder("\"\u0120\":0,\"<s>\":1");
        int id = 2;
        for (char letter = 'a'; letter <= 'z'; letter++) {
            vocabulary.append(",\"%c\":%d".formatted(letter, id++));
        }
        StringBuilder merges = new StringBuilder();
        for (int i = 0; i < CONSONANTS.length() * VOWELS.length(); i++) {
            char consonant = CONSONANTS.charAt(i / VOWELS.length());
            char vowel = VOWELS.charAt(i % VOWELS.length());
            vocabulary.append(",\"%c%c\":%d".formatted(consonant, vowel, id++));
            merges.append(merges.isEmpty() ? "" : ",").append("\"%c %c\"".formatted(consonant, vowel));
        }
        return """
                {"added_tokens":[{"id":1,"content":"<s>"}],"normalizer":null,
                 "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},
                 "model":{"type":"BPE","vocab":{%s},"merges":[%s]}}
                """.formatted(vocabulary, merges);
    }
}
