package org.aimass.registry.control;

import java.util.List;
import org.aimass.dataset.control.SheetTexts;
import org.aimass.dataset.entity.Sheet;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;
import org.aimass.registry.entity.SettingsCheck;
import org.aimass.shared.Refusal;
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

    /** @throws Refusal INVALID at the field that is wrong; of a closed model also where it is said how it is fed */
    static VersionFacts version(VersionFacts version, ModelTask task, GivenFiles given) {
        if (given.model().isPresent()) {
            demandNone(SettingsCheck.of(task, version.settings()));
        } else if (!version.settings().isEmpty() || !given.companions().isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, ROOM, "feed.problem.closed").at("settings");
        }
        return new VersionFacts(
                RequiredText.line(version.label(), MAX_LABEL, ROOM, "label"),
                card(version.card()),
                version.draft(),
                version.settings());
    }

    /** @throws Refusal the first of them */
    static void demandNone(List<Refusal> problems) {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    static Sheet<CardSection> card(Sheet<CardSection> card) {
        return SheetTexts.checked(card, ROOM);
    }

    static String reason(String reason) {
        return RequiredText.prose(reason, MAX_PROSE, ROOM, "reason");
    }
}
