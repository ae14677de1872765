package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;

/**
 * How long the recordings are that a column names, each counted once however many rows name it.
 *
 * @param files that the column names
 * @param unreadable how many of those that were tried are no sound that is read
 * @param firstUnreadable the first of these and what is wrong with it, in one line; empty where there is none
 * @param length of those that were read; empty where none was
 * @param rates in samples a second, the most frequent first, at most 20
 * @param otherRates how many recordings have any other rate
 */
public record HeardFiles(
        String column,
        long files,
        long unreadable,
        Optional<String> firstUnreadable,
        Optional<Length> length,
        List<Rate> rates,
        long otherRates) {

    /** Of so many files at the beginning one has to be a sound, or the column is taken to name something else. */
    private static final int TRIED = 10;

    /** So many samples over all columns, 37 hours at 16 kHz, are decoded. */
    static final long MOST_SAMPLES = 1L << 31;

    private static final int MOST_RATES = 20;

    public HeardFiles {
        rates = List.copyOf(rates);
    }

    /**
     * Seconds of recordings.
     *
     * @param count how many were read
     * @param median the mean of the two in the middle where there are two
     * @param total of all together
     */
    public record Length(long count, double minimum, double median, double maximum, double total) {}

    /** How many recordings have a rate. */
    public record Rate(int rate, long files) {}

    /**
     * Decodes what the columns name.
     *
     * @param named by column the numbers of its files
     * @return of the columns that name recordings, in their order
     */
    static List<HeardFiles> of(NamedFiles files, Map<String, BitSet> named, Deadline deadline) {
        List<HeardFiles> heard = new ArrayList<>();
        long room = MOST_SAMPLES;
        for (Map.Entry<String, BitSet> column : named.entrySet()) {
            if (namesSound(files, column.getValue())) {
                Hearing hearing = new Hearing(files, room);
                for (int file = column.getValue().nextSetBit(0);
                        file >= 0 && hearing.room > 0;
                        file = column.getValue().nextSetBit(file + 1)) {
                    hearing.hear(file);
                    deadline.check();
                }
                room = hearing.room;
                heard.add(hearing.profile(column.getKey(), column.getValue().cardinality()));
            }
        }
        return heard;
    }

    private static boolean namesSound(NamedFiles files, BitSet named) {
        return named.stream().limit(TRIED).anyMatch(file -> {
            try {
                return SoundFile.isSound(files.bytes(file));
            } catch (BrokenFile e) {
                return false;
            }
        });
    }

    /** The recordings of one column, as they are heard. */
    private static final class Hearing {

        private final NamedFiles files;
        private final List<Double> seconds = new ArrayList<>();
        private final Map<Integer, long[]> byRate = new TreeMap<>();
        private Optional<String> firstUnreadable = Optional.empty();
        private long unreadable;
        private long room;

        private Hearing(NamedFiles files, long room) {
            this.files = files;
            this.room = room;
        }

        private void hear(int file) {
            try {
                Sound sound = SoundFile.decode(files.bytes(file));
                seconds.add(sound.duration());
                long[] counted = byRate.computeIfAbsent(sound.rate(), rate -> new long[2]);
                counted[0]++;
                counted[1] += sound.samples().length;
                room -= sound.samples().length;
            } catch (BrokenFile e) {
                unreadable++;
                if (firstUnreadable.isEmpty()) {
                    firstUnreadable = Optional.of(OneLine.quoted(files.name(file)) + ": " + e.getMessage());
                }
            }
        }

        private HeardFiles profile(String column, long named) {
            List<Rate> all = byRate.entrySet().stream()
                    .map(each -> new Rate(each.getKey(), each.getValue()[0]))
                    .sorted(Comparator.comparingLong(Rate::files).reversed().thenComparingInt(Rate::rate))
                    .toList();
            List<Rate> shown = all.subList(0, Math.min(MOST_RATES, all.size()));
            return new HeardFiles(
                    column,
                    named,
                    unreadable,
                    firstUnreadable,
                    length(),
                    shown,
                    all.stream().skip(MOST_RATES).mapToLong(Rate::files).sum());
        }

        private Optional<Length> length() {
            if (seconds.isEmpty()) {
                return Optional.empty();
            }
            List<Double> sorted = seconds.stream().sorted().toList();
            int last = sorted.size() - 1;
            double total = 0;
            for (Map.Entry<Integer, long[]> rate : byRate.entrySet()) {
                total += (double) rate.getValue()[1] / rate.getKey();
            }
            return Optional.of(new Length(
                    sorted.size(),
                    sorted.get(0),
                    (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2,
                    sorted.get(last),
                    total));
        }
    }
}
