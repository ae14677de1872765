package org.aimass.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link FakeEngine}, or another that stands for the engine, as a runnable jar. */
final class EngineJar {

    private static final List<String> CLASSES = List.of("FakeEngine", "EvilChild", "EvilChild$Way");

    private EngineJar() {}

    static Path in(Path folder) throws IOException {
        return in(folder, FakeEngine.class);
    }

    static Path in(Path folder, Class<?> main) throws IOException {
        Path jar = folder.resolve("engine.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                String entry = "org/aimass/child/" + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = EngineJar.class.getClassLoader().getResourceAsStream(entry)) {
                    if (in == null) {
                        throw new IOException("no class " + entry);
                    }
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
