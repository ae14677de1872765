package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java client made out of the document that the running portal gives, and a program written for it. */
final class GeneratedClient {

    private static final Path GENERATOR = Path.of("target", "servers", "openapi-generator.jar");
    private static final Path PROGRAM = Path.of("src", "test", "client", "DepartmentProgram.java");

    private final Path folder;

    /** Generates and compiles it in this folder, which is empty. */
    GeneratedClient(Path folder, String document) throws IOException, InterruptedException {
        this.folder = folder;
        Path described = Files.writeString(folder.resolve("openapi.json"), document);
        assertTrue(Files.exists(GENERATOR), GENERATOR + " is missing: mvn pre-integration-test fetches it");
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "-i",
                        described.toString(),
                        "-g",
                        "java",
                        "--library",
                        "native",
                        "-o",
                        folder.resolve("sources").toString(),
                        "--global-property",
                        "models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false",
                        "--additional-properties",
                        "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true,"
                                + "apiPackage=client.api,modelPackage=client.model,invokerPackage=client")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, generator.waitFor(), () -> read(log));
        compile();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> generated = Files.walk(folder.resolve("sources"))) {
            List<Path> sources = Stream.concat(
                            generated.filter(file -> file.toString().endsWith(".java")), Stream.of(PROGRAM))
                    .toList();
            assertTrue(
                    compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-nowarn",
                                            "-d",
                                            Files.createDirectories(folder.resolve("classes"))
                                                    .toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call(),
                    complaints::toString);
        }
    }

    /** Runs the program; what it says came of it. */
    @SuppressWarnings("unchecked")
    Map<String, String> run(URI portal, String departmentToken, String auditorsToken, String csv) throws Exception {
        URL classes = folder.resolve("classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, GeneratedClient.class.getClassLoader())) {
            return (Map<String, String>) loader.loadClass("DepartmentProgram")
                    .getMethod("run", URI.class, String.class, String.class, String.class)
                    .invoke(null, portal, departmentToken, auditorsToken, csv);
        }
    }
}
