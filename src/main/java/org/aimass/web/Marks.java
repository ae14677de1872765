package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of marks that come in numbers, as paths of an SVG: one path for each kind, however many marks there are. */
@Named
@ApplicationScoped
public class Marks {

    private static final int PER_ROW = 20;
    private static final int PITCH = 16;
    private static final int ROW = 18;

    /** One mark for each comparison: shown, then within, then insufficient. */
    public Tally tally(int shown, int within, int insufficient) {
        return new Tally(shown, within, insufficient);
    }

    /** The style of a mark that stands for this verdict, or for a plain value when there is none. */
    public String style(@Nullable Object verdict) {
        return switch (String.valueOf(verdict)) {
            case "DISPARITY_SHOWN" -> "c-shown";
            case "WITHIN_TOLERANCE" -> "c-within";
            case "INSUFFICIENT_EVIDENCE" -> "c-unsure";
            default -> "c-plain";
        };
    }

    /** Its shape around 0, 0: a diamond for a disparity shown, else a circle. */
    public String dot(@Nullable Object verdict) {
        return style(verdict).equals("c-shown")
                ? "M0-6.5L6.5 0 0 6.5-6.5 0z"
                : "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z";
    }

    /** A hundred people, ten by ten; so many of them are hit. */
    public Hundred hundred(int hits) {
        if (hits < 0 || hits > 100) {
            throw new IllegalArgumentException(hits + " of 100");
        }
        return new Hundred(hits);
    }

    /** How many marks of each kind, each at least 0. */
    public record Tally(int shown, int within, int insufficient) {

        public int total() {
            return shown + within + insufficient;
        }

        public int width() {
            return Math.max(1, Math.min(PER_ROW, total())) * PITCH;
        }

        public int height() {
            return ROW * (Math.max(0, total() - 1) / PER_ROW) + 14;
        }

        public String diamonds() {
            return path(0, shown, "m0-6.5 6.5 6.5-6.5 6.5-6.5-6.5z");
        }

        public String dots() {
            return path(shown, within, "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z");
        }

        public String rings() {
            return path(shown + within, insufficient, "m-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z");
        }

        private static String path(int first, int count, String mark) {
            StringBuilder path = new StringBuilder();
            for (int i = first; i < first + count; i++) {
                path.append("M")
                        .append(PITCH * (i % PER_ROW) + 8)
                        .append(' ')
                        .append(ROW * (i / PER_ROW) + 7)
                        .append(mark);
            }
            return path.toString();
        }
    }

    /** @param hits how many of a hundred, 0 to 100 */
    public record Hundred(int hits) {

        public String squares() {
            return path(0, hits, "m-4.2-4.2h8.4v8.4h-8.4z");
        }

        public String crosses() {
            return path(0, hits, "m-2-2 4 4m0-4-4 4");
        }

        public String dots() {
            return path(hits, 100, "m-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z");
        }

        private static String path(int from, int to, String mark) {
            StringBuilder path = new StringBuilder();
            for (int i = from; i < to; i++) {
                path.append(String.format(Locale.ROOT, "M%d %d%s", 10 * (i % 10) + 5, 10 * (i / 10) + 5, mark));
            }
            return path.toString();
        }
    }
}
