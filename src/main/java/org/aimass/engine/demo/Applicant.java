package org.aimass.engine.demo;

import java.util.List;

/**
 * One made-up application.
 *
 * @param monthsInWork months in the present work contract, from 0 to 60
 * @param entitled whether a full check found the person entitled
 */
record Applicant(
        AgeBand age,
        String sex,
        String language,
        int householdSize,
        int income,
        int rent,
        int monthsInWork,
        boolean movedThisYear,
        boolean entitled) {

    static final String LABEL = "entitled";

    /** What the model sees, in the order of its input. Age, sex and language are not among it. */
    static final List<String> MODEL_COLUMNS =
            List.of("household_size", "income", "rent", "months_in_work", "moved_this_year");

    static final List<String> SENSITIVE_COLUMNS = List.of("age_band", "sex", "language");

    double[] modelValues() {
        return new double[] {householdSize, income, rent, monthsInWork, movedThisYear ? 1 : 0};
    }

    boolean shortContract() {
        return monthsInWork < 12;
    }

    /** The columns in the order of the table: sensitive, the model's, label. */
    String csv() {
        return String.join(
                ",",
                age.text(),
                sex,
                language,
                Integer.toString(householdSize),
                Integer.toString(income),
                Integer.toString(rent),
                Integer.toString(monthsInWork),
                movedThisYear ? "1" : "0",
                entitled ? "1" : "0");
    }
}
