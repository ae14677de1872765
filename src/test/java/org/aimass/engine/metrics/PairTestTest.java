package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairTestTest {

    private static PairTest test(MetricValue pValue) {
        return new PairTest(
                "accuracy",
                Map.of("site", "north"),
                List.of("sex"),
                new Measurement.Pair("woman", "man"),
                new TestResult("fisher_exact", pValue),
                OptionalDouble.empty());
    }

    /** Of three p-values the least counts three times, the middle one by 3/2, the greatest once; one is undefined. */
    @Test
    void correctsThoseThatHaveAnAnswer() {
        List<PairTest> tests = Stream.of(
                        MetricValue.of(0.005),
                        MetricValue.undefined("no rows"),
                        MetricValue.of(0.04),
                        MetricValue.of(0.02))
                .map(PairTestTest::test)
                .toList();
        List<PairTest> adjusted = PairTest.adjusted(tests);
        assertEquals(0.015, adjusted.get(0).adjusted().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), adjusted.get(1).adjusted());
        assertEquals(0.04, adjusted.get(2).adjusted().orElseThrow(), 1e-15);
        assertEquals(0.03, adjusted.get(3).adjusted().orElseThrow(), 1e-15);
        assertEquals(tests.get(3).result(), adjusted.get(3).result());
        assertEquals(tests.get(3).pair(), adjusted.get(3).pair());
    }

    @Test
    void anUndefinedTestKeepsItsName() {
        PairTest undefined = test(MetricValue.of(0.02)).undefined("too few rows");
        assertEquals(test(MetricValue.undefined("too few rows")), undefined);
    }
}
