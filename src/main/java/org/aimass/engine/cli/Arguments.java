package org.aimass.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** A command's words: one file or folder, and options. */
final class Arguments {

    private final String usage;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    /**
     * @param flags options without a value
     * @param valued options followed by a value
     * @throws BadInput if there is an option that is neither, or twice, or without its value
     */
    Arguments(String usage, List<String> all, Set<String> flags, Set<String> valued) {
        this.usage = usage;
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            boolean hasValue = valued.contains(word);
            if (!hasValue && !flags.contains(word)) {
                throw wrong("unknown option " + OneLine.quoted(word));
            }
            if (hasValue && i + 1 == all.size()) {
                throw wrong("no value after " + word);
            }
            if (options.put(word, hasValue ? all.get(++i) : "") != null) {
                throw wrong(word + " is given twice");
            }
        }
    }

    /** The only word that is no option. */
    Path path(String what) {
        if (words.size() != 1) {
            throw wrong("expected one " + what + ", found " + words.size());
        }
        return toPath(words.get(0));
    }

    void demandNoWords() {
        if (!words.isEmpty()) {
            throw wrong("found " + OneLine.quoted(words.get(0)));
        }
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Path pathOf(String option) {
        return toPath(value(option).orElseThrow(() -> wrong(option + " is missing")));
    }

    /** A whole number from 1 to the greatest. */
    Optional<Integer> number(String option, int greatest) {
        return value(option).map(text -> {
            boolean whole = text.matches("[0-9]{1,9}");
            int number = whole ? Integer.parseInt(text) : 0;
            if (number < 1 || number > greatest) {
                throw wrong("%s: found %s, expected a whole number from 1 to %d"
                        .formatted(option, OneLine.quoted(text), greatest));
            }
            return number;
        });
    }

    private Path toPath(String text) {
        try {
            return Path.of(text);
        } catch (java.nio.file.InvalidPathException e) {
            throw wrong("not a path: " + OneLine.quoted(text));
        }
    }

    private BadInput wrong(String what) {
        return new BadInput(what + "; usage: " + usage);
    }
}
