package org.aimass.dataset.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aimass.dataset.entity.Sheet;
import org.aimass.shared.RequiredText;

/** What a person typed into a card or datasheet, before it is kept: a section may be left out, but none be too long. */
public final class SheetTexts {

    private static final int MAX_PROSE = 4_000;

    private SheetTexts() {}

    /**
     * @param room whose words say what is wrong
     * @throws org.aimass.shared.Refusal INVALID at the field {@code sheet}
     */
    public static <S extends Enum<S>> Sheet<S> checked(Sheet<S> typed, String room) {
        Map<S, String> texts = new LinkedHashMap<>();
        for (S section : typed.sections()) {
            if (!typed.text(section).isBlank()) {
                texts.put(section, RequiredText.prose(typed.text(section), MAX_PROSE, room, "sheet"));
            }
        }
        return new Sheet<>(texts);
    }
}
