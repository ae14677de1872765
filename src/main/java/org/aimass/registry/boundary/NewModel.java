package org.aimass.registry.boundary;

import java.util.Map;
import java.util.UUID;
import org.aimass.api.Given;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.jspecify.annotations.Nullable;

/** What a program says about a model and its first version, not yet checked; the version as {@link NewModelVersion}. */
public record NewModel(
        @Nullable UUID organization,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable ModelTask task,
        @Nullable ModelDomain domain,
        @Nullable String licence,
        @Nullable String label,
        @Nullable Map<CardSection, String> card,
        @Nullable UUID upload,
        @Nullable FeedView settings,
        @Nullable UUID vocabulary,
        @Nullable UUID tokenizer) {

    ModelFacts facts() {
        return new ModelFacts(
                Given.text(name),
                Given.text(purpose),
                Given.required(task, "task"),
                Given.required(domain, "domain"),
                Given.text(licence));
    }

    NewModelVersion version() {
        return new NewModelVersion(label, card, upload, settings, vocabulary, tokenizer);
    }
}
