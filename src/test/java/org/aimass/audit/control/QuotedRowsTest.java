package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.Subject;
import org.aimass.dataset.control.PreviewDataset;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Who may not see a dataset's rows gets nothing that a run quotes of them, whichever way they ask. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class QuotedRowsTest {

    private static final UUID DATASET = UUID.randomUUID();
    private static final AuditRun RUN = run();
    private static final QuotedAnswers ANSWERS = new QuotedAnswers(List.of(new Answer(
            2,
            Map.of(),
            new Reply(Optional.empty(), "rude", Optional.empty(), Optional.empty(), Optional.empty(), List.of()))));

    private static AuditRun run() {
        String plan = PlanJson.write(Plans.byAge());
        return new AuditRun(
                UUID.randomUUID(),
                "test-1",
                UUID.randomUUID(),
                new Subject(
                        new Subject.Model(UUID.randomUUID(), UUID.randomUUID(), "Words", "1.0"),
                        new Subject.Dataset(DATASET, "Prompts", 1),
                        Plans.byAge().policy()),
                plan,
                StrictJson.digest(plan),
                new Author(AuditWorld.AMARA, "Amara"),
                AuditWorld.NOON);
    }

    /** @param may whether the asker may see rows; empty if not even that there is such a dataset */
    private static QuotedRows quoted(Optional<Boolean> may, boolean any) {
        QuotedRows quoted = new QuotedRows();
        quoted.runs = new AuditRuns() {
            @Override
            public AuditRun get(UUID id) {
                return RUN;
            }
        };
        quoted.results = new AuditResults() {
            @Override
            public OutcomeDetails details(UUID runId, int place) {
                return new OutcomeDetails(
                        Optional.empty(), any ? Optional.of(ANSWERS) : Optional.empty(), Optional.empty(), List.of());
            }
        };
        quoted.previews = new PreviewDataset() {
            @Override
            public boolean mayLook(UUID versionId) {
                assertEquals(DATASET, versionId);
                return may.orElseThrow(Refusal::notFound);
            }
        };
        return quoted;
    }

    private static void assertNotFound(Runnable asking) {
        assertEquals(
                Refusal.Kind.NOT_FOUND, assertThrows(Refusal.class, asking::run).kind());
    }

    private static OutcomeFiles files(QuotedRows quoted) {
        OutcomeFiles files = new OutcomeFiles();
        files.runs = quoted.runs;
        files.quoted = quoted;
        return files;
    }

    @Test
    void whoMaySeeRowsReadsThem() {
        QuotedRows quoted = quoted(Optional.of(true), true);
        assertTrue(quoted.any(RUN.id()));
        assertEquals(ANSWERS, quoted.answers(RUN.id()));
        assertEquals(List.of(), quoted.snippets(RUN.id()).snippets());
    }

    @Test
    void whoMayNotGetsNothing() {
        for (Optional<Boolean> may : List.of(Optional.of(false), Optional.<Boolean>empty())) {
            QuotedRows quoted = quoted(may, true);
            assertFalse(quoted.mayRead(RUN.id()));
            assertNotFound(() -> quoted.answers(RUN.id()));
            assertNotFound(() -> quoted.snippets(RUN.id()));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            assertNotFound(() -> files(quoted).write(RUN.id(), file));
            assertEquals(0, file.size());
        }
    }

    @Test
    void whereNothingIsQuotedNothingIsRefused() {
        QuotedRows quoted = quoted(Optional.of(false), false);
        assertFalse(quoted.any(RUN.id()));
        assertEquals(List.of(), quoted.answers(RUN.id()).answers());
    }
}
