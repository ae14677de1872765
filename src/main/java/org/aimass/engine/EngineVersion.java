package org.aimass.engine;

import java.util.Optional;

/** Which engine this is. */
public final class EngineVersion {

    private EngineVersion() {}

    /** The version of the engine's jar, or {@code development} where the classes do not come from it. */
    public static String get() {
        return Optional.ofNullable(EngineVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
