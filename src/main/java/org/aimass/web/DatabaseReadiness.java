package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aimass.database.DatabaseWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: the database answers and has this release's tables. Says no more than that, and waits for nothing. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Inject
    DatabaseWatch database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(!database.isAway()).build();
    }
}
