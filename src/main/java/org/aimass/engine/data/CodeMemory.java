package org.aimass.engine.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The codes that a dictionary gave to a column's usual values, by their places, so that it is asked once for each. */
final class CodeMemory {

    /** 0 where the dictionary was not asked, else the code and 1. */
    private final int[] codes;

    private @Nullable Dictionary dictionary;

    CodeMemory(int places) {
        codes = new int[places];
    }

    /** The code of the value at that place, which that row holds; {@link Dictionary#FULL} as the dictionary says it. */
    int code(int place, Dictionary asked, ParquetColumn column, int row) {
        if (dictionary != asked) {
            Arrays.fill(codes, 0);
            dictionary = asked;
        }
        if (codes[place] == 0) {
            byte[] utf8 = column.utf8(row);
            codes[place] = 1 + asked.code(utf8, 0, utf8.length);
        }
        return codes[place] - 1;
    }
}
