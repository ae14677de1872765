package org.aimass.engine.metrics;

/** Finds single numbers of a sorted order without sorting (Hoare's FIND, Communications of the ACM 4, 1961). */
final class Selection {

    private Selection() {}

    /** Puts those that are NaN last; answers how many are not. */
    static int definedFirst(double[] numbers) {
        int defined = numbers.length;
        for (int i = 0; i < defined; ) {
            if (Double.isNaN(numbers[i])) {
                swap(numbers, i, --defined);
            } else {
                i++;
            }
        }
        return defined;
    }

    /**
     * Puts the number at the place where sorting would put it, none that is greater before it and none that is less behind it.
     *
     * @param size only the first ones are looked at; none of them is NaN
     * @param place from 0 to {@code size - 1}
     */
    static void place(double[] numbers, int size, int place) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            double pivot = numbers[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (pivot < numbers[j]) {
                    j--;
                }
                if (i <= j) {
                    swap(numbers, i++, j--);
                }
            }
            if (place <= j) {
                to = j;
            } else if (place >= i) {
                from = i;
            } else {
                return;
            }
        }
    }

    private static void swap(double[] numbers, int i, int j) {
        double number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }

    /** The least from one place up to, but without, another. */
    static double least(double[] numbers, int from, int to) {
        double least = numbers[from];
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, numbers[i]);
        }
        return least;
    }
}
