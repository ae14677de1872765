package org.aimass.shared;

import java.util.List;

/**
 * How a Java process of the engine is started, by the portal and to measure it. Most of them live for a few seconds, in which compiling
 * would cost more than measuring: the last compiler only sees what runs very often, and inlines little.
 */
public final class EngineJvm {

    private EngineJvm() {}

    /** Options of {@code java}, beside the size of the heap; what a version of Java does not know is passed over. */
    public static List<String> options() {
        return List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:-PrintWarnings",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:-UsePerfData",
                // DuckDB's driver would start it
                "-XX:-FlightRecorder",
                // ten times as often as usual
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000",
                "-XX:FreqInlineSize=100",
                "-XX:InlineSmallCode=800");
    }
}
