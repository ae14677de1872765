package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.Tolerance;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.web.Format;
import org.junit.jupiter.api.Test;

/** Error rates are read in percent, pooled or not, their differences in points, and what is neither as it is. */
class ReadingTest {

    private static final Format FORMAT = new Format(Locale.ENGLISH, ZoneOffset.UTC);

    private static Reading of(String metric, boolean counted) {
        return Reading.of(new Measurement(
                metric,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                MetricValue.of(0.25),
                counted ? Optional.of(new Fraction(1, 4)) : Optional.empty(),
                new Uncertainty.NoInterval("made for a test")));
    }

    @Test
    void aMetricIsReadAsTheFieldDoes() {
        assertEquals(Reading.SHARE, of("word_error_rate", true));
        assertEquals(Reading.SHARE, of("mean_speaker_word_error_rate", false));
        assertEquals(Reading.SHARE, of("median_character_error_rate", false));
        assertEquals(Reading.SHARE, of("stereotype_share", true));
        assertEquals(Reading.POINTS, of("matched_mean_word_error_rate_difference", false));
        assertEquals(Reading.POINTS, of("identity_false_positive_gap", false));
        assertEquals(Reading.COUNT, of("speakers", false));
        assertEquals(Reading.NUMBER, of("mean_opinion_score", false));
        assertEquals(Reading.NUMBER, of("bbq_bias", false));
    }

    @Test
    void eachIsWrittenItsOwnWay() {
        assertEquals("46.0\u202f%", Reading.SHARE.value(0.4595, FORMAT));
        assertEquals("−9.1", Reading.POINTS.value(-0.0912, FORMAT));
        assertEquals("1,035", Reading.COUNT.value(1035, FORMAT));
        assertEquals("3.483", Reading.NUMBER.value(3.48333, FORMAT));
    }

    /** A miss rate of 46.5 % has a gap in points; an average precision of 0.312 one that is a number too. */
    @Test
    void aGapIsWrittenAsItsValuesAre() {
        assertEquals(Reading.SHARE, of("miss_rate", false));
        Reading points = Reading.ofGap(true, Tolerance.Scale.DIFFERENCE);
        assertEquals("+12.3", points.value(0.1234, FORMAT));
        assertEquals("+1.0 to +20.0", points.interval(0.01, 0.2, FORMAT));
        Reading step = Reading.ofGap(false, Tolerance.Scale.DIFFERENCE);
        assertEquals("+0.123", step.value(0.1234, FORMAT));
        assertEquals("−0.123", step.value(-0.1234, FORMAT));
        assertEquals("−0.010 to +0.200", step.interval(-0.01, 0.2, FORMAT));
        assertEquals("0.812", Reading.ofGap(true, Tolerance.Scale.RATIO).value(0.8123, FORMAT));
    }

    /** Whoever is heard to say more than they did has more than 100 %. */
    @Test
    void anAxisOfErrorsGoesBeyondEverything() {
        assertEquals(2, Reading.SHARE.scale(List.of(0.4, 1.7)).to());
        assertEquals(0, Reading.SHARE.scale(List.of(0.4, 1.7)).from());
    }
}
