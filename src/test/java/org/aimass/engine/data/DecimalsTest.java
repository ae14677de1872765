package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0.0",
        "-0,-0.0",
        "+7,7.0",
        "007,7.0",
        "1.,1.0",
        ".5,0.5",
        "-12.25,-12.25",
        "1e3,1000.0",
        "1E-3,0.001",
        "2.5e+2,250.0",
        "9007199254740993,9007199254740992.0",
        "9007199254740994,9007199254740994.0",
        "0.1234567890123456789012345,0.12345678901234568",
        "1e-400,0.0"
    })
    void readsDecimalNumbers(String text, double number) {
        assertEquals(number, Decimals.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                " 1",
                "abc",
                "1,5",
                "1.2.3",
                "--1",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1e5x",
                "NaN",
                "nan",
                "Infinity",
                "inf",
                "0x10",
                "1f",
                "1d",
                "1_000",
                "1e999",
                "-1e999",
                "\u0661"
            })
    void refusesAnythingElse(String text) {
        assertEquals(Double.NaN, Decimals.parse(text));
    }

    /** Of every size that a double can have: its bits are drawn, not its value. */
    @Test
    void roundsAsTheLanguageDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertEquals(number, Decimals.parse(Double.toString(number)));
                String plain = new BigDecimal(number).toPlainString();
                if (plain.length() <= 400) {
                    assertEquals(number + 0.0, Decimals.parse(plain) + 0.0, plain);
                }
            }
        }
    }

    @Test
    void roundsShortNumbersAsTheLanguageDoes() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            String text = BigDecimal.valueOf(random.nextInt() >> random.nextInt(32), random.nextInt(30))
                    .toPlainString();
            assertEquals(Double.parseDouble(text), Decimals.parse(text), text);
        }
    }
}
