package org.aimass.processing.entity;

import java.util.Map;
import org.aimass.shared.Bilingual;

/**
 * What a controller declares about a processing activity, in words that the people concerned understand.
 *
 * @param whatHappens said to the person, such as "Your application for rent support was sorted"
 * @param purpose what the data is needed for
 * @param legalBasis the law and its section, and the kind of basis
 * @param dataCategories which data about the person
 * @param recipients who else receives it
 * @param retention how long it is kept
 * @param outcomes by a short code, what can come out of it for the person; at least one
 * @param decidedByComputerAlone whether no human takes part in the decision
 * @param contact where people can ask or object
 */
public record ActivityDescription(
        Bilingual whatHappens,
        Bilingual purpose,
        Bilingual legalBasis,
        Bilingual dataCategories,
        Bilingual recipients,
        Bilingual retention,
        Map<String, Bilingual> outcomes,
        boolean decidedByComputerAlone,
        String contact) {

    public ActivityDescription {
        outcomes = Map.copyOf(outcomes);
        if (outcomes.isEmpty() || contact.isBlank()) {
            throw new IllegalArgumentException("an activity has possible outcomes and a contact");
        }
    }
}
