package org.aimass.engine;

/** Hears how far a run has come. */
public interface Progress {

    /** What a run is busy with. */
    enum Stage {
        /** Reading rows and counting them. */
        READ,
        /** Reading rows, asking the model about them, counting them. */
        SCORE,
        /** Deriving measurements from the counts. */
        MEASURE
    }

    /**
     * @param rows rows done so far
     * @param share of the dataset, from 0 to 1
     * @param totalIsKnown whether the dataset tells how many rows it has; else the total is an estimate
     */
    void report(Stage stage, long rows, double share, boolean totalIsKnown);

    /** Nobody listens. */
    static Progress none() {
        return (stage, rows, share, totalIsKnown) -> {};
    }
}
