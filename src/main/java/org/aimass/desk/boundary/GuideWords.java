package org.aimass.desk.boundary;

import java.util.Locale;
import org.aimass.desk.entity.GuideStep;
import org.aimass.web.Wording;

/** What is written on the buttons and fields that a step of the guide speaks of, so that it always calls them by their names. */
final class GuideWords {

    private GuideWords() {}

    static Object[] of(GuideStep step, Locale language) {
        return switch (step) {
            case START ->
                labels(Wording.text("audit", "start.policy", language), Wording.text("audit", "start.start", language));
            case WATCH -> labels(Wording.text("audit", "run.results", language));
            case JUDGE ->
                labels(Wording.text("audit", "review.yours", language), Wording.text("audit", "review.sign", language));
            case APPROVE ->
                labels(
                        Wording.text("audit", "decide.approve", language),
                        Wording.text("audit", "decide.send", language));
            case PUBLISH ->
                labels(
                        Wording.text("report", "publish.preview", language),
                        Wording.text("report", "draft.publish", language),
                        Wording.text("report", "confirm.button.PUBLISHED", language));
            case READ -> labels(Wording.text("web", "nav.myData", language));
        };
    }

    private static Object[] labels(Object... labels) {
        return labels;
    }
}
