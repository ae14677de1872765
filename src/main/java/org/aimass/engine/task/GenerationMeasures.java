package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aimass.engine.metrics.FrechetDistance;
import org.aimass.engine.metrics.GenerationGroup;
import org.aimass.engine.metrics.GenerationMetrics;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.KernelDistance;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Derives the outcome of an audit of generated images. */
final class GenerationMeasures extends Disaggregation<GenerationMeasures.Images> {

    private final GenerationPlan plan;
    private final List<Generation.Output> outputs;
    private final List<String> attributes;
    private final List<String> kinds;
    private final GenerationMetrics metrics;
    private final MeasuredGroups measures;

    /** The images of a group, and what to compare their features with. */
    record Images(GenerationGroup group, List<double[]> real, List<double[]> generated, boolean countAlike) {}

    /** @param outputs in the order of the dataset */
    GenerationMeasures(
            GenerationPlan plan,
            CellIndex cells,
            List<Generation.Output> outputs,
            List<List<String>> dictionaries,
            List<String> attributes) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.outputs = outputs;
        this.attributes = attributes;
        Map<String, Double> reference = new TreeMap<>(plan.reference());
        if (reference.isEmpty()) {
            attributes.forEach(attribute -> reference.put(attribute, 1.0 / attributes.size()));
        }
        kinds = plan.perceived() ? List.copyOf(reference.keySet()) : List.of();
        metrics = new GenerationMetrics(
                plan.known(), kinds, plan.perceived() ? List.copyOf(reference.values()) : List.of());
        measures = new MeasuredGroups(metrics.list(), plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    @Override
    List<Images> counted(Partition partition) {
        List<TreeMap<Long, double[]>> units = new ArrayList<>();
        List<List<double[]>> real = new ArrayList<>();
        List<List<double[]>> generated = new ArrayList<>();
        long[] asked = new long[partition.groups().size()];
        boolean[] unlike = new boolean[asked.length];
        partition.groups().forEach(group -> {
            units.add(new TreeMap<>());
            real.add(new ArrayList<>());
            generated.add(new ArrayList<>());
        });
        for (Generation.Output output : outputs) {
            int group = partition.groupOfCell()[output.cell()];
            if (!output.real()) {
                asked[group]++;
                add(output, units.get(group).computeIfAbsent(output.person(), key -> new double[metrics.sums()]));
            }
            unlike[group] |= output.vector().length > 0 && output.weight() != 0 && output.weight() != 1;
            if (output.vector().length > 0 && output.weight() > 0) {
                (output.real() ? real : generated).get(group).add(output.vector());
            }
        }
        List<Images> images = new ArrayList<>();
        for (int group = 0; group < units.size(); group++) {
            images.add(new Images(
                    new GenerationGroup(
                            metrics,
                            units.get(group),
                            plan.groups().clustered(),
                            plan.groups().weighted(),
                            asked[group]),
                    real.get(group),
                    generated.get(group),
                    !unlike[group]));
        }
        return images;
    }

    private void add(Generation.Output output, double[] sums) {
        double weight = output.weight();
        sums[GenerationMetrics.ASKED] += weight;
        sums[GenerationMetrics.REFUSED] += output.refused() ? weight : 0;
        if (!Double.isNaN(output.similarity())) {
            sums[GenerationMetrics.COMPARED] += weight;
            sums[GenerationMetrics.SIMILARITY] += weight * output.similarity();
        }
        if (!Double.isNaN(output.shift())) {
            sums[GenerationMetrics.TONED] += weight;
            sums[GenerationMetrics.SHIFT] += weight * output.shift();
        }
        if (output.attribute() >= 0) {
            sums[GenerationMetrics.PERCEIVED] += weight;
            sums[GenerationMetrics.PERCEIVED + 1 + kinds.indexOf(attributes.get(output.attribute()))] += weight;
        }
    }

    @Override
    GroupSummary summary(Map<String, String> features, Images images) {
        long rows = images.group.rows();
        return GroupSummary.uncounted(features, rows, rows < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, Images images, int slices) {
        List<Measurement> measured = new ArrayList<>(measures.of(images.group, Place.group(features)));
        measured.addAll(distances(images, Place.group(features)));
        return measured;
    }

    /**
     * How far the images lie from real ones of the same group. Of weights other than 0 and 1 there is none: the estimate of a covariance and
     * that of a kernel without bias need to know how many images there are, which weights that stand for shares do not say.
     */
    private List<Measurement> distances(Images images, Place place) {
        if (!plan.featured()) {
            return List.of();
        }
        double[][] real = images.real.toArray(new double[0][]);
        double[][] generated = images.generated.toArray(new double[0][]);
        Map<String, Object> at = new TreeMap<>(Map.of("real", real.length, "generated", generated.length));
        if (!images.countAlike) {
            String weights = "features of images with weights other than 0 and 1";
            return List.of(
                    place.undefined("frechet_distance", at, weights), place.undefined("kernel_distance", at, weights));
        }
        if (real.length < 2 || generated.length < 2) {
            String few = real.length < 2 ? "fewer than two real images" : "fewer than two generated images";
            return List.of(place.undefined("frechet_distance", at, few), place.undefined("kernel_distance", at, few));
        }
        KernelDistance kernel = KernelDistance.of(real, generated);
        return List.of(
                place.measured(
                        "frechet_distance",
                        at,
                        FrechetDistance.of(real, generated),
                        new Uncertainty.NoInterval(
                                "too large with few images, and larger still when they are drawn again")),
                place.measured(
                        "kernel_distance",
                        at,
                        kernel.value(),
                        kernel.uncertainty(plan.groups().confidence())));
    }

    @Override
    List<Measurement> over(Partition partition, List<Images> images, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            List<Place> places = sliced.stream()
                    .map(group -> Place.group(partition.features(group)))
                    .toList();
            measured.addAll(measures.slice(
                    images.subList(slice[0], slice[1]).stream()
                            .map(Images::group)
                            .toList(),
                    sliced.stream().map(Partition.Group::name).toList(),
                    places,
                    Place.over(sliced.get(0).slice(), partition.over()),
                    reference));
            for (int group = slice[0]; group < slice[1]; group++) {
                measured.addAll(distances(images.get(group), places.get(group - slice[0])));
            }
        }
        return measured;
    }
}
