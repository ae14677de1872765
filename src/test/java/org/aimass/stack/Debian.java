package org.aimass.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packages that the tests need, fetched where they may be: as root on Debian and its kin. */
public final class Debian {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private Debian() {}

    /** What somebody else has to type instead. */
    static String command(List<String> packages) {
        return "apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "
                + String.join(" ", packages);
    }

    /** Does nothing where the program is there already, or where this user may not install it. */
    public static synchronized void provide(Path program, List<String> packages) {
        if (Files.isExecutable(program)
                || !"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(APT)) {
            return;
        }
        Path log = Path.of("target", program.getFileName() + "-install.log");
        try {
            new ProcessBuilder("sh", "-c", command(packages))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.getLogger(Debian.class.getName()).log(System.Logger.Level.WARNING, "not installed: " + packages, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
