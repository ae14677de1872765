package org.aimass.registry.boundary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.api.Given;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about a version of a model, not yet checked. A program registers at once: what is to be looked over before, it
 * keeps to itself.
 *
 * @param card by section; what is left out is not said
 * @param upload a finished upload; absent for a closed model, whose answers datasets carry
 */
public record NewModelVersion(
        @Nullable String label,
        @Nullable Map<CardSection, String> card,
        @Nullable UUID upload) {

    VersionFacts version() {
        Map<CardSection, String> said = new EnumMap<>(CardSection.class);
        if (card != null) {
            card.forEach((section, text) -> said.put(section, Given.required(text, "card." + section)));
        }
        return new VersionFacts(Given.text(label), new Sheet<>(said), false);
    }

    Optional<GivenFile> file() {
        return Optional.ofNullable(upload).map(GivenFile::uploaded);
    }
}
