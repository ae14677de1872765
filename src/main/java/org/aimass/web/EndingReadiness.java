package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aimass.background.Ending;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: this node was not told to end. */
@Readiness
@ApplicationScoped
public class EndingReadiness implements HealthCheck {

    @Inject
    Ending ending;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepting").status(!ending.hasBegun()).build();
    }
}
