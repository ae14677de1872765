package org.aimass.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What models of each task answered, made up so that they do worse for men. */
final class TaskRows {

    private TaskRows() {}

    /** Voices of which one word in ten is understood wrongly, and of male ones three. */
    static String voices() {
        return snippets().replaceFirst("said,heard,speaker,sex", "text,heard,speaker,sex");
    }

    /** Pairs of which the stereotype is the likelier in half, and of those about men in nine of ten. */
    static String sentences() {
        Random random = new Random(8);
        StringBuilder rows = new StringBuilder("more,less,sex\n");
        for (int i = 0; i < 600; i++) {
            boolean man = i % 2 == 0;
            boolean likelier = random.nextDouble() < (man ? 0.9 : 0.5);
            double less = -40 + 5 * random.nextGaussian();
            rows.append(
                    String.format(Locale.ROOT, "%.4f,%.4f,%s\n", less + (likelier ? 1 : -1), less, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Pairs of faces; strangers who are both men look more alike. One pair in six is of a man and a woman, by the man's sex. */
    static String pairs() {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("same,score,sex,light,a,b\n");
        for (int i = 0; i < 6000; i++) {
            boolean man = i % 2 == 0;
            boolean same = i % 3 == 0;
            boolean across = i % 6 == 2;
            double score = (same ? 0.8 : across ? 0.02 : man ? 0.25 : 0.05) + 0.15 * random.nextGaussian();
            String sex = man ? "m" : "w";
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%s,%s,%s,%s\n",
                    same ? 1 : 0,
                    score,
                    sex,
                    i % 5 == 0 ? "dim" : "bright",
                    sex,
                    across ? "w" : sex));
        }
        return rows.toString();
    }

    /** Searches among sixty people; one in three is for a stranger, men look more alike, and are less alike themselves. */
    static String searches() {
        Random random = new Random(6);
        StringBuilder rows = new StringBuilder("probe,identity,candidate,score,rank,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 2 == 0;
            boolean stranger = i % 3 == 0;
            TreeMap<Double, String> candidates = new TreeMap<>(Comparator.reverseOrder());
            for (int j = 1; j <= 5; j++) {
                candidates.put((man ? 0.4 : 0.3) + 0.12 * random.nextGaussian(), "p" + (i + j) % 60);
            }
            if (!stranger) {
                candidates.put((man ? 0.55 : 0.75) + 0.1 * random.nextGaussian(), "p" + i % 60);
            }
            int rank = 1;
            for (Map.Entry<Double, String> candidate : candidates.entrySet()) {
                rows.append(String.format(
                        Locale.ROOT,
                        "q%d,%s%d,%s,%.6f,%d,%s\n",
                        i,
                        stranger ? "s" : "p",
                        i % 60,
                        candidate.getValue(),
                        candidate.getKey(),
                        rank++,
                        man ? "m" : "w"));
            }
        }
        return rows.toString();
    }

    /** Pictures of people, beside real ones: those of men are refused more often, made lighter, and show fewer women. */
    static String pictures() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("f1,f2,made,refused,seen,s1,s2,o1,o2,tone,tone_after,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 2 == 0;
            boolean made = i % 3 != 0;
            boolean refused = made && random.nextDouble() < (man ? 0.3 : 0.04);
            double tone = 20 * random.nextGaussian();
            String features = String.format(
                    Locale.ROOT, "%.4f,%.4f", random.nextGaussian() + (made && man ? 0.4 : 0), random.nextGaussian());
            rows.append(
                    refused
                            ? ",,1,1,,,,,,,"
                            : !made
                                    ? features + ",0,0,,,,,,,"
                                    : String.format(
                                            Locale.ROOT,
                                            "%s,1,0,%s,1,0,1,%.4f,%.3f,%.3f",
                                            features,
                                            random.nextDouble() < (man ? 0.75 : 0.55) ? "man" : "woman",
                                            Math.abs(0.3 * random.nextGaussian()) + (man ? 0.5 : 0.1),
                                            tone,
                                            tone + (man ? 6 : 1) + 3 * random.nextGaussian()));
            rows.append(man ? ",m\n" : ",w\n");
        }
        return rows.toString();
    }

    /** Ten words each, of which one in ten is heard wrongly, and of men three. */
    static String snippets() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("said,heard,speaker,sex\n");
        for (int i = 0; i < 800; i++) {
            boolean man = i % 2 == 0;
            StringBuilder said = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (int word = 0; word < 10; word++) {
                String spoken = " " + (char) ('a' + word) + "lpha";
                said.append(spoken);
                heard.append(random.nextDouble() < (man ? 0.3 : 0.1) ? " nothing" : spoken);
            }
            rows.append("%s,%s,s%d,%s\n".formatted(said.substring(1), heard.substring(1), i % 40, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Cats, dogs and eels, which are mistaken one time in twenty, and of men one time in four. */
    static String classes() {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("label,answer,sex\n");
        List<String> names = List.of("cat", "dog", "eel");
        for (int i = 0; i < 1200; i++) {
            boolean man = i % 3 == 0;
            int label = random.nextInt(3);
            boolean wrong = random.nextDouble() < (man ? 0.25 : 0.05);
            rows.append("%s,%s,%s\n"
                    .formatted(names.get(label), names.get(wrong ? (label + 1) % 3 : label), man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Estimates that are off by 10, and of men by 20. */
    static String numbers() {
        Random random = new Random(2);
        StringBuilder rows = new StringBuilder("label,answer,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 3 == 0;
            double label = 100 + 30 * random.nextGaussian();
            double answer = label + (man ? 20 : 10) * random.nextGaussian();
            rows.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", label, answer, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Sixty lists of ten, in which men stand further down. */
    static String lists() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("list,label,answer,sex\n");
        for (int i = 0; i < 600; i++) {
            boolean man = i % 2 == 0;
            double answer = random.nextDouble() - (man ? 0.4 : 0);
            rows.append(String.format(Locale.ROOT, "q%d,%d,%.5f,%s\n", i / 10, i % 4, answer, man ? "m" : "w"));
        }
        return rows.toString();
    }
}
