package org.aimass.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes and files that the house tests look at, read once. */
final class House {

    static final Path MAIN = Path.of("src/main/java");
    static final Path WORDS = Path.of("src/main/resources/org/aimass");
    static final Path WEBAPP = Path.of("webapp");

    /** A room may import the rooms before it, never those behind. */
    static final List<String> STREET = List.of(
            "shared",
            "organization",
            "dataset",
            "registry",
            "audit",
            "processing",
            "report",
            "datausage",
            "serving",
            "desk");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes/org/aimass"));

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    static String in(String room) {
        return "org.aimass." + room + "..";
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A page without what is not in it: remarks, and what {@code ui:remove} takes out. */
    static String page(Path file) {
        return text(file).replaceAll("(?s)<!--.*?-->|<ui:remove>.*?</ui:remove>", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + file, e);
        }
    }
}
