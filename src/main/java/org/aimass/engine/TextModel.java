package org.aimass.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How text is fed to a language model.
 *
 * @param tokenizer the file that cuts it into tokens
 * @param begin the token that every text begins with; empty where the first token's own chance is left out
 * @param end the token that ends an answer; empty where none does
 */
public record TextModel(Path tokenizer, Optional<String> begin, Optional<String> end) {}
