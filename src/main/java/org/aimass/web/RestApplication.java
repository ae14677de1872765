package org.aimass.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything for machines is under {@code /api/v1}; the rooms bring the resources. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {

    /** Without the description in WADL that Jersey would offer to everybody. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
