package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.aimass.web.Format;
import org.junit.jupiter.api.Test;

class LogAxisTest {

    private static final Format FORMAT = new Format(Locale.ENGLISH, ZoneOffset.UTC);

    private static List<String> labels(LogAxis axis) {
        return axis.ticks(FORMAT).stream().map(LogAxis.Tick::label).toList();
    }

    @Test
    void itEndsAtThePowerOfTenBelowTheRarestError() {
        assertEquals(new LogAxis(-3), LogAxis.over(DoubleStream.of(0.5, 0.0042, 0)));
        assertEquals(new LogAxis(-3), LogAxis.over(DoubleStream.of(0.001)));
        assertEquals(new LogAxis(-1), LogAxis.over(DoubleStream.of(0.9)));
        assertEquals(new LogAxis(-9), LogAxis.over(DoubleStream.of(1e-30)));
        assertEquals(new LogAxis(-1), LogAxis.over(DoubleStream.empty()));
    }

    @Test
    void equalStepsArePowersOfTen() {
        LogAxis axis = new LogAxis(-4);
        assertEquals(1, axis.place(1));
        assertEquals(0.75, axis.place(0.1), 1e-12);
        assertEquals(0.25, axis.place(0.001), 1e-12);
        assertEquals(0, axis.place(0.0001), 1e-12);
        assertEquals(0, axis.place(0.00001));
    }

    @Test
    void everySecondDecadeOfManyIsNamed() {
        assertEquals(List.of("100\u202f%", "10\u202f%", "1\u202f%"), labels(new LogAxis(-2)));
        assertEquals(List.of("100\u202f%", "", "1\u202f%", "", "0.01\u202f%", ""), labels(new LogAxis(-5)));
    }
}
