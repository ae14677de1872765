package org.aimass.engine.demo;

/** Applicants by age: how many there are, and how they differ in what the model sees. */
enum AgeBand {
    YOUNG("18 to 29", 4310, 2310, 1450, 0.6, 0.38),
    ADULT("30 to 44", 7240, 4120, 2050, 0.1, 0.14),
    OLDER("45 to 64", 6280, 3560, 2150, 0.1, 0.1),
    RETIRED("65 and over", 410, 210, 1550, 0.42, 0.06);

    private final String text;
    private final int rows;
    private final int entitled;
    private final int income;
    private final double shortContracts;
    private final double moved;

    AgeBand(String text, int rows, int entitled, int income, double shortContracts, double moved) {
        this.text = text;
        this.rows = rows;
        this.entitled = entitled;
        this.income = income;
        this.shortContracts = shortContracts;
        this.moved = moved;
    }

    String text() {
        return text;
    }

    /** Rows of the evaluation table. */
    int rows() {
        return rows;
    }

    /** How many of them are entitled. */
    int entitled() {
        return entitled;
    }

    /** Usual net income a month. */
    int income() {
        return income;
    }

    /** Share with a work contract younger than a year. */
    double shortContracts() {
        return shortContracts;
    }

    /** Share who moved this year. */
    double moved() {
        return moved;
    }
}
