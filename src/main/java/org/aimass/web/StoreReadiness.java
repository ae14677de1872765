package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: the data folder takes a file. Says no more than that. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

    private static final Logger LOG = System.getLogger(StoreReadiness.class.getName());

    @Inject
    @ConfigProperty(name = "aimass.data")
    String data;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store").status(isWritable()).build();
    }

    private boolean isWritable() {
        try {
            write(Files.createTempFile(Path.of(data), ".ready-", ""));
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The data folder takes no file: {0}", e.getMessage());
            return false;
        }
    }

    /** A full disk still takes an empty file, and none may stay there. */
    private static void write(Path file) throws IOException {
        try {
            Files.writeString(file, "ready");
        } finally {
            Files.delete(file);
        }
    }
}
