package org.aimass.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the portal this is. */
final class Build {

    private Build() {}

    /** As in the project's {@code pom.xml}; {@code unknown} where nobody has built an archive. */
    static String version() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/META-INF/maven/org.aimass/aimass/pom.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unknown");
    }
}
