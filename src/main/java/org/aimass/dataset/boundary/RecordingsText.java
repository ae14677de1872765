package org.aimass.dataset.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.dataset.entity.Recordings;
import org.aimass.web.Format;

/** How long recordings are, in words. */
@Named
@ApplicationScoped
public class RecordingsText {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final double SHORT = 0.1;

    @Inject
    DatasetText text;

    @Inject
    Format format;

    /** Such as "0.0003 s", "2.45 s", "3 min 5 s" or "37 h 12 min". */
    public String seconds(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return text.say("recordings.seconds", format.decimal(seconds, seconds < SHORT ? 4 : 2));
        }
        return whole < HOUR
                ? text.say("recordings.minutes", whole / MINUTE, whole % MINUTE)
                : text.say("recordings.hours", format.whole(whole / HOUR), whole % HOUR / MINUTE);
    }

    /** Such as "16,000 in all", or "16,000 in 118, 8,000 in 2". */
    public String rates(Recordings column) {
        List<Recordings.Rate> rates = column.rates();
        if (rates.isEmpty()) {
            return text.say("recordings.none");
        }
        if (rates.size() == 1) {
            return text.say("recordings.rate.only", format.whole(rates.get(0).rate()));
        }
        List<String> parts = new ArrayList<>();
        rates.forEach(
                rate -> parts.add(text.say("recordings.rate", format.whole(rate.rate()), format.whole(rate.files()))));
        if (column.otherRates() > 0) {
            parts.add(text.say("recordings.rate.others", format.whole(column.otherRates())));
        }
        return String.join(text.say("recordings.and"), parts);
    }
}
