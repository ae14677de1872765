package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/**
 * Numbers, dates, durations and sizes as the reader's language writes them. Shares and intervals come as fractions of 1 and are
 * shown in percent with one decimal; a minus is a minus, not a hyphen. Everything is rounded half up, as people do by hand.
 */
@Named
@ApplicationScoped
public class Format {

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    /** Below it a share is but the error of a computation. */
    private static final double NOTHING = 1e-10;

    private static final char MINUS = '\u2212';
    private static final char NARROW_SPACE = '\u202f';
    private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private final Supplier<Locale> reader;
    private final ZoneId zone;

    /** In the language of the page being rendered and the server's time zone. */
    public Format() {
        this(() -> FacesContext.getCurrentInstance().getViewRoot().getLocale(), ZoneId.systemDefault());
    }

    public Format(Locale locale, ZoneId zone) {
        this(() -> locale, zone);
    }

    private Format(Supplier<Locale> reader, ZoneId zone) {
        this.reader = reader;
        this.zone = zone;
    }

    /** Our words, never those of the server's own language. */
    static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.aimass.web.Words",
                locale,
                Format.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** 0.174 as "17.4 %". */
    public String percent(double share) {
        return hundredfold(share) + percentSign();
    }

    /** To three digits, for errors that are rare: 0.000987 as "0.0987 %", 0.174 as "17.4 %". */
    public String rarePercent(double share) {
        return threeDigits(share) + percentSign();
    }

    /** 0.000591 and 0.00164 as "0.0591 to 0.164". */
    public String rareInterval(double low, double high) {
        return say("tag.interval", threeDigits(low), threeDigits(high));
    }

    /** 0.95 as "95 %". */
    public String wholePercent(double share) {
        return bare(BigDecimal.valueOf(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP)) + percentSign();
    }

    /** 0.159 and 0.190 as "15.9 to 19.0". */
    public String percentInterval(double low, double high) {
        return say("tag.interval", hundredfold(low), hundredfold(high));
    }

    /** 0.086 as "+8.6", for percentage points. */
    public String points(double difference) {
        return signed(BigDecimal.valueOf(difference).movePointRight(2).setScale(1, RoundingMode.HALF_UP));
    }

    /** 0.106 as "10.6", for how far two shares lie apart, in percentage points. */
    public String pointsApart(double distance) {
        return hundredfold(distance);
    }

    /** A difference in percentage points with its interval: "+8.6 (+6.8 to +10.4)". */
    public String difference(double value, double low, double high) {
        return say("tag.difference", points(value), pointsInterval(low, high));
    }

    /** The same for ratios: "0.912 (0.871 to 0.955)". */
    public String decimalDifference(double value, double low, double high) {
        return say("tag.difference", decimal(value), decimalInterval(low, high));
    }

    /** The same for differences of what is no share: "+0.086 (+0.068 to +0.104)". */
    public String stepDifference(double value, double low, double high) {
        return say("tag.difference", step(value), stepInterval(low, high));
    }

    /** 0.068 and 0.104 as "+6.8 to +10.4". */
    public String pointsInterval(double low, double high) {
        return say("tag.interval", points(low), points(high));
    }

    /** 0.9551 as "0.955", for ratios, areas and errors that are no shares. */
    public String decimal(double value) {
        return decimal(value, 3);
    }

    /** 0.0864 as "+0.086", for differences of what is no share. */
    public String step(double difference) {
        return signed(BigDecimal.valueOf(difference).setScale(3, RoundingMode.HALF_UP));
    }

    /** 0.068 and 0.1044 as "+0.068 to +0.104". */
    public String stepInterval(double low, double high) {
        return say("tag.interval", step(low), step(high));
    }

    public String decimal(double value, int digits) {
        return plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    public String decimalInterval(double low, double high) {
        return say("tag.interval", decimal(low), decimal(high));
    }

    /** 18240 as "18,240", in both languages. */
    public String whole(long count) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(count);
    }

    /** An instant in the server's zone, or a local date: "9 November 2026" or "2026 年 11 月 9 日". */
    public String date(Object when) {
        return isChinese() ? pattern("yyyy 年 M 月 d 日", when) : pattern("d MMMM yyyy", when);
    }

    /** "9 Nov 2026" for narrow places; the same as {@link #date} in Chinese. */
    public String shortDate(Object when) {
        return isChinese() ? date(when) : pattern("d MMM yyyy", when);
    }

    /** "November 2026" or "2026 年 11 月". */
    public String month(Object when) {
        return isChinese() ? pattern("yyyy 年 M 月", when) : pattern("MMMM yyyy", when);
    }

