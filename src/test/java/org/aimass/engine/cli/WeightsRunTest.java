package org.aimass.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What weights must not change, and what they must: of every task a weight of 1 gives the numbers that no weight does, and whole weights
 * those of the rows that they stand for. All weights 0 leave nothing but the reason, and what is no weight is refused by its row.
 */
class WeightsRunTest {

    /** Numbers of rows, and what stands for one. */
    private static final Set<String> COUNTS = Set.of("count", "speakers", "listeners");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    /** Without their weights. */
    private final List<String> rows = new ArrayList<>();

    private final List<Integer> weights = new ArrayList<>();
    private String header = "";
    private String task = "";
    private String columns = "";
    private String more = "";

    /** Adds a row of some whole weight, 0 now and then, and what makes the row that is its n-th repetition another one. */
    private void row(Object... cells) {
        rows.add(String.join(",", Arrays.stream(cells).map(String::valueOf).toList()));
        weights.add(random.nextInt(4));
    }

    private String group() {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    @BeforeEach
    void ask() {
        more = "";
    }

    private JsonNode measure(List<String> lines, boolean weighted) throws IOException {
        Files.write(folder.resolve("data.csv"), lines);
        return Console.measure(folder, job(weighted), "--threads", "2");
    }

    private String job(boolean weighted) {
        return """
                {"task":"%s","dataset":{"path":"data.csv"},"columns":{%s%s},"sensitive_features":["group"],
                 "reference_groups":{"group":"a"},
                 "bootstrap":{"replicates":40}%s}
                """.formatted(task, columns, weighted ? ",\"weight\":\"w\"" : "", more);
    }

    /** Without how high a rate without errors may be, which is no value of the rows but of how many they are. */
    private static Map<String, String> parameters(JsonNode at) {
        Map<String, String> parameters = new TreeMap<>();
        at.properties().forEach(it -> parameters.put(it.getKey(), it.getValue().asText()));
        parameters.keySet().removeIf(name -> name.startsWith("upper_bound"));
        return parameters;
    }

    private static Map<String, JsonNode> byName(JsonNode outcome) {
        Map<String, JsonNode> byName = new TreeMap<>();
        for (JsonNode one : outcome.path("measurements")) {
            String name = "%s %s %s %s %s"
                    .formatted(
                            one.path("metric").asText(),
                            one.path("features"),
                            one.path("over"),
                            one.path("pair"),
                            parameters(one.path("at")));
            assertTrue(byName.put(name, one) == null, name);
        }
        return byName;
    }

    private List<String> lines(IntFunction<String> row) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < rows.size(); i++) {
            lines.addAll(row.apply(i).lines().toList());
        }
        return lines;
    }

    /** The same values and, where the draws are the same, the same bounds; shares of weighted rows call their interval otherwise. */
    private void weighsNothingWhereAllWeighOne() throws IOException {
        header = header + ",w";
        Map<String, JsonNode> plain = byName(measure(lines(i -> rows.get(i) + ",1"), false));
        Map<String, JsonNode> ones = byName(measure(lines(i -> rows.get(i) + ",1"), true));
        assertEquals(plain.keySet(), ones.keySet());
        plain.forEach((name, one) -> {
            JsonNode weighted = requireNonNull(ones.get(name));
            assertEquals(one.path("value"), weighted.path("value"), name);
            assertEquals(one.path("undefined"), weighted.path("undefined"), name);
            assertEquals(one.path("numerator"), weighted.path("numerator"), name);
            assertEquals(one.path("denominator"), weighted.path("denominator"), name);
            assertEquals(one.path("groups"), weighted.path("groups"), name);
            for (String bound : List.of("low", "high")) {
                isNear(
                        one.path("interval").path(bound),
                        weighted.path("interval").path(bound),
                        name + " " + bound);
            }
        });
    }

    private static void isNear(JsonNode expected, JsonNode actual, String name) {
        assertEquals(expected.isMissingNode(), actual.isMissingNode(), name);
        assertEquals(expected.asDouble(), actual.asDouble(), 1e-10 * Math.max(1, Math.abs(expected.asDouble())), name);
    }

    private void standsForItsRows() throws IOException {
        standsForItsRows(i -> (rows.get(i) + ",1\n").repeat(weights.get(i)));
    }

    /** @param repeated a row as often as it weighs */
    private void standsForItsRows(IntFunction<String> repeated) throws IOException {
        Map<String, JsonNode> expected = byName(measure(lines(repeated), false));
        Map<String, JsonNode> weighted = byName(measure(lines(i -> rows.get(i) + "," + weights.get(i)), true));
        assertEquals(expected.keySet(), weighted.keySet());
        expected.forEach((name, one) -> {
            JsonNode found = requireNonNull(weighted.get(name));
            if (COUNTS.contains(one.path("metric").asText())) {
                return;
            }
            isNear(one.path("value"), found.path("value"), name);
            isNear(one.path("numerator"), found.path("numerator"), name);
            assertEquals(one.path("undefined"), found.path("undefined"), name);
        });
    }

    /** @param alsoFixed what has a value all the same */
    private void leavesNothingWhereAllWeighNothing(String... alsoFixed) throws IOException {
        Map<String, JsonNode> none = byName(measure(lines(i -> rows.get(i) + ",0"), true));
        Set<String> fixed = new TreeSet<>(COUNTS);
        fixed.addAll(List.of(alsoFixed));
        none.forEach((name, one) -> {
            if (!fixed.contains(one.path("metric").asText())) {
                assertTrue(one.has("undefined"), () -> name + " " + one);
            }
            if (one.has("undefined")
                    && !one.has("over")
                    && !one.path("metric").asText().equals("threshold")) {
                assertEquals("all weights are 0", one.path("undefined").asText(), name);
            }
        });
    }

    private void refusesWhatIsNoWeight() throws IOException {
        for (String word : List.of("-1", "NaN", "x", "Infinity", "1e-13")) {
            Files.write(folder.resolve("data.csv"), lines(i -> rows.get(i) + "," + (i == 4 ? word : "2")));
            String why = Console.refuse(folder, job(true));
            assertTrue(why.contains("expected a weight, 0 or a number from 2^-40 and below 2^40"), why);
            assertTrue(why.contains("line 6"), why);
        }
    }

    private void holds(String... alsoFixed) throws IOException {
        weighsNothingWhereAllWeighOne();
        standsForItsRows();
        leavesNothingWhereAllWeighNothing(alsoFixed);
        refusesWhatIsNoWeight();
    }

    /** Lists whose items weigh alike stand for as many lists. */
    @Test
    void rankings() throws IOException {
        task = "ranking";
        columns = "\"query\":\"list\",\"score\":\"score\",\"relevance\":\"worth\"";
        header = "list,score,worth,group";
        for (int list = 0; list < 25; list++) {
            int first = weights.size();
            for (int item = random.nextInt(5); item >= 0; item--) {
                row("q" + list, random.nextInt(7), random.nextInt(3), list % 5 == 0 ? "d" : group());
                weights.set(weights.size() - 1, weights.get(first));
            }
        }
        weighsNothingWhereAllWeighOne();
        standsForItsRows(i -> {
            StringBuilder lists = new StringBuilder();
            for (int time = 0; time < weights.get(i); time++) {
                lists.append(rows.get(i).replaceFirst(",", "x" + time + ",")).append(",1\n");
            }
            return lists.toString();
        });
        leavesNothingWhereAllWeighNothing();
        refusesWhatIsNoWeight();
        Files.write(folder.resolve("data.csv"), lines(i -> rows.get(i) + "," + (i == 4 ? "" : "2")));
        String why = Console.refuse(folder, job(true));
        assertTrue(why.contains("expected a weight"), why); // a list may lose no item
    }

    @Test
    void verifications() throws IOException {
        task = "face_verification";
        columns = "\"genuine\":\"same\",\"score\":\"score\"";
        more = ",\"options\":{\"target_fmr\":[0.3,0.1]}";
        header = "same,score,group";
        for (int i = 0; i < 150; i++) {
            int same = random.nextInt(2);
            row(same, (random.nextInt(9) + 3 * same) / 8.0, group());
        }
        holds("threshold");
    }

    /** Draws of people whose pairs all weigh 1 are the same draws. */
    @Test
    void verificationsOfPeopleAcrossGroups() throws IOException {
        task = "face_verification";
        columns = "\"genuine\":\"same\",\"score\":\"score\",\"cluster_left\":\"p\",\"cluster_right\":\"q\","
                + "\"group_left\":\"g\",\"group_right\":\"h\"";
        more = ",\"options\":{\"target_fmr\":[0.2]}";
        header = "same,score,p,q,g,h,group";
        for (int i = 0; i < 150; i++) {
            int one = random.nextInt(12);
            int other = random.nextBoolean() ? one : random.nextInt(12);
            row(one == other ? 1 : 0, random.nextInt(9) / 8.0, one, other, side(one), side(other), group());
        }
        holds("threshold");
    }

    /** Most people are of one group, whatever they weigh. */
    private static String side(int person) {
        return person % 4 == 0 ? "y" : "x";
    }

    @Test
    void identifications() throws IOException {
        task = "face_identification";
        columns = "\"probe\":\"search\",\"identity\":\"who\",\"candidate\":\"found\",\"score\":\"score\","
                + "\"mated\":\"mated\"";
        more = ",\"options\":{\"rank\":[1,2],\"target_fpir\":[0.3]}";
        header = "search,who,found,score,mated,group";
        for (int search = 0; search < 80; search++) {
            int mated = random.nextInt(2);
            String own = group();
            int first = weights.size();
            for (int candidate = 0; candidate < 3; candidate++) {
                String found = mated == 1 && candidate == 1 ? "p" + search : "q" + candidate;
                row("s" + search, "p" + search, found, random.nextInt(9) / 8.0, mated, own);
                weights.set(weights.size() - 1, weights.get(first));
            }
        }
        weighsNothingWhereAllWeighOne();
        standsForItsRows(i -> {
            StringBuilder searches = new StringBuilder();
            for (int time = 0; time < weights.get(i); time++) {
                searches.append(rows.get(i).replaceFirst(",", "x" + time + ",")).append(",1\n");
            }
            return searches.toString();
        });
        leavesNothingWhereAllWeighNothing("threshold");
        refusesWhatIsNoWeight();
    }

    /** Of embeddings: what an enrolled face weighs says nothing. */
    @Test
    void identificationsAmongEmbeddings() throws IOException {
        task = "face_identification";
        columns = "\"identity\":\"who\",\"enrolled\":\"in\",\"image\":[\"x\",\"y\",\"z\"]";
        more = ",\"options\":{\"rank\":[1],\"target_fpir\":[0.3]}";
        header = "who,in,x,y,z,group";
        for (int face = 0; face < 120; face++) {
            int who = random.nextInt(30);
            boolean in = face < 12;
            row(
                    "p" + (in ? face : who),
                    in ? 1 : 0,
                    1 + random.nextInt(4),
                    random.nextInt(4),
                    random.nextInt(4),
                    group());
            if (in) {
                weights.set(face, 1 + random.nextInt(2));
            }
        }
        holds("threshold");
    }

    @Test
    void generatedImages() throws IOException {
        task = "image_generation";
        columns = "\"refused\":\"refused\",\"attribute\":\"seen\",\"source_tone\":\"before\",\"output_tone\":\"after\"";
        header = "refused,seen,before,after,group";
        for (int i = 0; i < 90; i++) {
            boolean refused = random.nextInt(5) == 0;
            row(
                    refused ? 1 : 0,
                    refused ? "" : List.of("man", "woman").get(random.nextInt(2)),
                    refused ? "" : random.nextInt(40),
                    refused ? "" : random.nextInt(40),
                    group());
        }
        holds();
    }

    /** How far features lie apart is told where images weigh 0 or 1. */
    @Test
    void featuresOfImages() throws IOException {
        task = "image_generation";
        columns = "\"generated\":\"made\",\"features\":[\"x\",\"y\"]";
        header = "made,x,y,group";
        for (int i = 0; i < 90; i++) {
            row(random.nextInt(2), random.nextInt(9) / 8.0, random.nextInt(9) / 8.0, group());
            weights.set(i, random.nextInt(2));
        }
        weighsNothingWhereAllWeighOne();
        standsForItsRows();
        refusesWhatIsNoWeight();
    }

    private void ofTexts(String protocol) {
        task = "text_generation";
        more = ",\"options\":{\"protocol\":\"%s\"}".formatted(protocol);
    }

    @Test
    void pairsOfSentences() throws IOException {
        ofTexts("pairs");
        columns = "\"more\":\"more\",\"less\":\"less\",\"direction\":\"direction\"";
        header = "more,less,direction,group";
        for (int i = 0; i < 90; i++) {
            row(-random.nextInt(4), -random.nextInt(4), random.nextBoolean() ? "stereo" : "antistereo", group());
        }
        holds();
    }

    @Test
    void pairsOfSentencesByTerm() throws IOException {
        ofTexts("pairs");
        columns = "\"more\":\"more\",\"less\":\"less\",\"unrelated\":\"odd\",\"cluster\":\"term\"";
        header = "more,less,odd,term,group";
        for (int i = 0; i < 90; i++) {
            row(-random.nextInt(9), -random.nextInt(9), -4, "t" + random.nextInt(12), group());
        }
        holds();
    }

    @Test
    void questions() throws IOException {
        ofTexts("question_answering");
        columns = "\"label\":\"right\",\"prediction\":\"said\",\"biased\":\"biased\",\"unknown\":\"unknown\"";
        header = "right,said,biased,unknown,group";
        for (int i = 0; i < 120; i++) {
            row(
                    List.of("?", "Ann", "Bob").get(random.nextInt(3)),
                    List.of("?", "Ann", "Bob").get(random.nextInt(3)),
                    "Ann",
                    "?",
                    group());
        }
        holds();
    }

    @Test
    void prompts() throws IOException {
        ofTexts("prompts");
        columns = "\"toxic\":\"toxic\",\"refused\":\"refused\",\"sentiment\":\"sentiment\"";
        header = "toxic,refused,sentiment,group";
        for (int i = 0; i < 90; i++) {
            row(random.nextInt(2), random.nextInt(2), random.nextInt(9) / 8.0 - 0.5, group());
        }
        holds();
    }

    @Test
    void counterfactuals() throws IOException {
        ofTexts("counterfactual");
        columns = "\"score\":\"score\",\"counterfactual\":\"other\"";
        header = "score,other,group";
        for (int i = 0; i < 90; i++) {
            row(random.nextInt(9) / 8.0, random.nextInt(9) / 8.0, group());
        }
        holds();
    }
}
