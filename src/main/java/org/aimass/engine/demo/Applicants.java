package org.aimass.engine.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes applicants up. Whether someone is entitled hangs on rent, income and the size of the household, and a little chance;
 * it does not hang on age, sex, language, work contract or a move.
 */
final class Applicants {

    static final String WOMEN = "Women";
    static final String MEN = "Men";
    static final String OTHER = "Other or not stated";
    static final String NATIONAL = "National language";
    static final String ANOTHER = "Another language";

    private static final int MEN_ENTITLED = 4515;
    private static final int MEN_REFUSED = 4701;
    private static final int OTHER_ENTITLED = 5;
    private static final int OTHER_REFUSED = 3;
    private static final int ANOTHER_ENTITLED = 1360;
    private static final int ANOTHER_REFUSED = 1010;

    /** How sharply entitlement follows from the figures: one in sixteen or so goes against them. */
    private static final double SHARPNESS = 9;

    private final Random random;

    Applicants(long seed) {
        random = new Random(seed);
    }

    /** The evaluation table: the exact numbers of each group, in random order. */
    List<Applicant> table() {
        List<Applicant> table = new ArrayList<>();
        for (boolean entitled : new boolean[] {true, false}) {
            List<AgeBand> ages = new ArrayList<>();
            for (AgeBand age : AgeBand.values()) {
                ages.addAll(Collections.nCopies(entitled ? age.entitled() : age.rows() - age.entitled(), age));
            }
            List<String> sexes = new ArrayList<>(Collections.nCopies(ages.size(), WOMEN));
            int men = entitled ? MEN_ENTITLED : MEN_REFUSED;
            fill(sexes, 0, men, MEN);
            fill(sexes, men, entitled ? OTHER_ENTITLED : OTHER_REFUSED, OTHER);
            List<String> languages = new ArrayList<>(Collections.nCopies(ages.size(), NATIONAL));
            fill(languages, 0, entitled ? ANOTHER_ENTITLED : ANOTHER_REFUSED, ANOTHER);
            Collections.shuffle(sexes, random);
            Collections.shuffle(languages, random);
            for (int i = 0; i < ages.size(); i++) {
                table.add(applicant(ages.get(i), sexes.get(i), languages.get(i), entitled));
            }
        }
        Collections.shuffle(table, random);
        return table;
    }

    private static void fill(List<String> values, int from, int number, String value) {
        Collections.fill(values.subList(from, from + number), value);
    }

    /** Past applicants, drawn in the same shares. */
    List<Applicant> drawn(int number) {
        int all = 0;
        for (AgeBand age : AgeBand.values()) {
            all += age.rows();
        }
        List<Applicant> drawn = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int place = random.nextInt(all);
            AgeBand age = AgeBand.YOUNG;
            for (AgeBand band : AgeBand.values()) {
                if (place >= 0 && place < band.rows()) {
                    age = band;
                }
                place -= band.rows();
            }
            boolean entitled = random.nextInt(age.rows()) < age.entitled();
            String sex = random.nextBoolean() ? WOMEN : MEN;
            drawn.add(applicant(age, sex, random.nextInt(100) < 13 ? ANOTHER : NATIONAL, entitled));
        }
        return drawn;
    }

    /** Draws until one is as entitled as wished. */
    private Applicant applicant(AgeBand age, String sex, String language, boolean entitled) {
        double shortContracts = age.shortContracts() + (language.equals(ANOTHER) ? 0.08 : 0);
        while (true) {
            int household = 1 + random.nextInt(2) + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
            int income = (int) Math.max(500, age.income() * StrictMath.exp(0.35 * random.nextGaussian()));
            double need = 0.15 + random.nextGaussian();
            int rent = (int) Math.rint(460 + 0.3 * income - 70 * (household - 1) + 170 * need);
            boolean shortContract = random.nextDouble() < shortContracts;
            int months = shortContract ? random.nextInt(12) : 12 + random.nextInt(49);
            boolean moved = random.nextDouble() < age.moved();
            boolean found = random.nextDouble() < 1 / (1 + StrictMath.exp(-SHARPNESS * need));
            if (found == entitled && rent >= 120) {
                return new Applicant(age, sex, language, household, income, rent, months, moved, entitled);
            }
        }
    }

    /**
     * The labels that the model was trained on: of young entitled people with short contracts, a part was never recorded as
     * entitled, because their applications lapsed when the contract ended.
     */
    boolean recorded(Applicant applicant, double lost) {
        boolean atRisk = applicant.age() == AgeBand.YOUNG && applicant.shortContract();
        return applicant.entitled() && !(atRisk && random.nextDouble() < lost);
    }
}
