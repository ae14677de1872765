package org.aimass.report.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aimass.report.entity.Disclosure.Group;

/**
 * Groups that add up to a published whole.
 *
 * @param whole the group they add up to; empty is everybody
 * @param refined whether finer groups are published too, from which these could be put together
 */
record PublishedSum(Map<String, String> whole, List<Group> parts, boolean refined) {

    private static final Comparator<Group> LEAST_MISSED_FIRST = Comparator.comparing(Group::important)
            .thenComparing(Group::people)
            .thenComparing(group -> new TreeMap<>(group.values()).toString());

    /** Every set of groups whose total is published: under everybody, and under each group of fewer of their features. */
    static List<PublishedSum> of(Collection<Group> groups) {
        Map<Set<String>, List<Group>> partitions = new LinkedHashMap<>();
        for (Group group : groups) {
            partitions
                    .computeIfAbsent(group.values().keySet(), features -> new ArrayList<>())
                    .add(group);
        }
        List<PublishedSum> sums = new ArrayList<>();
        for (Map.Entry<Set<String>, List<Group>> partition : partitions.entrySet()) {
            Set<String> features = partition.getKey();
            boolean refined = partitions.keySet().stream()
                    .anyMatch(other -> other.size() > features.size() && other.containsAll(features));
            sums.add(new PublishedSum(Map.of(), partition.getValue(), refined));
            for (Set<String> coarser : partitions.keySet()) {
                if (coarser.size() < features.size() && features.containsAll(coarser)) {
                    Map<Map<String, String>, List<Group>> parts = new LinkedHashMap<>();
                    for (Group group : partition.getValue()) {
                        Map<String, String> whole = new HashMap<>(group.values());
                        whole.keySet().retainAll(coarser);
                        parts.computeIfAbsent(whole, any -> new ArrayList<>()).add(group);
                    }
                    parts.forEach((whole, part) -> sums.add(new PublishedSum(whole, part, refined)));
                }
            }
        }
        return sums;
    }

    /** Whether the parts are all shown and so small that rounding hides nothing: then they tell how many everybody is. */
    boolean tells(Map<Map<String, String>, HiddenReason> hidden) {
        return whole.isEmpty() && parts.stream().noneMatch(part -> isLarge(part) || hidden.containsKey(part.values()));
    }

    /** Hides what the hidden parts need; tells whether anything was. */
    boolean protect(Map<Map<String, String>, HiddenReason> hidden, long minimum, boolean blurs) {
        if (hidden.containsKey(whole)) {
            return hideAll(hidden);
        }
        Map<Boolean, List<Group>> byHidden =
                parts.stream().collect(Collectors.partitioningBy(part -> hidden.containsKey(part.values())));
        List<Group> secret = byHidden.getOrDefault(true, List.of());
        List<Group> shown = byHidden.getOrDefault(false, List.of());
        if (secret.isEmpty()) {
            return false;
        }
        boolean blurred = blurs && !refined && shown.stream().anyMatch(PublishedSum::isLarge);
        if (blurred || (secret.size() > 1 && !isSmall(secret, minimum))) {
            return false;
        }
        return hideNext(hidden);
    }

    boolean has(Map<String, String> group) {
        return parts.stream().anyMatch(part -> part.values().equals(group));
    }

    /** Hides the shown part that is missed least; of a sum of one part, which is the whole, the whole. */
    boolean hideNext(Map<Map<String, String>, HiddenReason> hidden) {
        Map<String, String> next = parts.stream()
                .filter(part -> !hidden.containsKey(part.values()))
                .min(LEAST_MISSED_FIRST)
                .map(Group::values)
                .orElse(parts.size() == 1 ? whole : Map.of());
        return !next.isEmpty() && hidden.putIfAbsent(next, HiddenReason.PROTECTS_ANOTHER) == null;
    }

    boolean hideAll(Map<Map<String, String>, HiddenReason> hidden) {
        Set<Map<String, String>> before = new HashSet<>(hidden.keySet());
        parts.forEach(part -> hidden.putIfAbsent(part.values(), HiddenReason.PROTECTS_ANOTHER));
        return !before.equals(hidden.keySet());
    }

    static boolean isLarge(Group group) {
        return group.counts().values().stream().allMatch(people -> people >= Disclosure.LARGE);
    }

    /** Whether the people that some figure counts, or that it leaves out while another counts them, are too few. */
    static boolean isSmall(List<Group> together, long minimum) {
        Map<String, Long> counts = new HashMap<>();
        for (Group group : together) {
            group.counts().forEach((figure, people) -> counts.merge(figure, people, Long::sum));
        }
        long previous = 0;
        boolean first = true;
        for (long people : new TreeSet<>(counts.values())) {
            if (first ? people < minimum : people - previous < minimum) {
                return true;
            }
            previous = people;
            first = false;
        }
        return false;
    }
}
