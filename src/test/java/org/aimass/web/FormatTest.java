package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Format english = new Format(Locale.ENGLISH, BERLIN);
    private final Format chinese = new Format(Locale.SIMPLIFIED_CHINESE, BERLIN);

    @Test
    void aShareIsAPercentageWithOneDecimal() {
        assertEquals("17.4\u202f%", english.percent(0.1738));
        assertEquals("17.4%", chinese.percent(0.1738));
        assertEquals("0.0\u202f%", english.percent(0));
        assertEquals("100.0%", chinese.percent(1));
    }

    @Test
    void sentencesHaveABlankBetweenThemWhereTheLanguageHas() {
        assertEquals("One. Two.", english.sentences("One.", "Two."));
        assertEquals("一。二。", chinese.sentences("一。", "二。"));
        assertEquals("One.", english.sentences("One.", ""));
        assertEquals("Two.", english.sentences("", "Two."));
    }

    @Test
    void whatIsRareIsNeverShownAsNothing() {
        assertEquals("0.037\u202f%", english.percent(0.000365));
        assertEquals("0.0\u202f%", english.percent(0));
        assertEquals("0.0\u202f%", english.percent(1e-17));
        assertEquals("0.099\u202f%", english.percent(0.000987));
        assertEquals("0.0 to 0.02", english.percentInterval(0, 0.000204));
    }

    @Test
    void rareErrorsHaveThreeDigits() {
        assertEquals("0.0987\u202f%", english.rarePercent(0.00098662));
        assertEquals("1.75\u202f%", english.rarePercent(0.0175438));
        assertEquals("86.3\u202f%", english.rarePercent(0.862738));
        assertEquals("0.1\u202f%", english.rarePercent(0.001));
        assertEquals("0.05\u202f%", english.rarePercent(0.0005));
        assertEquals("0.0\u202f%", english.rarePercent(0));
        assertEquals("100.0\u202f%", english.rarePercent(1));
        assertEquals("0.0365 to 1.75", english.rareInterval(0.000365, 0.01754));
    }

    @Test
    void whatLiesHalfwayIsRoundedAsPeopleDo() {
        assertEquals("0.3\u202f%", english.percent(0.0025));
        assertEquals("0.0012\u202f%", english.percent(0.0000123));
        assertEquals("0.05%", chinese.percent(0.0005));
        assertEquals("+0.3", english.points(0.0025));
        assertEquals("0.3", english.pointsApart(0.0025));
    }

    @Test
    void anIntervalHasTheUnitOfItsValue() {
        assertEquals("15.9 to 19.0", english.percentInterval(0.159, 0.190));
        assertEquals("15.9 至 19.0", chinese.percentInterval(0.159, 0.190));
        assertEquals("0.952 to 0.958", english.decimalInterval(0.9521, 0.9579));
    }

    @Test
    void aDifferenceIsSignedWithARealMinus() {
        assertEquals("+8.6", english.points(0.086));
        assertEquals("\u22120.2", english.points(-0.002));
        assertEquals("+8.6 (+6.8 to +10.4)", english.difference(0.086, 0.068, 0.104));
        assertEquals("\u22120.2（\u22121.5 至 +1.1）", chinese.difference(-0.002, -0.015, 0.011));
    }

    @Test
    void noDifferenceHasNoSign() {
        assertEquals("0.0", english.points(0));
        assertEquals("0.0", english.points(-0.0004));
        assertEquals("0.0", english.points(0.0004));
    }

    @Test
    void aRatioIsNoPercentage() {
        assertEquals("0.912 (0.871 to 0.955)", english.decimalDifference(0.912, 0.871, 0.955));
    }

    @Test
    void countsAreGroupedAlike() {
        assertEquals("18,240", english.whole(18_240));
        assertEquals("18,240", chinese.whole(18_240));
        assertEquals("7", chinese.whole(7));
    }

    @Test
    void aDateIsWrittenOut() {
        assertEquals("9 November 2026", english.date(LocalDate.of(2026, 11, 9)));
        assertEquals("2026 年 11 月 9 日", chinese.date(LocalDate.of(2026, 11, 9)));
        assertEquals("9 Nov 2026", english.shortDate(LocalDate.of(2026, 11, 9)));
        assertEquals("2026 年 11 月 9 日", chinese.shortDate(LocalDate.of(2026, 11, 9)));
    }

    @Test
    void anInstantIsToldInTheZoneOfThePortal() {
        Instant beforeMidnight = Instant.parse("2026-11-09T23:05:07Z");
        assertEquals("10 November 2026, 00:05", english.dateTime(beforeMidnight));
        assertEquals("2026 年 11 月 10 日 00:05", chinese.dateTime(beforeMidnight));
        assertEquals("00:05:07", english.timeWithSeconds(beforeMidnight));
    }

    @Test
    void aDurationIsRoundedToWhatPeopleSay() {
        assertEquals("less than a minute", english.duration(Duration.ofSeconds(29)));
        assertEquals("about 1 min", english.duration(Duration.ofSeconds(30)));
        assertEquals("约 4 分钟", chinese.duration(Duration.ofSeconds(239)));
        assertEquals("about 89 min", english.duration(Duration.ofMinutes(89)));
        assertEquals("约 2 小时", chinese.duration(Duration.ofMinutes(90)));
    }

    @Test
    void sizesHaveDecimalUnits() {
        assertEquals("1 byte", english.bytes(1));
        assertEquals("999 bytes", english.bytes(999));
        assertEquals("412 kB", english.bytes(412_000));
        assertEquals("1.0 MB", english.bytes(999_600));
        assertEquals("1.9 GB", chinese.bytes(1_940_000_000));
        assertEquals("999 字节", chinese.bytes(999));
    }

    @Test
    void aDigestIsReadAloudInFours() {
        assertEquals("7b1c 94e0 5d3f", english.digest("7b1c94e05d3f"));
        assertEquals("7b1c94e0…d19f", english.shortDigest("7b1c94e05d3fa2c861be0f4793dad19f"));
    }

    @Test
    void aTallyLeavesOutWhatThereIsNoneOf() {
        assertEquals("1 disparity shown, 8 within tolerance", english.tally(1, 8, 0));
        assertEquals("2 disparities shown, 1 insufficient evidence", english.tally(2, 0, 1));
        assertEquals("显示差异 1 项，证据不足 3 项", chinese.tally(1, 0, 3));
    }

    @Test
    void ticksAreWrittenInTheKindOfTheirAxis() {
        assertEquals("10\u202f%", english.tick(Scale.Kind.SHARE, 0.1));
        assertEquals("2.5%", chinese.tick(Scale.Kind.SHARE, 0.025));
        assertEquals("+5", english.tick(Scale.Kind.POINTS, 0.05));
        assertEquals("\u221210", chinese.tick(Scale.Kind.POINTS, -0.1));
        assertEquals("0", english.tick(Scale.Kind.POINTS, 0));
        assertEquals("0.8", english.tick(Scale.Kind.RATIO, 0.8));
        assertEquals("1", english.tick(Scale.Kind.RATIO, 1));
    }

    @Test
    void aServerInAnotherLanguageDoesNotChangeThePages() {
        Locale servers = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertEquals("15.9 to 19.0", english.percentInterval(0.159, 0.190));
        } finally {
            Locale.setDefault(servers);
        }
    }
}
