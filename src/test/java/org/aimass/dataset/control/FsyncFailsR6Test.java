package org.aimass.dataset.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R6: a disk that does not say that it has written is not believed: the upload is refused, and nothing of it is kept. */
class FsyncFailsR6Test {

    private static final Path STRACE = Path.of("/usr/bin/strace");

    private static final byte[] CONTENT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    /** Stores one file and says what came of it. */
    @SuppressWarnings("SystemOut")
    static final class Upload {

        private Upload() {}

        public static void main(String[] words) throws IOException {
            try {
                new ArtifactStore(words[0]).store(new ByteArrayInputStream(CONTENT), 100);
                System.out.println("acknowledged");
            } catch (Refusal e) {
                System.out.println(e.kind());
            }
        }
    }

    @Test
    void nothingIsAcknowledged() throws Exception {
        assertEquals("acknowledged", upload(List.of()));
        assertEquals(1, files());
        Files.delete(new ArtifactStore(data.toString()).path(Sha256Digest.of(CONTENT)));
        List<String> broken = List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-o",
                data.resolve("trace").toString(),
                "-e",
                "trace=fsync,fdatasync",
                "-e",
                "inject=fsync,fdatasync:error=EIO");
        assumeTrue(Files.isExecutable(STRACE) && works(broken), "needs strace, and the right to use it");
        assertEquals("STORE_FULL", upload(broken));
        assertEquals(0, files());
    }

    private static boolean works(List<String> prefix) throws Exception {
        List<String> line = new ArrayList<>(prefix);
        line.add("/bin/true");
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private String upload(List<String> prefix) throws Exception {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Upload.class.getName(),
                data.toString()));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor(60, TimeUnit.SECONDS);
        return said;
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("store"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
