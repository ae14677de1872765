package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The metrics of an identification, of every group of searches (NIST FRTE 1:N; ISO/IEC 19795-1). A search is mated where the person is
 * enrolled. Searches of strangers go wrong where any candidate is at or above the threshold; mated ones where the person is not, or
 * has too many others above. A search with a weight counts as often as it weighs.
 */
public final class IdentificationMetrics {

    private static final String NO_STRANGERS = "no searches of people who are not enrolled";
    private static final String NO_MATES = "no searches of people who are enrolled";

    private final List<Double> thresholds;
    private final List<Integer> ranks;
    private final List<Double> targets;
    private final double alpha;
    private final List<BaseMetric> metrics = new ArrayList<>();

    /**
     * @param targets false positive identification rates
     * @param thresholds by target; infinite where only a threshold above all scores reaches it, NaN where there is none
     * @param ranks how many first candidates are looked at
     * @param alpha how much false positives weigh where both errors are summed up
     */
    public IdentificationMetrics(List<Double> targets, List<Double> thresholds, List<Integer> ranks, double alpha) {
        this.targets = List.copyOf(targets);
        this.thresholds = List.copyOf(thresholds);
        this.ranks = List.copyOf(ranks);
        this.alpha = alpha;
        metrics.add(rate("rank_one_miss_rate", Map.of()));
        for (int rank : ranks) {
            metrics.add(rate("false_negative_identification_rate", Map.of("rank", rank)));
        }
        for (int target = 0; target < targets.size(); target++) {
            metrics.add(rate("false_positive_identification_rate", at(target)));
            for (int rank : ranks) {
                Map<String, Object> at = new LinkedHashMap<>();
                at.put("rank", rank);
                at.putAll(at(target));
                metrics.add(rate("false_negative_identification_rate", at));
            }
        }
    }

    private static BaseMetric rate(String name, Map<String, Object> at) {
        return new BaseMetric(name, at, true, false);
    }

    /** The threshold too, where it is a number. */
    private Map<String, Object> at(int target) {
        Map<String, Object> at = new LinkedHashMap<>();
        at.put("target_fpir", targets.get(target));
        if (Double.isFinite(thresholds.get(target))) {
            at.put("threshold", thresholds.get(target));
        }
        return at;
    }

    public List<BaseMetric> list() {
        return metrics;
    }

    /** Where the metrics of a target begin: that of strangers first, then one of each rank. */
    private int first(int target) {
        return 1 + ranks.size() + target * (1 + ranks.size());
    }

    /** How far apart groups are, beside the difference and the ratio of each metric. */
    public List<Disparity> differentials() {
        List<Disparity> all = new ArrayList<>();
        IntStream.range(0, metrics.size()).forEach(metric -> all.addAll(Differential.of(metrics.get(metric), metric)));
        for (int target = 0; target < targets.size(); target++) {
            for (int rank = 0; rank < ranks.size(); rank++) {
                int missed = first(target) + 1 + rank;
                all.addAll(Differential.ofBoth(metrics.get(missed).at(), first(target), missed, alpha));
            }
        }
        return all;
    }

    /** Searches of one group. */
    public CountedShares count(SearchRows searches) {
        int size = searches.size();
        long[] about = new long[size];
        long[] counted = new long[size];
        long ofMates = (1L << (1 + ranks.size())) - 1;
        long ofStrangers = 0;
        for (int target = 0; target < targets.size(); target++) {
            if (!thresholds.get(target).isNaN()) {
                ofStrangers |= 1L << first(target);
                ofMates |= ((1L << ranks.size()) - 1) << (first(target) + 1);
            }
        }
        for (int search = 0; search < size; search++) {
            boolean mated = searches.mated()[search];
            about[search] = mated ? ofMates : ofStrangers;
            counted[search] = about[search] & (mated ? missed(searches, search) : accepted(searches.score()[search]));
        }
        return new CountedShares(why(), about, counted, searches.person(), searches.weight());
    }

    private long accepted(double score) {
        long accepted = 0;
        for (int target = 0; target < targets.size(); target++) {
            accepted |= score >= thresholds.get(target) ? 1L << first(target) : 0;
        }
        return accepted;
    }

    private long missed(SearchRows searches, int search) {
        double place = searches.rank()[search];
        double score = searches.score()[search];
        long missed = place > 1 ? 1 : 0;
        for (int rank = 0; rank < ranks.size(); rank++) {
            boolean behind = place > ranks.get(rank);
            missed |= behind ? 1L << (1 + rank) : 0;
            for (int target = 0; target < targets.size(); target++) {
                missed |= behind || !(score >= thresholds.get(target)) ? 1L << (first(target) + 1 + rank) : 0;
            }
        }
        return missed;
    }

    private List<String> why() {
        List<String> why = new ArrayList<>();
        for (int metric = 0; metric < metrics.size(); metric++) {
            boolean ofStrangers = metrics.get(metric).name().startsWith("false_positive");
            boolean unset = metric > ranks.size()
                    && thresholds.get((metric - first(0)) / (1 + ranks.size())).isNaN();
            why.add(ofStrangers || unset ? NO_STRANGERS : NO_MATES);
        }
        return why;
    }
}
