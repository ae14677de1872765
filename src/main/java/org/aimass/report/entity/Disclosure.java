package org.aimass.report.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which groups a report shows, so that nobody can work out the figures of a handful of people.
 *
 * <p>A group is hidden where it, or a part of it that one of the figures counts, has fewer people than the minimum. What is
 * hidden must not follow from the rest: the groups of one feature add up to everybody, and the groups of an intersection to
 * the groups of its features. So the hidden groups of every such sum are at least two and together no longer small;
 * otherwise the sum's smallest group is hidden as well. Where that would cost more groups than rounding does, every count
 * is rounded to a multiple of the minimum and every share to {@value #SHARE_STEP}; rounding protects a sum that holds a
 * shown group so large ({@value #LARGE} people) that its rounded share fits several counts.
 */
public final class Disclosure {

    /** The step to which shares are rounded. */
    public static final double SHARE_STEP = 0.001;

    /** From this many people on, several counts round to the same share. */
    public static final long LARGE = 1_000;

    /** With more hidden groups than this, a sum with any hidden group hides all of them, rather than to solve equations. */
    private static final int MOST_UNKNOWN = 1_000;

    /**
     * A group of people with what is to be published of it.
     *
     * @param values the group's value of each feature that forms it; never empty
     * @param counts how many people each figure counts, by any name; must hold at least how many there are in all
     * @param important whether to hide another group rather than this one: the reference group, or one with a finding
     */
    public record Group(Map<String, String> values, Map<String, Long> counts, boolean important) {

        public Group {
            values = Map.copyOf(values);
            counts = Map.copyOf(counts);
            if (values.isEmpty() || counts.isEmpty()) {
                throw new IllegalArgumentException("a group has features and people");
            }
        }

        long people() {
            return counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }

    private final long minimum;
    private final boolean rounds;
    private final Map<Map<String, String>, HiddenReason> hidden;

    private Disclosure(long minimum, boolean rounds, Map<Map<String, String>, HiddenReason> hidden) {
        this.minimum = minimum;
        this.rounds = rounds;
        this.hidden = hidden;
    }

    /** @param minimum the fewest people that may be shown, at least 1 */
    public static Disclosure of(Collection<Group> groups, long minimum) {
        Map<Map<String, String>, HiddenReason> exact = hide(groups, minimum, false);
        Map<Map<String, String>, HiddenReason> rounded = hide(groups, minimum, true);
        boolean rounds = rounded.size() < exact.size();
        return new Disclosure(minimum, rounds, rounds ? rounded : exact);
    }

    public Optional<HiddenReason> hidden(Map<String, String> group) {
        return Optional.ofNullable(hidden.get(group));
    }

    /** The number of which every count is a multiple; 1 where counts are exact. */
    public long countStep() {
        return rounds ? minimum : 1;
    }

    public boolean rounds() {
        return rounds;
    }

    /** The nearest multiple of {@link #countStep}. */
    public long count(long exact) {
        return Math.round((double) exact / countStep()) * countStep();
    }

    /** A share, ratio or difference as it may be published. */
    public double share(double exact) {
        return rounds ? Math.rint(exact / SHARE_STEP) / Math.rint(1 / SHARE_STEP) : exact;
    }

    private static Map<Map<String, String>, HiddenReason> hide(
            Collection<Group> groups, long minimum, boolean rounded) {
        Map<Map<String, String>, HiddenReason> hidden = new HashMap<>();
        for (Group group : groups) {
            if (PublishedSum.isSmall(List.of(group), minimum)) {
                hidden.put(group.values(), HiddenReason.SMALL);
            }
        }
        List<PublishedSum> sums = PublishedSum.of(groups);
        boolean blurs = rounded && sums.stream().noneMatch(sum -> sum.tells(hidden));
        boolean changed = !hidden.isEmpty();
        while (changed) {
            changed = false;
            for (PublishedSum sum : sums) {
                changed |= sum.protect(hidden, minimum, blurs);
            }
            changed = changed || hideWhatFollows(sums, hidden, blurs);
        }
        return hidden;
    }

    /** Sums that share groups can tell together what none tells alone. */
    private static boolean hideWhatFollows(
            List<PublishedSum> sums, Map<Map<String, String>, HiddenReason> hidden, boolean blurs) {
        if (hidden.size() > MOST_UNKNOWN) {
            return sums.stream()
                    .filter(sum -> sum.parts().stream().anyMatch(part -> hidden.containsKey(part.values())))
                    .map(sum -> sum.hideAll(hidden))
                    .reduce(false, Boolean::logicalOr);
        }
        Set<Map<String, String>> unknown = new HashSet<>(hidden.keySet());
        if (blurs) {
            unknown.add(Map.of());
            sums.forEach(sum -> sum.parts().stream()
                    .filter(part -> PublishedSum.isLarge(part) && !sum.refined())
                    .forEach(part -> unknown.add(part.values())));
        }
        Derivation<Map<String, String>> derivation = new Derivation<>(unknown);
        sums.forEach(sum -> derivation.sum(
                sum.whole(), sum.parts().stream().map(Group::values).toList()));
        Set<Map<String, String>> follows = derivation.known();
        follows.retainAll(hidden.keySet());
        boolean changed = false;
        for (Map<String, String> group : follows) {
            changed |= sums.stream().anyMatch(sum -> sum.has(group) && sum.hideNext(hidden));
        }
        return changed;
    }
}
