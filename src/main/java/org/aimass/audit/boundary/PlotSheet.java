package org.aimass.audit.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Paper for one plot: two axes from 0 to 1, on which series are drawn in shares of their lengths. */
final class PlotSheet {

    /** A series beyond has no hue, dash and mark of its own: it gets a plot of its own. */
    static final int MOST_SERIES = 4;

    /** The style of a series that the others are set against. */
    static final int BACKGROUND = 0;

    private static final double LEFT = 40;
    private static final double RIGHT = 290;
    private static final double TALL = 190;
    private static final int KEY_ROW = 17;
    private static final int LONGEST_KEY = 30;

    private final double top;
    private final double bottom;
    private final List<Plot.Line> lines = new ArrayList<>();
    private final List<Plot.Label> labels = new ArrayList<>();

    /** A place on the sheet, in shares of the axes. */
    record Spot(double x, double y) {}

    private PlotSheet(double top) {
        this.top = top;
        bottom = top + TALL;
    }

    /** A square sheet. */
    static PlotSheet square() {
        return new PlotSheet(20);
    }

    /** A sheet with room for so many rows of a key above what is drawn. */
    static PlotSheet below(int keys) {
        return new PlotSheet(12 + (double) KEY_ROW * keys);
    }

    void horizontalGrid(double at, String label) {
        lines.add(new Plot.Line("c-grid", "M" + x(0) + " " + y(at) + "H" + x(1)));
        text("", LEFT - 6, place(at) + 4, "end", label);
    }

    void verticalGrid(double at, String label) {
        lines.add(new Plot.Line("c-grid", "M" + x(at) + " " + y(0) + "V" + y(1)));
        text("", across(at), bottom + 18, "middle", label);
    }

    void horizontalTitle(String title) {
        text("", (LEFT + RIGHT) / 2, bottom + 37, "middle", title);
    }

    void diagonal() {
        lines.add(new Plot.Line("p-axis p-dots", "M" + x(0) + " " + y(0) + "L" + x(1) + " " + y(1)));
    }

    void baseline() {
        lines.add(new Plot.Line("p-axis", "M" + x(0) + " " + y(0) + "H" + x(1)));
    }

    /** A dotted vertical line through the whole sheet. */
    void guide(double at) {
        lines.add(new Plot.Line("p-axis p-dots", "M" + x(at) + " " + y(0) + "V" + y(1)));
    }

    /** A vertical line through the whole sheet, named at its upper end. */
    void threshold(double at, String name) {
        lines.add(new Plot.Line("p-axis", "M" + x(at) + " " + y(0) + "V" + y(1)));
        boolean room = at > 0.3;
        text("", across(at) + (room ? -5 : 5), top + 9, room ? "end" : "start", name);
    }

    /** @param series from 1, or {@link #BACKGROUND} */
    void line(int series, List<Spot> spots) {
        lines.add(new Plot.Line(
                "p-line " + style(series),
                spots.stream().map(spot -> x(spot.x()) + " " + y(spot.y())).collect(Collectors.joining("L", "M", ""))));
    }

    /** Steps of equal width from the left end to the right. */
    void steps(int series, List<Double> heights) {
        StringBuilder path = new StringBuilder("M" + x(0) + " " + y(0));
        for (int i = 0; i < heights.size(); i++) {
            path.append("V").append(y(heights.get(i))).append("H").append(x((i + 1.0) / heights.size()));
        }
        lines.add(new Plot.Line(
                "p-line " + style(series), path.append("V").append(y(0)).toString()));
    }

    /** A vertical whisker. */
    void whisker(int series, double at, double low, double high) {
        lines.add(new Plot.Line("p-line p-solid p-thin " + style(series), "M" + x(at) + " " + y(low) + "V" + y(high)));
    }

    void mark(int series, Spot spot) {
        String at = "M" + x(spot.x()) + " " + y(spot.y());
        lines.add(new Plot.Line("f" + series, at + shape(series)));
    }

    /** Names a series in the lower right corner; the last row lies lowest. */
    void keyBelow(int series, int row, int rows, String name) {
        key(series, bottom - 10 - (double) KEY_ROW * (rows - 1 - row), name);
    }

    /** Names a series above what is drawn. */
    void keyAbove(int series, int row, String name) {
        key(series, 10 + (double) KEY_ROW * row, name);
    }

    private void key(int series, double y, String name) {
        double end = RIGHT - 4;
        lines.add(new Plot.Line(
                "p-line " + style(series), "M" + number(end - 24) + " " + number(y - 4) + "H" + number(end)));
        if (series != BACKGROUND) {
            lines.add(new Plot.Line("f" + series, "M" + number(end - 12) + " " + number(y - 4) + shape(series)));
        }
        text("direct " + (series == BACKGROUND ? "" : "f" + series), end - 30, y, "end", brief(name));
    }

    private static String brief(String name) {
        int width = 0;
        for (int i = 0; i < name.length(); i++) {
            width += name.charAt(i) > 0x2e80 ? 2 : 1;
            if (width > LONGEST_KEY) {
                return name.substring(0, i) + "…";
            }
        }
        return name;
    }

    Plot plot(String title, String subtitle, String spoken) {
        return new Plot(title, subtitle, spoken, (int) bottom + 42, lines, labels);
    }

    private void text(String style, double x, double y, String anchor, String text) {
        labels.add(new Plot.Label(style.strip(), number(x), number(y), anchor, text));
    }

    private static String style(int series) {
        return series == BACKGROUND ? "p-back" : "p" + series;
    }

    /** Each series has a mark of its own: circle, diamond, square, triangle. */
    private static String shape(int series) {
        return switch (series) {
            case 1 -> "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z";
            case 2 -> "m0-5 5 5-5 5-5-5z";
            case 3 -> "m-3.5-3.5h7v7h-7z";
            default -> "m0-4.5 4.5 8h-9z";
        };
    }

    private String x(double share) {
        return number(across(share));
    }

    private String y(double share) {
        return number(place(share));
    }

    private static double across(double share) {
        return LEFT + (RIGHT - LEFT) * share;
    }

    private double place(double share) {
        return bottom - (bottom - top) * share;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
