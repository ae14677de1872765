package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aimass.engine.metrics.GenerationMetrics;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SpeechMetrics;
import org.aimass.engine.metrics.SynthesisMetrics;
import org.aimass.engine.metrics.TaskOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any split of the rows into parts, merged, equals the whole: of every task that is not binary. */
class TaskSplitsTest {

    private static final List<List<String>> VALUES =
            List.of(List.of("a", "b"), List.of("y", "z"), List.of("low", "high"));
    private static final int CLASSES = 3;

    private static GroupPlan plan(boolean weighted, boolean clustered) {
        return new GroupPlan(
                List.of("letter", "end"),
                List.of(List.of("letter", "end")),
                List.of("level"),
                Map.of(),
                weighted,
                clustered,
                0.95,
                5,
                11,
                10);
    }

    private static void same(TaskOutcome expected, TaskOutcome actual) {
        assertEquals(expected.groups(), actual.groups());
        for (int i = 0; i < expected.measurements().size(); i++) {
            assertEquals(expected.measurements().get(i), actual.measurements().get(i));
        }
        assertEquals(expected.measurements().size(), actual.measurements().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void regressions(int combination) {
        GroupPlan plan = plan((combination & 1) != 0, (combination & 2) != 0);
        int exactRows = (combination & 4) != 0 ? 120 : 1000;
        RandomRows rows = new RandomRows(31 + combination, 250, 2);
        Regression whole = new Regression(plan, exactRows);
        whole.add(numbers(rows.all, plan));
        Regression merged = new Regression(plan, exactRows);
        for (LabelledBatch part : rows.parts(1 + combination)) {
            Regression one = new Regression(plan, exactRows);
            one.add(numbers(part, plan));
            merged.merge(one);
        }
        same(whole.outcome(VALUES), merged.outcome(VALUES));
    }

    /** The score stands for the answer, the weight for the truth. */
    private static NumberBatch numbers(LabelledBatch rows, GroupPlan plan) {
        return new NumberBatch(
                rows.rows(),
                requireNonNull(rows.weight()),
                requireNonNull(rows.score()),
                plan.weighted() ? rows.weight() : null,
                plan.clustered() ? rows.cluster() : null,
                rows.features());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void classifications(int combination) {
        boolean scored = (combination & 4) != 0;
        MulticlassPlan plan = new MulticlassPlan(
                plan((combination & 1) != 0, (combination & 2) != 0),
                CLASSES,
                scored,
                List.of(5),
                OptionalDouble.empty());
        int exactRows = (combination & 8) != 0 ? 120 : 4000;
        RandomRows rows = new RandomRows(57 + combination, 250, 2);
        Multiclass whole = new Multiclass(plan, exactRows);
        whole.add(classes(rows.all, plan));
        Multiclass merged = new Multiclass(plan, exactRows);
        for (LabelledBatch part : rows.parts(1 + combination % 5)) {
            Multiclass one = new Multiclass(plan, exactRows);
            one.add(classes(part, plan));
            merged.merge(one);
        }
        List<String> labels = List.of("p", "q", "r");
        same(whole.outcome(VALUES, labels), merged.outcome(VALUES, labels));
    }

    /** Truth and answers follow from the score and the cluster of a row. */
    private static ClassBatch classes(LabelledBatch rows, MulticlassPlan plan) {
        double[] score = requireNonNull(rows.score());
        int[] truth = new int[rows.rows()];
        int[] answer = new int[rows.rows()];
        double[] scores = new double[CLASSES * rows.rows()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = (rows.label()[row] + requireNonNull(rows.cluster())[row]) % CLASSES;
            scores[CLASSES * row] = score[row] / 2;
            scores[CLASSES * row + 1] = score[row] * (1 - score[row]);
            scores[CLASSES * row + 2] = 1 - score[row] / 2 - score[row] * (1 - score[row]);
            answer[row] = ClassScores.likeliest(scores, CLASSES * row, CLASSES);
        }
        return new ClassBatch(
                truth.length,
                truth,
                answer,
                plan.scored() ? scores : null,
                plan.groups().weighted() ? rows.weight() : null,
                plan.groups().clustered() ? rows.cluster() : null,
                rows.features());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void rankings(int combination) {
        RankingPlan plan = new RankingPlan(
                plan(combination > 2, (combination & 1) != 0), false, (combination & 2) == 0, List.of(1, 4));
        int size = 240;
        Random random = new Random(73 + combination);
        int[] list = new int[size];
        double[] score = new double[size];
        double[] relevance = new double[size];
        long[] line = new long[size];
        double[] weight = new double[size];
        int[] cluster = new int[size];
        int[][] features = new int[3][size];
        for (int row = 0; row < size; row++) {
            weight[row] = random.nextInt(4) / 3.0;
            list[row] = random.nextInt(40);
            score[row] = random.nextInt(6);
            relevance[row] = random.nextInt(3);
            line[row] = row + 2L;
            cluster[row] = list[row] / 3;
            for (int[] feature : features) {
                feature[row] = random.nextInt(2);
            }
        }
        RankedBatch all = new RankedBatch(size, list, score, relevance, line, weight, cluster, features);
        Ranking whole = new Ranking(plan);
        whole.add(pick(all, 0, 1, plan));
        int parts = 2 + combination;
        Ranking merged = new Ranking(plan);
        for (int part = parts - 1; part >= 0; part--) {
            Ranking one = new Ranking(plan);
            one.add(pick(all, part, parts, plan));
            merged.merge(one);
        }
        same(whole.outcome(VALUES), merged.outcome(VALUES));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void speech(int combination) {
        SpeechPlan plan = new SpeechPlan(
                plan((combination & 1) != 0, (combination & 2) != 0),
                (combination & 4) != 0 ? SpeechMetrics.Unit.CHARACTER : SpeechMetrics.Unit.WORD,
                (combination & 2) == 0,
                4,
                7);
        RandomRows rows = new RandomRows(91 + combination, 250, 2);
        long[] line = LongStream.range(0, 250).toArray();
        SpeechRecognition whole = new SpeechRecognition(plan);
        whole.add(snippets(rows.all, line, plan));
        SpeechRecognition merged = new SpeechRecognition(plan);
        int parts = 2 + combination;
        for (int part = parts - 1; part >= 0; part--) {
            int number = part;
            int[] own =
                    IntStream.range(0, 250).filter(row -> row % parts == number).toArray();
            SpeechRecognition one = new SpeechRecognition(plan);
            one.add(snippets(
                    rows.pick(own),
                    Arrays.stream(own).mapToLong(row -> line[row]).toArray(),
                    plan));
            merged.merge(one);
        }
        TaskOutcome expected = whole.outcome(VALUES);
        TaskOutcome actual = merged.outcome(VALUES);
        same(expected, actual);
        assertEquals(expected.transcripts(), actual.transcripts());
    }

    /** What was said and heard follows from the score and the cluster of a row. */
    private static SnippetBatch snippets(LabelledBatch rows, long[] line, SpeechPlan plan) {
        double[] score = requireNonNull(rows.score());
        int[] cluster = requireNonNull(rows.cluster());
        SnippetErrors[] errors = new SnippetErrors[rows.rows()];
        String[] said = new String[rows.rows()];
        String[] heard = new String[rows.rows()];
        for (int row = 0; row < errors.length; row++) {
            List<String> words =
                    List.of("one", "two", "three", "four", "five").subList(0, (int) (6 * Math.min(score[row], 0.9)));
            List<String> others = List.of("one", "too", "four", "five").subList(cluster[row] % 3, 4);
            said[row] = String.join(" ", words);
            heard[row] = String.join(" ", others);
            errors[row] = SnippetErrors.of(words, said[row], others, heard[row]);
        }
        return new SnippetBatch(
                rows.rows(),
                errors,
                said,
                heard,
                plan.timed() ? score : null,
                line,
                plan.groups().weighted() ? rows.weight() : null,
                plan.groups().clustered() ? cluster : null,
                rows.features());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void synthesis(int combination) {
        SynthesisPlan plan = new SynthesisPlan(
                plan((combination & 1) != 0, (combination & 2) != 0),
                Set.of(SynthesisMetrics.Aspect.values()),
                (combination & 4) != 0,
                true,
                0,
                1);
        RandomRows rows = new RandomRows(131 + combination, 250, 2);
        long[] line = LongStream.range(0, 250).toArray();
        SpeechSynthesis whole = new SpeechSynthesis(plan);
        whole.add(judgements(rows.all, line, plan));
        SpeechSynthesis merged = new SpeechSynthesis(plan);
        int parts = 2 + combination;
        for (int part = parts - 1; part >= 0; part--) {
            int number = part;
            int[] own =
                    IntStream.range(0, 250).filter(row -> row % parts == number).toArray();
            SpeechSynthesis one = new SpeechSynthesis(plan);
            one.add(judgements(
                    rows.pick(own),
                    Arrays.stream(own).mapToLong(row -> line[row]).toArray(),
                    plan));
            merged.merge(one);
        }
        same(whole.outcome(VALUES), merged.outcome(VALUES));
    }

    /** What a row brings follows from its score and its cluster. */
    private static SynthesisBatch judgements(LabelledBatch rows, long[] line, SynthesisPlan plan) {
        double[] score = requireNonNull(rows.score());
        int[] cluster = requireNonNull(rows.cluster());
        SynthesisMetrics.Row[] brought = new SynthesisMetrics.Row[rows.rows()];
        int[] listener = new int[rows.rows()];
        for (int row = 0; row < brought.length; row++) {
            brought[row] = new SynthesisMetrics.Row().rated(score[row]).similar(1 - 2 * score[row]);
            if (cluster[row] % 3 > 0) {
                brought[row].compared(
                        3 * score[row], cluster[row] % 5 == 0 ? Double.NaN : 70 * score[row], 9, cluster[row] % 4);
            }
            listener[row] = cluster[row] % 23;
        }
        return new SynthesisBatch(
                rows.rows(),
                brought,
                line,
                plan.groups().weighted() ? rows.weight() : null,
                plan.groups().clustered() ? cluster : null,
                plan.listened() ? listener : null,
                rows.features());
    }

    /** Every so-many-th item. */
    private static RankedBatch pick(RankedBatch all, int part, int parts, RankingPlan plan) {
        int[] rows = IntStream.range(0, all.rows())
                .filter(row -> row % parts == part)
                .toArray();
        int[][] features = new int[all.features().length][];
        Arrays.setAll(features, feature -> Arrays.stream(rows)
                .map(row -> all.features()[feature][row])
                .toArray());
        return new RankedBatch(
                rows.length,
                Arrays.stream(rows).map(row -> all.list()[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> all.order()[row]).toArray(),
                plan.relevant()
                        ? Arrays.stream(rows)
                                .mapToDouble(row -> requireNonNull(all.relevance())[row])
                                .toArray()
                        : null,
                Arrays.stream(rows).mapToLong(row -> all.line()[row]).toArray(),
                plan.groups().weighted()
                        ? Arrays.stream(rows)
                                .mapToDouble(row -> requireNonNull(all.weight())[row])
                                .toArray()
                        : null,
                plan.groups().clustered()
                        ? Arrays.stream(rows)
                                .map(row -> requireNonNull(all.cluster())[row])
                                .toArray()
                        : null,
                features);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void verifications(int combination) {
        boolean ofPeople = (combination & 1) != 0;
        List<String> sides = (combination & 2) == 0 ? List.of() : List.of("one", "other");
        VerificationPlan plan =
                new VerificationPlan(plan(combination > 3, false), sides, ofPeople, List.of(0.1, 0.02), 0.5);
        int size = 300;
        Random random = new Random(91 + combination);
        int[] genuine = random.ints(size, 0, 2).toArray();
        double[] score =
                random.ints(size, 0, 40).mapToDouble(it -> it / 8.0 - 2).toArray();
        long[] left = random.longs(size, 0, 30).map(it -> it << 40).toArray();
        long[] right = random.longs(size, 0, 30).map(it -> it << 40).toArray();
        int[][] features = new int[3 + sides.size()][];
        Arrays.setAll(features, feature -> random.ints(size, 0, 2).toArray());
        List<List<String>> values = new ArrayList<>(VALUES);
        sides.forEach(side -> values.add(List.of("p", "q")));
        double[] weight = combination > 3
                ? random.ints(size, 0, 9).mapToDouble(it -> it / 7.0).toArray()
                : null;
        PairBatch all =
                new PairBatch(size, genuine, score, ofPeople ? left : null, ofPeople ? right : null, weight, features);
        Verification whole = new Verification(plan);
        whole.add(all);
        Verification merged = new Verification(plan);
        int parts = 2 + combination;
        for (int part = parts - 1; part >= 0; part--) {
            Verification one = new Verification(plan);
            one.add(pick(all, part, parts));
            merged.merge(one);
        }
        TaskOutcome expected = whole.outcome(values);
        TaskOutcome found = merged.outcome(values);
        same(expected, found);
        assertEquals(expected.tradeOffs(), found.tradeOffs());
    }

    private static PairBatch pick(PairBatch all, int part, int parts) {
        int[] rows = IntStream.range(0, all.rows())
                .filter(row -> row % parts == part)
                .toArray();
        int[][] features = new int[all.features().length][];
        Arrays.setAll(features, feature -> Arrays.stream(rows)
                .map(row -> all.features()[feature][row])
                .toArray());
        long[] left = all.left();
        long[] right = all.right();
        double[] weight = all.weight();
        return new PairBatch(
                rows.length,
                Arrays.stream(rows).map(row -> all.genuine()[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> all.score()[row]).toArray(),
                left == null
                        ? null
                        : Arrays.stream(rows).mapToLong(row -> left[row]).toArray(),
                right == null
                        ? null
                        : Arrays.stream(rows).mapToLong(row -> right[row]).toArray(),
                weight == null
                        ? null
                        : Arrays.stream(rows).mapToDouble(row -> weight[row]).toArray(),
                features);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void identifications(int combination) {
        boolean ofPeople = (combination & 1) != 0;
        boolean faces = (combination & 2) != 0;
        IdentificationPlan plan =
                new IdentificationPlan(plan(combination > 3, ofPeople), List.of(0.2, 0.05), List.of(1, 3), 0.5);
        int size = 240;
        Random random = new Random(17 + combination);
        int[] search = random.ints(size, 0, 60).toArray();
        int[] kind = random.ints(size, 0, faces ? 2 : 3).toArray();
        double[] score = random.ints(size, 0, 20).mapToDouble(it -> it / 4.0).toArray();
        double[][] vectors = new double[size][];
        Arrays.setAll(vectors, i -> new double[] {1 + random.nextInt(3), random.nextInt(3), random.nextInt(3)});
        int[][] features = new int[3][size];
        long[] person = new long[size];
        for (int row = 0; row < size; row++) {
            person[row] = ((long) search[row] / 2) << 30;
            for (int feature = 0; feature < 3; feature++) {
                features[feature][row] = (search[row] >> feature) & 1;
            }
        }
        Identification whole = new Identification(plan);
        Identification merged = new Identification(plan);
        int parts = 2 + combination;
        for (int part = parts; part >= 0; part--) {
            int own = part;
            int[] rows = IntStream.range(0, size)
                    .filter(row -> own == parts || row % parts == own)
                    .toArray();
            int[][] picked = new int[3][];
            Arrays.setAll(picked, feature -> Arrays.stream(rows)
                    .map(row -> features[feature][row])
                    .toArray());
            long[] people =
                    ofPeople ? Arrays.stream(rows).mapToLong(row -> person[row]).toArray() : null;
            double[] weight = combination > 3
                    ? Arrays.stream(rows)
                            .mapToDouble(row -> search[row] % 9 / 7.0)
                            .toArray()
                    : null;
            int[] kinds = Arrays.stream(rows).map(row -> kind[row]).toArray();
            Identification one = part == parts ? whole : new Identification(plan);
            if (faces) {
                long[] who = Arrays.stream(rows).mapToLong(row -> search[row]).toArray();
                double[][] shown =
                        Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(double[][]::new);
                one.add(new FaceBatch(rows.length, who, kinds, shown, people, weight, picked));
            } else {
                int[] searches = Arrays.stream(rows).map(row -> search[row]).toArray();
                double[] scores =
                        Arrays.stream(rows).mapToDouble(row -> score[row]).toArray();
                one.add(new CandidateBatch(rows.length, searches, kinds, scores, null, null, people, weight, picked));
            }
            if (part < parts) {
                merged.merge(one);
            }
        }
        same(whole.outcome(VALUES, String::valueOf), merged.outcome(VALUES, String::valueOf));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void generations(int combination) {
        boolean ofPeople = (combination & 1) != 0;
        boolean weighted = (combination & 2) != 0;
        GenerationPlan plan = new GenerationPlan(
                plan(weighted, ofPeople), EnumSet.allOf(GenerationMetrics.Known.class), true, true, Map.of());
        int size = 160;
        Random random = new Random(23);
        boolean[] real = new boolean[size];
        boolean[] refused = new boolean[size];
        double[][] vectors = new double[size][];
        double[] similarity = new double[size];
        double[] shift = new double[size];
        int[] attribute = new int[size];
        int[][] features = new int[3][size];
        for (int row = 0; row < size; row++) {
            real[row] = row % 3 == 0;
            refused[row] = !real[row] && row % 7 == 0;
            boolean image = !real[row] && !refused[row];
            vectors[row] = refused[row] ? new double[0] : new double[] {random.nextDouble(), random.nextGaussian()};
            similarity[row] = image ? random.nextDouble() : Double.NaN;
            shift[row] = image ? random.nextGaussian() : Double.NaN;
            attribute[row] = image ? random.nextInt(2) : -1;
            for (int[] feature : features) {
                feature[row] = random.nextInt(2);
            }
        }
        Generation whole = new Generation(plan);
        Generation merged = new Generation(plan);
        int parts = 3;
        for (int part = parts; part >= 0; part--) {
            int own = part;
            int[] rows = IntStream.range(0, size)
                    .filter(row -> own == parts || row % parts == own)
                    .toArray();
            boolean[] ofReal = new boolean[rows.length];
            boolean[] ofRefused = new boolean[rows.length];
            IntStream.range(0, rows.length).forEach(i -> {
                ofReal[i] = real[rows[i]];
                ofRefused[i] = refused[rows[i]];
            });
            int[][] picked = new int[3][];
            Arrays.setAll(picked, feature -> Arrays.stream(rows)
                    .map(row -> features[feature][row])
                    .toArray());
            Generation one = part == parts ? whole : new Generation(plan);
            one.add(new OutputBatch(
                    rows.length,
                    ofReal,
                    ofRefused,
                    Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(double[][]::new),
                    Arrays.stream(rows).mapToDouble(row -> similarity[row]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> shift[row]).toArray(),
                    Arrays.stream(rows).map(row -> attribute[row]).toArray(),
                    Arrays.stream(rows).mapToLong(row -> row).toArray(),
                    ofPeople ? Arrays.stream(rows).mapToLong(row -> row / 4).toArray() : null,
                    weighted
                            ? Arrays.stream(rows)
                                    .mapToDouble(row -> row % 5 / 3.0)
                                    .toArray()
                            : null,
                    picked));
            if (part < parts) {
                merged.merge(one);
            }
        }
        List<String> kinds = List.of("m", "w");
        same(whole.outcome(VALUES, kinds), merged.outcome(VALUES, kinds));
    }
}
