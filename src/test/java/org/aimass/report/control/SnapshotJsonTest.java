package org.aimass.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.Snapshots;
import org.aimass.shared.Bilingual;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class SnapshotJsonTest {

    private static final ReportSnapshot PUBLISHED =
            Snapshots.draft().published(new ReportNumber(2026, 147), Instant.parse("2026-11-09T10:00:00.5Z"));

    private static ReportSnapshot read(String json) {
        return SnapshotJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSnapshotIsReadAsItWasWritten() {
        assertEquals(PUBLISHED, read(SnapshotJson.write(PUBLISHED)));
    }

    @Test
    void theSameReportIsTheSameText() {
        String json = SnapshotJson.write(PUBLISHED);
        assertEquals(json, SnapshotJson.write(read(json)));
    }

    @Test
    void theTextIsCanonicalJson() throws IOException {
        String json = SnapshotJson.write(PUBLISHED);
        assertEquals(json, new JsonCanonicalizer(json).getEncodedString());
        assertTrue(json.startsWith("{\"auditor\":{\"id\":\"audit-office\",\"name\":{\"en\":"), json.substring(0, 80));
        assertTrue(json.contains("\"number\":\"AM-2026-0147\""));
        assertTrue(json.contains("\"published_at\":\"2026-11-09T10:00:00.500Z\""));
        assertTrue(json.contains("\"value\":0.174"));
    }

    @Test
    void whatIsHiddenHasNoFigureInTheText() {
        String json = SnapshotJson.write(PUBLISHED);
        int start = json.lastIndexOf('{', json.indexOf("\"group\":[\"not stated\"]"));
        String hidden = json.substring(start, json.indexOf('}', start) + 1);
        assertEquals(
                "{\"doubt\":\"GROUP_TOO_SMALL\",\"group\":[\"not stated\"],\"hidden\":\"SMALL\",\"reference\":false,"
                        + "\"verdict\":\"INSUFFICIENT_EVIDENCE\"}",
                hidden);
    }

    @Test
    void halfACharacterIsRefused() {
        Explanation good = Snapshots.explanation();
        Explanation broken = new Explanation(
                new Bilingual("Half \ud83d", ""),
                good.summary(),
                good.purpose(),
                good.decision(),
                good.data(),
                good.mistakes(),
                List.of());
        ReportSnapshot draft = Snapshots.draft();
        ReportSnapshot unwritable = new ReportSnapshot(
                draft.format(),
                draft.number(),
                draft.publishedAt(),
                draft.organization(),
                draft.auditor(),
                draft.model(),
                draft.dataset(),
                broken,
                draft.judgement(),
                draft.processing(),
                draft.method(),
                draft.protection(),
                draft.tally(),
                draft.overall(),
                draft.tables(),
                draft.edition());
        assertThrows(IllegalArgumentException.class, () -> SnapshotJson.write(unwritable));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        String json = SnapshotJson.write(PUBLISHED);
        String twice = json.replaceFirst("\\{", "{\"number\":\"AM-2026-0001\",");
        assertThrows(UncheckedIOException.class, () -> read(twice));
        assertFalse(read(json).draft());
    }
}
