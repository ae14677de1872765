package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/**
 * The names of an archive's files, numbered in the order in which they were added. Refuses a name that could lead out of a
 * folder or that another system could read as another name, and two names that differ only in case or Unicode normal form.
 */
final class EntryNames {

    static final int MOST = 200_000;
    static final int LONGEST = 1_024;
    private static final int MOST_BYTES = 32 << 20;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;

    private final String archive;
    private final Dictionary exact = new Dictionary(MOST, MOST_BYTES);
    private final Dictionary folded = new Dictionary(MOST, MOST_BYTES);
    private int entries;

    /**
     * @param archive its name, as messages give it
     */
    EntryNames(String archive) {
        this.archive = archive;
    }

    int count() {
        return exact.size();
    }

    String name(int file) {
        return exact.value(file);
    }

    OptionalInt find(String name) {
        String wanted = withoutHere(name);
        Optional<Integer> twin = numberOfTwin(wanted);
        return twin.isPresent() && exact.value(twin.get()).equals(wanted)
                ? OptionalInt.of(twin.get())
                : OptionalInt.empty();
    }

    /** The name of the file that differs from the given name only in case or Unicode normal form, or not at all. */
    Optional<String> twin(String name) {
        return numberOfTwin(withoutHere(name)).map(exact::value);
    }

    private Optional<Integer> numberOfTwin(String name) {
        byte[] fold = fold(name);
        return Optional.of(folded.find(fold, 0, fold.length)).filter(code -> code >= 0);
    }

    /**
     * Takes the name of a file.
     *
     * @param name in UTF-8
     * @throws BadInput if there are too many, or the name is one that is refused
     */
    void addFile(byte[] name) {
        String text = check(name);
        byte[] fold = fold(text);
        int before = folded.size();
        int code = folded.code(fold, 0, fold.length);
        if (code == Dictionary.FULL) {
            throw tooMany();
        }
        if (code < before) {
            throw refused(
                    text,
                    "the same name as " + OneLine.quoted(exact.value(code)),
                    "names that differ in more than case and Unicode form");
        }
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (exact.code(plain, 0, plain.length) == Dictionary.FULL) {
            throw tooMany();
        }
    }

    /**
     * Looks at the name of a folder, which is not kept.
     *
     * @param name in UTF-8, with or without a slash at its end
     */
    void addFolder(byte[] name) {
        int length = name.length > 0 && name[name.length - 1] == '/' ? name.length - 1 : name.length;
        boolean isRoot = length == 1 && name[0] == '.';
        if (isRoot) {
            countEntry();
        } else {
            check(Arrays.copyOf(name, length));
        }
    }

    private void countEntry() {
        if (++entries > MOST) {
            throw tooMany();
        }
    }

    private String check(byte[] name) {
        countEntry();
        if (name.length > LONGEST) {
            throw new BadInput("%s: found an entry whose name has %d bytes, expected at most %d"
                    .formatted(archive, name.length, LONGEST));
        }
        String text = new String(name, StandardCharsets.UTF_8);
        if (!Utf8.isValid(name, 0, name.length)) {
            throw refused(text, "a name that is not UTF-8", "UTF-8");
        }
        String plain = withoutHere(text);
        if (plain.startsWith("/")) {
            throw refused(text, "an absolute path", "one relative to the archive");
        }
        if (plain.length() >= 2 && plain.charAt(1) == ':' && Character.isLetter(plain.charAt(0))) {
            throw refused(text, "a drive letter", "a path relative to the archive");
        }
        if (plain.indexOf('\\') >= 0) {
            throw refused(text, "a backslash", "slashes between the parts of a path");
        }
        if (plain.chars().anyMatch(it -> it < FIRST_PRINTABLE || it == DELETE)) {
            throw refused(text, "a control character in its name", "none");
        }
        for (String part : plain.split("/", -1)) {
            if (part.equals("..")) {
                throw refused(text, "a path that leaves the archive", "no part \"..\"");
            }
            if (part.isEmpty() || part.equals(".")) {
                throw refused(text, "an empty part in its path", "a name between slashes");
            }
        }
        return plain;
    }

    private static String withoutHere(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    /** What a file system that knows neither case nor Unicode forms would take for the same name. */
    private static byte[] fold(String name) {
        boolean ascii = name.chars().allMatch(it -> it < 128);
        String fold = ascii
                ? name.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(
                        Normalizer.normalize(name, Normalizer.Form.NFC)
                                .toUpperCase(Locale.ROOT)
                                .toLowerCase(Locale.ROOT),
                        Normalizer.Form.NFC);
        return fold.getBytes(StandardCharsets.UTF_8);
    }

    /** What to say of an entry that makes the whole archive one not to be read. */
    BadInput refused(String entry, String found, String expected) {
        return new BadInput(
                "%s: entry %s: found %s, expected %s".formatted(archive, OneLine.quoted(entry), found, expected));
    }

    /** What to say of an archive that is none. */
    BadInput wrong(String message) {
        return new BadInput(archive + ": " + message);
    }

    /** What to say of an archive that a library cannot read. */
    BadInput unreadable(String found, Exception why) {
        return wrong("found " + found + " (" + OneLine.of(String.valueOf(why.getMessage()), 120) + ")");
    }

    BadInput tooMany() {
        return new BadInput("%s: found too many entries, expected at most %d, with names of at most %d MiB together"
                .formatted(archive, MOST, MOST_BYTES >> 20));
    }
}
