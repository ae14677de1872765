package org.aimass.audit.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A plot with two axes, {@value #WIDTH} units wide, as shapes that a page and a file draw alike.
 *
 * @param title what is shown
 * @param subtitle its unit, and what the marks are
 * @param spoken the finding in one sentence, for whoever does not see it
 * @param height in units
 */
public record Plot(String title, String subtitle, String spoken, int height, List<Line> lines, List<Label> labels) {

    static final int WIDTH = 320;

    /**
     * A shape.
     *
     * @param style a class of the style sheet, or several
     * @param path as SVG writes it
     */
    public record Line(String style, String path) {}

    /**
     * A text.
     *
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    public record Label(String style, String x, String y, String anchor, String text) {}

    public Plot {
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
    }

    /** A length or a place with one decimal. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + height;
    }
}
