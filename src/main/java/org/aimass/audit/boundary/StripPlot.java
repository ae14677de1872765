package org.aimass.audit.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/** Groups one below the other, each with its name, what is said of it and its whisker, for a file that stands alone. */
final class StripPlot {

    private static final int ROW = 44;
    private static final int AXIS = 34;
    private static final String SHOWN = "c-shown";
    private static final double LEFT = 6;
    private static final double RIGHT = 314;

    private final Scale scale;
    private final Format format;
    private final List<Plot.Line> lines = new ArrayList<>();
    private final List<Plot.Label> labels = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int rows;

    private record Mark(double value, String name) {}

    StripPlot(Scale scale, Format format) {
        this.scale = scale;
        this.format = format;
    }

    /**
     * One group.
     *
     * @param style of its mark
     * @param value null, like the ends, where there is none
     */
    void row(
            String name,
            String said,
            String style,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        int y = AXIS + ROW * rows++;
        labels.add(new Plot.Label("direct", number(LEFT), Integer.toString(y + 14), "start", name));
        labels.add(new Plot.Label("", number(RIGHT), Integer.toString(y + 14), "end", said));
        if (value == null || low == null || high == null) {
            return;
        }
        int at = y + 28;
        lines.add(new Plot.Line(
                "c-whisk " + style,
                "M" + x(low) + " " + at + "H" + x(high) + "M" + x(low) + " " + (at - 4) + "v8M" + x(high) + " "
                        + (at - 4) + "v8"));
        String mark = style.equals(SHOWN) ? "m0-6.5 6.5 6.5-6.5 6.5-6.5-6.5z" : "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
        lines.add(new Plot.Line("c-dot " + style, "M" + x(value) + " " + at + mark));
    }

    /** The group that the others are compared with. */
    void reference(String name, String said) {
        row(name, said, "c-ref", null, null, null);
        int at = AXIS + ROW * (rows - 1) + 28;
        lines.add(new Plot.Line("c-ref", "M" + x(scale.none()) + " " + at + "m-5-5h10v10h-10z"));
    }

    /** A vertical line through all groups, such as a reference that they are held against. */
    void line(double value, String name) {
        marks.add(new Mark(value, name));
    }

    /**
     * @param bandLow the tolerance's lower edge; null where nothing is judged
     * @param bandHigh its upper edge
     */
    Plot plot(String title, String subtitle, @Nullable Double bandLow, @Nullable Double bandHigh) {
        return plot(title, subtitle, title, bandLow, bandHigh);
    }

    /** @param spoken the finding in one sentence */
    Plot plot(String title, String subtitle, String spoken, @Nullable Double bandLow, @Nullable Double bandHigh) {
        List<Plot.Line> all = new ArrayList<>();
        int bottom = AXIS + ROW * rows;
        if (bandLow != null && bandHigh != null) {
            all.add(new Plot.Line(
                    "c-band",
                    "M" + x(bandLow) + " " + (AXIS - 6) + "H" + x(bandHigh) + "V" + bottom + "H" + x(bandLow) + "z"));
        }
        for (Scale.Tick tick : scale.ticks()) {
            all.add(new Plot.Line("c-grid", "M" + x(tick.value()) + " " + (AXIS - 6) + "V" + bottom));
            labels.add(new Plot.Label(
                    "",
                    x(tick.value()),
                    Integer.toString(AXIS - 12),
                    tick.anchor(),
                    format.tick(scale.kind(), tick.value())));
        }
        for (Mark mark : marks) {
            all.add(new Plot.Line("p-axis p-dots", "M" + x(mark.value()) + " " + (AXIS - 6) + "V" + (bottom + 4)));
            boolean left = mark.value() > (scale.from() + scale.to()) / 2;
            labels.add(new Plot.Label(
                    "", x(mark.value()), Integer.toString(bottom + 16), left ? "end" : "start", mark.name()));
        }
        all.addAll(lines);
        return new Plot(title, subtitle, spoken, bottom + (marks.isEmpty() ? 6 : 22), all, labels);
    }

    private String x(double value) {
        double share = Math.max(0, Math.min(1, (value - scale.from()) / (scale.to() - scale.from())));
        return number(LEFT + (RIGHT - LEFT) * share);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
