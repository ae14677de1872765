package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.DetectionMetrics;
import org.aimass.engine.metrics.DetectionShape;
import org.aimass.engine.metrics.Overlaps;

/** Judges what was detected in one image, category by category, as the tools of the COCO challenge do. */
final class JudgedImage {

    private final DetectionPlan plan;
    private final DetectionShape shape;
    private final List<DetectionMetrics.Recalled> recalls;
    private final DetectedImage image;
    private final int[] cells;
    private final double[] sigmas;
    private final List<FoundObject> objects = new ArrayList<>();
    private final List<JudgedDetection> detections = new ArrayList<>();

    /** @param cells by object that of its features */
    JudgedImage(DetectionPlan plan, List<DetectionMetrics.Recalled> recalls, DetectedImage image, int[] cells) {
        this.plan = plan;
        this.recalls = recalls;
        this.image = image;
        this.cells = cells;
        shape = plan.shape();
        sigmas = plan.sigmas().stream().mapToDouble(Double::doubleValue).toArray();
    }

    List<FoundObject> objects() {
        return objects;
    }

    List<JudgedDetection> detections() {
        return detections;
    }

    void judge() {
        IntStream.concat(
                        IntStream.of(image.objects().category()),
                        IntStream.of(image.detections().category()))
                .distinct()
                .sorted()
                .forEach(this::judge);
    }

