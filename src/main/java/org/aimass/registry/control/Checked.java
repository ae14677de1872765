package org.aimass.registry.control;

import org.aimass.dataset.control.SheetTexts;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.shared.RequiredText;

/** What a person typed about a model, before it is kept. */
final class Checked {

    private static final String ROOM = "registry";
    private static final int MAX_LINE = 200;
    private static final int MAX_LABEL = 40;
    private static final int MAX_PROSE = 4_000;

    private Checked() {}

    static ModelFacts facts(ModelFacts facts) {
        return new ModelFacts(
                RequiredText.line(facts.name(), MAX_LINE, ROOM, "name"),
                RequiredText.prose(facts.purpose(), MAX_PROSE, ROOM, "purpose"),
                facts.task(),
                facts.domain(),
                RequiredText.line(facts.licence(), MAX_LINE, ROOM, "licence"));
    }

    static VersionFacts version(VersionFacts version) {
        return new VersionFacts(
                RequiredText.line(version.label(), MAX_LABEL, ROOM, "label"), card(version.card()), version.draft());
    }

    static Sheet<CardSection> card(Sheet<CardSection> card) {
        return SheetTexts.checked(card, ROOM);
    }

    static String reason(String reason) {
        return RequiredText.prose(reason, MAX_PROSE, ROOM, "reason");
    }
}
