package org.aimass.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aimass.shared.Bilingual;
import org.junit.jupiter.api.Test;

/** What a correction says that it made different. */
class ChangesTest {

    private static final String RUN = "7f1c1f6e-3c3b-4a43-9a53-6b1f2f8f5a02";

    @Test
    void nothingIsDifferentFromItself() {
        assertEquals(
                List.of(), Changes.between(Snapshots.draft(), Snapshots.draft()).all());
    }

    @Test
    void aTextIsSaidBeforeAndAfter() {
        Changes changes = Changes.between(
                Snapshots.draft(), Snapshots.draft(Snapshots.explanation("Other words."), RUN, "2026-0311"));
        assertEquals(
                List.of(new Changes.Change(
                        Changes.Part.SUMMARY,
                        List.of(new Bilingual("Sorts applications. Case workers decide.", "对申请进行分流。")),
                        List.of(new Bilingual("Other words.", "对申请进行分流。")))),
                changes.all());
    }

    @Test
    void anotherAuditIsSaidByItsNumber() {
        Changes changes = Changes.between(
                Snapshots.draft(), Snapshots.draft(Snapshots.explanation(), RUN.replace('7', '8'), "2026-0400"));
        assertEquals(List.of("AUDIT"), changes.parts());
        assertEquals("2026-0400", changes.all().get(0).after().get(0).en());
    }

    @Test
    void theOrderOfNamesIsNoDifference() {
        Explanation old = Snapshots.explanation();
        List<Explanation.Name> names = new ArrayList<>(old.names());
        Collections.reverse(names);
        Explanation same = new Explanation(
                old.title(), old.summary(), old.purpose(), old.decision(), old.data(), old.mistakes(), names);
        assertEquals(
                List.of(),
                Changes.between(Snapshots.draft(), Snapshots.draft(same, RUN, "2026-0311"))
                        .all());
        Explanation fewer = new Explanation(
                old.title(),
                old.summary(),
                old.purpose(),
                old.decision(),
                old.data(),
                old.mistakes(),
                names.subList(0, 1));
        assertEquals(
                List.of("NAMES"),
                Changes.between(Snapshots.draft(), Snapshots.draft(fewer, RUN, "2026-0311"))
                        .parts());
    }
}
