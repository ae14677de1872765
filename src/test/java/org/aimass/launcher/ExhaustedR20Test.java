package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R20: a portal that has run out of memory does not linger: it ends at once, which its launcher sees. */
class ExhaustedR20Test {

    /** What the virtual machine ends with when it is told to end without memory. */
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path folder;

    /** Stands for the portal: one thread swallows whatever it meets, as a server's do, and another would wait for ever. */
    static final class Hoarder {

        private Hoarder() {}

        @SuppressWarnings({"EmptyCatch", "InfiniteLoopStatement", "ModifiedButNotUsed"})
        public static void main(String[] words) throws InterruptedException {
            Thread hoard = new Thread(() -> {
                List<byte[]> kept = new ArrayList<>();
                while (true) {
                    try {
                        kept.add(new byte[1 << 20]);
                    } catch (OutOfMemoryError e) {
                        // a thread of a pool: the next request, please
                    }
                }
            });
            hoard.start();
            hoard.join();
        }
    }

    @Test
    void withoutMemoryItEnds() throws Exception {
        List<String> line = new ArrayList<>(List.of(ServerProcess.java()));
        line.addAll(PortalServer.memory(Map.of("AIMASS_MEMORY", "32m")));
        line.addAll(List.of("-cp", Path.of("target", "test-classes").toString(), Hoarder.class.getName()));
        Path said = folder.resolve("said");
        Process portal = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(portal.waitFor(60, TimeUnit.SECONDS));
            assertEquals(OUT_OF_MEMORY, portal.exitValue(), Files.readString(said));
        } finally {
            portal.destroyForcibly();
        }
    }

    @Test
    void memoryHasALimitUnlessSomebodySetsAnother() {
        assertEquals(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"), PortalServer.memory(Map.of()));
    }
}
