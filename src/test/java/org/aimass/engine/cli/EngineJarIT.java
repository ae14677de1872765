package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped: runnable, complete in itself, and with nothing of the portal. */
class EngineJarIT {

    private static final Path JAR = Path.of("target/aimass-engine.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void holdsTheEngineAndNothingOfThePortal() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertTrue(names.contains("org/aimass/engine/cli/EngineMain.class"));
            assertTrue(names.contains("META-INF/services/java.sql.Driver"));
            for (String name : names) {
                boolean ours = name.startsWith("org/aimass/") && name.endsWith(".class");
                assertTrue(
                        !ours || name.startsWith("org/aimass/engine/") || name.startsWith("org/aimass/shared/"), name);
                assertTrue(!name.startsWith("jakarta/") && !name.startsWith("javax/"), name);
                assertTrue(!name.endsWith(".pdb") && !name.contains(".dSYM/") && !name.endsWith(".SF"), name);
            }
            var manifest = jar.getManifest().getMainAttributes();
            assertEquals("java.base/java.nio", manifest.getValue("Add-Opens"));
            assertTrue(manifest.getValue("Implementation-Version") != null);
        }
    }

    @Test
    void runsByItselfAndLeavesNothingBehind() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), "y,p\n1,1\n0,1\n");
        Files.writeString(folder.resolve("job.json"), """
                {"task":"binary_classification","dataset":{"path":"data.csv"},
                 "columns":{"label":"y","prediction":"p"}}
                """);
        archives();
        Path temp = Files.createDirectory(folder.resolve("temp"));
        for (List<String> words : List.of(
                List.of("doctor"),
                List.of("profile", "data.csv"),
                List.of("profile", "data.zip"),
                List.of("profile", "data.gz"),
                List.of("run", "job.json", "--out", "outcome.json"))) {
            assertEquals(0, java(temp, words), () -> read("err"));
            assertEquals("", read("err"));
        }
        try (var left = Files.list(temp)) {
            assertEquals(List.of(), left.toList());
        }
        assertTrue(Files.readString(folder.resolve("outcome.json")).contains("\"false_positive_rate\""));
    }

    /** A zip archive, and a tar archive whose name tells only that it is packed. */
    private void archives() throws IOException {
        byte[] manifest = "y,p,file\n1,1,a\n".getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("data.zip")));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve("data.gz"))))) {
            for (String name : List.of("manifest.csv", "a")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(manifest);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(manifest.length);
                tar.putArchiveEntry(entry);
                tar.write(manifest);
                tar.closeArchiveEntry();
            }
        }
    }

    private int java(Path temp, List<String> words) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temp,
                "-jar",
                JAR.toString()));
        line.addAll(words);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
