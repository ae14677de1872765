package org.aimass.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything for machines is under {@code /api/v1}; the rooms bring the resources. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
