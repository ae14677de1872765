package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/**
 * What somebody sends about a finding.
 *
 * @param submission names the form: what is sent twice under the same name is done once
 * @param text as it was typed
 */
public record SentForm(UUID submission, String text) {

    /** The longest text, in characters. */
    public static final int LONGEST = 4_000;

    /** @throws Refusal INVALID where it is too long */
    String words() {
        if (text.strip().length() > LONGEST) {
            throw problem();
        }
        return text.isBlank() ? "" : RequiredText.prose(text, LONGEST, "audit", "text");
    }

    /** @throws Refusal INVALID where it is blank or too long */
    String reason() {
        if (text.isBlank()) {
            throw problem();
        }
        return words();
    }

    private static Refusal problem() {
        return Refusal.of(Refusal.Kind.INVALID, "audit", "finding.problem.text", LONGEST)
                .at("text");
    }
}
