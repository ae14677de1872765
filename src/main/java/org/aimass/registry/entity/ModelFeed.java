package org.aimass.registry.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a version brings beside its model's file, and how the model is fed.
 *
 * @param companions by their kinds, at most one of each
 */
public record ModelFeed(ModelSettings settings, List<Companion> companions) {

    public ModelFeed {
        companions = companions.stream()
                .sorted(Comparator.comparing(Companion::kind))
                .toList();
    }

    public Optional<Companion> companion(CompanionKind kind) {
        return companions.stream().filter(one -> one.kind() == kind).findFirst();
    }
}
