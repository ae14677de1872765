package org.aimass.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.aimass.engine.data.FileBytes;

/**
 * Tokens that files beside a model are to have, as {@code inspect --tokens} is told: {@code {"blank": "<pad>", "begin": "<s>", "end": "</s>"}}.
 *
 * @param blank the token of a vocabulary that says nothing; empty to look for the usual ones
 * @param begin the token of a tokenizer that every text begins with
 * @param end the token of a tokenizer that ends an answer
 */
public record SpecialTokens(Optional<String> blank, Optional<String> begin, Optional<String> end) {

    public static final SpecialTokens NONE = new SpecialTokens(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LARGEST = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws BadInput if the file is no such object */
    public static SpecialTokens read(Path file) {
        String name = FileBytes.name(file);
        try (FileBytes in = FileBytes.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadInput(name + ": larger than " + (LARGEST >> 10) + " KiB; expected a few tokens");
            }
            JobObject tokens = JobObject.root(name, JSON.readTree(bytes));
            SpecialTokens read = new SpecialTokens(tokens.text("blank"), tokens.text("begin"), tokens.text("end"));
            tokens.demandNothingElse();
            return read;
        } catch (JsonProcessingException e) {
            throw new BadInput(name + ": not JSON as expected (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }
}
