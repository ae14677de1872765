package org.aimass.registry.boundary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.api.Given;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.control.GivenFiles;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about a version of a model, not yet checked. A program registers at once: what is to be looked over before, it
 * keeps to itself.
 *
 * @param card by section; what is left out is not said
 * @param upload a finished upload; absent for a closed model, whose answers datasets carry
 * @param settings how the model is fed; only what its task knows
 * @param vocabulary a finished upload of kind COMPANION, of a model of speech; absent to take that of the version before
 * @param tokenizer the same of a language model
 */
public record NewModelVersion(
        @Nullable String label,
        @Nullable Map<CardSection, String> card,
        @Nullable UUID upload,
        @Nullable FeedView settings,
        @Nullable UUID vocabulary,
        @Nullable UUID tokenizer) {

    VersionFacts version() {
        Map<CardSection, String> said = new EnumMap<>(CardSection.class);
        if (card != null) {
            card.forEach((section, text) -> said.put(section, Given.required(text, "card." + section)));
        }
        return new VersionFacts(Given.text(label), new Sheet<>(said), false, FeedView.settings(settings));
    }

    GivenFiles files() {
        Map<CompanionKind, GivenFile> companions = new EnumMap<>(CompanionKind.class);
        Optional.ofNullable(vocabulary)
                .ifPresent(sent -> companions.put(CompanionKind.VOCABULARY, GivenFile.uploaded(sent)));
        Optional.ofNullable(tokenizer)
                .ifPresent(sent -> companions.put(CompanionKind.TOKENIZER, GivenFile.uploaded(sent)));
        return new GivenFiles(Optional.ofNullable(upload).map(GivenFile::uploaded), companions);
    }
}
