package org.aimass.report.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people name a report: {@code AM-2026-0147}.
 *
 * @param year in which it was published, four digits
 * @param serial from 1 within the year, at least four digits when written
 */
public record ReportNumber(int year, int serial) {

    private static final Pattern WRITTEN = Pattern.compile("AM-([1-9][0-9]{3})-([0-9]{4}|[1-9][0-9]{4,8})");

    public ReportNumber {
        if (year < 1000 || year > 9999 || serial < 1) {
            throw new IllegalArgumentException("no report has the number " + year + ", " + serial);
        }
    }

    /** Empty for everything that is not exactly as this class writes numbers. */
    public static Optional<ReportNumber> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group(2)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new ReportNumber(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "AM-%04d-%04d", year, serial);
    }
}
