package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T6: every hostile archive once more, where there are 256 MiB to hold it. */
class ArchivesInSmallHeapT6Test {

    @TempDir
    Path folder;

    /** Runs each test of {@link HostileArchivesT6Test} in a folder of its own. */
    @SuppressWarnings("SystemOut")
    static final class Every {

        private Every() {}

        public static void main(String[] words) throws Exception {
            for (String name : tests()) {
                HostileArchivesT6Test test = new HostileArchivesT6Test();
                test.folder = Files.createDirectory(Path.of(words[0], name));
                try {
                    HostileArchivesT6Test.class.getDeclaredMethod(name).invoke(test);
                    System.out.println(name);
                } catch (InvocationTargetException e) {
                    System.out.println(name + ": " + e.getCause());
                }
            }
        }
    }

    static List<String> tests() {
        return Arrays.stream(HostileArchivesT6Test.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    @Test
    void areRefusedInABoundedHeap() throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Every.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(tests(), said.lines().toList());
    }
}