    private void judge(int category) {
        int[] there = IntStream.range(0, image.objects().size())
                .filter(object -> image.objects().category()[object] == category)
                .toArray();
        double[] score = image.detections().score();
        int[] seen = IntStream.range(0, image.detections().size())
                .filter(detection -> image.detections().category()[detection] == category)
                .boxed()
                .sorted(Comparator.comparingDouble(detection -> -score[detection]))
                .limit(shape.most())
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] crowd = pick(image.objects().crowd(), there);
        boolean[] ignored = pick(image.objects().ignored(), there);
        for (int object = 0; object < there.length; object++) {
            ignored[object] |= crowd[object];
        }
        Matching matching = new Matching(overlaps(seen, there, crowd), crowd);
        int[][] hits = new int[shape.areas().size() * shape.thresholds().size()][];
        boolean[][] outside = new boolean[shape.areas().size()][];
        for (int area = 0; area < outside.length; area++) {
            outside[area] = outside(area, there, ignored);
            for (int threshold = 0; threshold < shape.thresholds().size(); threshold++) {
                hits[shape.bit(area, threshold)] =
                        matching.at(shape.thresholds().get(threshold), outside[area]);
            }
        }
        keepDetections(category, seen, there, hits, outside);
        keepObjects(
                category, seen, there, hits, outside, plan.posed() ? matching.pairs(ignored) : new int[0], matching);
    }

    private static boolean[] pick(boolean[] flags, int[] which) {
        boolean[] picked = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            picked[i] = flags[which[i]];
        }
        return picked;
    }

    private boolean[] outside(int area, int[] there, boolean[] ignored) {
        boolean[] outside = ignored.clone();
        for (int object = 0; object < there.length; object++) {
            outside[object] |= !shape.areas().get(area).holds(image.objects().area()[there[object]]);
        }
        return outside;
    }

    private double[][] overlaps(int[] seen, int[] there, boolean[] crowd) {
        DetectedImage.Things found = image.detections();
        DetectedImage.Things wanted = image.objects();
        double[][] overlaps = new double[seen.length][there.length];
        for (int d = 0; d < seen.length; d++) {
            for (int o = 0; o < there.length; o++) {
                overlaps[d][o] = plan.posed()
                        ? Overlaps.ofKeypoints(
                                found.points(),
                                seen[d],
                                wanted.points(),
                                there[o],
                                wanted.box(),
                                wanted.area()[there[o]],
                                sigmas)
                        : Overlaps.ofBoxes(found.box(), seen[d], wanted.box(), there[o], crowd[o]);
            }
        }
        return overlaps;
    }

    private void keepDetections(int category, int[] seen, int[] there, int[][] hits, boolean[][] outside) {
        for (int d = 0; d < seen.length; d++) {
            long hit = 0;
            long ignored = 0;
            for (int bit = 0; bit < hits.length; bit++) {
                int area = bit / shape.thresholds().size();
                int object = hits[bit][d];
                if (object == Matching.NONE) {
                    boolean fits =
                            shape.areas().get(area).holds(image.detections().area()[seen[d]]);
                    ignored |= fits ? 0 : 1L << bit;
                } else if (outside[area][object]) {
                    ignored |= 1L << bit;
                } else {
                    hit |= 1L << bit;
                }
            }
            int operating = shape.bit(0, shape.operating());
            int cell = JudgedDetection.FALSE_ALARM;
            if ((ignored >>> operating & 1) != 0) {
                cell = JudgedDetection.IGNORED;
            } else if ((hit >>> operating & 1) != 0) {
                cell = cells[there[hits[operating][d]]];
            }
            double score = image.detections().score()[seen[d]];
            detections.add(new JudgedDetection(image.number(), d, category, score, hit, ignored, cell));
        }
    }

    private void keepObjects(
            int category, int[] seen, int[] there, int[][] hits, boolean[][] outside, int[] pairs, Matching matching) {
        for (int o = 0; o < there.length; o++) {
            if (outside[0][o]) {
                continue;
            }
            int areas = 0;
            for (int area = 0; area < outside.length; area++) {
                areas |= outside[area][o] ? 0 : 1 << area;
            }
            int[] rank = ranks(hits, o);
            byte[] found = new byte[recalls.size()];
            for (int recall = 0; recall < found.length; recall++) {
                DetectionMetrics.Recalled recalled = recalls.get(recall);
                for (int threshold : recalled.thresholds()) {
                    boolean counts = (areas >>> recalled.area() & 1) != 0
                            && rank[shape.bit(recalled.area(), threshold)] < recalled.maxDetections();
                    found[recall] += (byte) (counts ? 1 : 0);
                }
            }
            int operating = rank[shape.bit(0, shape.operating())];
            boolean seenAtScore =
                    operating < seen.length && image.detections().score()[seen[operating]] >= shape.score();
            int pair = plan.posed() ? pairs[o] : Matching.NONE;
            objects.add(new FoundObject(
                    image.number(),
                    there[o],
                    category,
                    cells[there[o]],
                    areas,
                    found,
                    seenAtScore,
                    pair == Matching.NONE ? 0 : matching.overlap()[pair][o],
                    labelled(there[o]),
                    near(pair == Matching.NONE ? pair : seen[pair], there[o])));
        }
    }

    /** By area and threshold the rank of the detection that hits an object; beyond all where none does. */
    private static int[] ranks(int[][] hits, int object) {
        int[] ranks = new int[hits.length];
        for (int bit = 0; bit < hits.length; bit++) {
            ranks[bit] = Integer.MAX_VALUE;
            for (int d = hits[bit].length - 1; d >= 0; d--) {
                ranks[bit] = hits[bit][d] == object ? d : ranks[bit];
            }
        }
        return ranks;
    }

    private long labelled(int object) {
        long labelled = 0;
        for (int point = 0; point < sigmas.length; point++) {
            boolean is = image.objects().points()[Overlaps.POINT * (object * sigmas.length + point) + 2] > 0;
            labelled |= is ? 1L << point : 0;
        }
        return labelled;
    }

    private long[] near(int detection, int object) {
        double[] box = image.objects().box();
        double side = Math.max(box[Overlaps.BOX * object + 2], box[Overlaps.BOX * object + 3]);
        long[] near = new long[plan.posed() ? shape.alphas().size() : 0];
        for (int alpha = 0; detection >= 0 && alpha < near.length; alpha++) {
            for (int point = 0; point < sigmas.length; point++) {
                boolean is = Overlaps.isNear(
                        image.detections().points(),
                        detection,
                        image.objects().points(),
                        object,
                        sigmas.length,
                        point,
                        shape.alphas().get(alpha) * side);
                near[alpha] |= is ? 1L << point : 0;
            }
        }
        return near;
    }
}
