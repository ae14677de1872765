package org.aimass.registry.control;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.dataset.control.GivenFile;
import org.aimass.registry.entity.CompanionKind;

/**
 * The files that somebody hands in with a version.
 *
 * @param model the ONNX file; empty for a closed model, whose answers datasets carry
 * @param companions what lies beside it, by kind
 */
public record GivenFiles(Optional<GivenFile> model, Map<CompanionKind, GivenFile> companions) {

    public GivenFiles {
        companions = Map.copyOf(companions);
    }

    /** Those of a closed model. */
    public static GivenFiles none() {
        return new GivenFiles(Optional.empty(), Map.of());
    }

    /** A model's file alone. */
    public static GivenFiles of(GivenFile model) {
        return new GivenFiles(Optional.of(model), Map.of());
    }

    Stream<GivenFile> all() {
        return Stream.concat(model.stream(), companions.values().stream());
    }
}
