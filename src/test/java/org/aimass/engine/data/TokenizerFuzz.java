package org.aimass.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.BadInput;

/** The reader of tokenizers: one that cuts any text into tokens that it knows, or one line. */
public final class TokenizerFuzz {

    private static final Path FILE = file();

    private TokenizerFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("tokenizer", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of("""
                {"version":"1.0","added_tokens":[{"id":4,"content":"<s>","special":true}],"normalizer":null,
                 "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"use_regex":true},
                 "model":{"type":"BPE","vocab":{"a":0,"b":1,"\u0120":2,"\u0120b":3,"ab":5,"aba":6},
                 "merges":["\u0120 b",["a","b"],"ab a"]}}
                """.getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            Tokenizer tokenizer = Tokenizer.read(FILE);
            for (String text : List.of("", "aba b", new String(bytes, StandardCharsets.UTF_8))) {
                int[] tokens = tokenizer.encode(text);
                if (Arrays.stream(tokens).anyMatch(token -> token < 0 || token >= tokenizer.size())) {
                    throw new AssertionError(Arrays.toString(tokens));
                }
            }
        } catch (BadInput e) {
            String message = String.valueOf(e.getMessage());
            if (message.isEmpty() || message.lines().count() != 1) {
                throw new AssertionError("not one line: " + message, e);
            }
        } catch (IllegalArgumentException e) {
            // there is no token for a byte of the text
        }
    }
}
