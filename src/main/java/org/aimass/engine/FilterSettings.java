package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What only audits of content filters ask for.
 *
 * @param identityFeatures sensitive features that tell which texts name an identity, or are written in a dialect
 */
public record FilterSettings(List<String> identityFeatures) implements TaskSettings {

    private static final int MOST = 32;
    private static final String KEY = "identity_features";

    public FilterSettings {
        identityFeatures = List.copyOf(identityFeatures);
    }

    /** Empty where the job asks for none. */
    static Optional<TaskSettings> read(JobObject options) {
        return options.texts(KEY, 1, MOST).map(FilterSettings::new);
    }

    @Override
    public void write(ObjectNode options) {
        ArrayNode list = options.putArray(KEY);
        identityFeatures.forEach(list::add);
    }
}