    /** "9 November 2026, 09:58" or "2026 年 11 月 9 日 09:58". */
    public String dateTime(Object when) {
        return date(when) + (isChinese() ? " " : ", ") + time(when);
    }

    /** "09:58". */
    public String time(Object when) {
        return pattern("HH:mm", when);
    }

    /** "09:58:07". */
    public String timeWithSeconds(Object when) {
        return pattern("HH:mm:ss", when);
    }

    /** For the {@code datetime} attribute of {@code time}. */
    public String machine(Object when) {
        return when.toString();
    }

    /** As people say it: "less than a minute", "about 4 min", "about 2 h". */
    public String duration(Duration duration) {
        long minutes = Math.round(duration.toSeconds() / 60.0);
        if (minutes < 1) {
            return say("tag.duration.short");
        }
        return minutes < 90
                ? say("tag.duration.minutes", whole(minutes))
                : say("tag.duration.hours", whole(Math.round(minutes / 60.0)));
    }

    /** Decimal units, as disks are sold: 412000 as "412 kB", 1940000000 as "1.9 GB". */
    public String bytes(long count) {
        double amount = count;
        int unit = 0;
        while (amount >= 999.5 && unit < BYTE_UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        if (unit == 0) {
            return say("tag.bytes", count);
        }
        return decimal(amount, amount < 9.95 ? 1 : 0) + " " + BYTE_UNITS[unit];
    }

    /** A digest in groups of four, so that two people can compare it aloud. */
    public String digest(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The two ends of a digest, for where the whole is one click away. */
    public String shortDigest(String hex) {
        return hex.length() <= 12 ? hex : hex.substring(0, 8) + "…" + hex.substring(hex.length() - 4);
    }

    /** A tick of an axis, in the axis's own kind, with no more digits than it needs. */
    public String tick(Scale.Kind kind, double value) {
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return switch (kind) {
            case SHARE -> bare(plain.movePointRight(2)) + percentSign();
            case POINTS -> signed(plain.movePointRight(2));
            case RATIO, NUMBER -> bare(plain);
        };
    }

    /** How comparisons came out, in words: "1 disparity shown, 8 within tolerance"; what there is none of is left out. */
    public String tally(int shown, int within, int insufficient) {
        List<String> parts = new ArrayList<>();
        if (shown > 0) {
            parts.add(say("tag.tally.shown", shown));
        }
        if (within > 0) {
            parts.add(say("tag.tally.within", within));
        }
        if (insufficient > 0) {
            parts.add(say("tag.tally.insufficient", insufficient));
        }
        return String.join(say("tag.tally.separator"), parts);
    }

    /** Two sentences, one after the other; either may be empty. Chinese ones have no blank between them. */
    public String sentences(String first, String second) {
        boolean apart = !first.isEmpty() && !second.isEmpty() && !isChinese();
        return first + (apart ? " " : "") + second;
    }

    /** One of our own words, with its places filled. */
    public String say(String key, Object... arguments) {
        Locale locale = reader.get();
        return new MessageFormat(words(locale).getString(key), locale).format(arguments);
    }

    private String percentSign() {
        return isChinese() ? "%" : NARROW_SPACE + "%";
    }

    private boolean isChinese() {
        return Frame.isChinese(reader.get());
    }

    private static String hundredfold(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        BigDecimal usual = percent.setScale(1, RoundingMode.HALF_UP);
        boolean tiny = Math.abs(share) > NOTHING && percent.abs().compareTo(TENTH) < 0;
        // what is there is never shown as nothing: 0.0000123 is 0.0012 %
        return plain(tiny ? percent.round(TWO_DIGITS).stripTrailingZeros() : usual);
    }

    private static String threeDigits(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        if (Math.abs(share) <= NOTHING) {
            return plain(percent.setScale(1, RoundingMode.HALF_UP));
        }
        BigDecimal rounded = percent.round(THREE_DIGITS).stripTrailingZeros();
        return plain(rounded.setScale(Math.max(1, rounded.scale()), RoundingMode.HALF_UP));
    }

    private static String signed(BigDecimal number) {
        return number.signum() > 0 ? "+" + bare(number) : bare(number);
    }

    private static String bare(BigDecimal number) {
        return plain(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() < 0
                ? MINUS + number.abs().toPlainString()
                : number.abs().toPlainString();
    }

    private String pattern(String pattern, Object when) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return formatter.format(atZone(when));
    }

    private TemporalAccessor atZone(Object when) {
        if (when instanceof Instant instant) {
            return instant.atZone(zone);
        }
        return (TemporalAccessor) when;
    }
}
