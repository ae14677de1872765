package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.dataset.control.PreviewDataset;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** What runs quote of their datasets: for those alone who may see the dataset's rows, too. */
@ApplicationScoped
@Allowed({Role.AUDITOR, Role.APPROVER})
public class QuotedRows {

    @Inject
    AuditRuns runs;

    @Inject
    AuditResults results;

    @Inject
    PreviewDataset previews;

    /** Whether the asker may read what a run quotes. */
    public boolean mayRead(UUID runId) {
        UUID dataset = runs.get(runId).subject().datasetVersionId();
        try {
            return previews.mayLook(dataset);
        } catch (Refusal e) {
            return false;
        }
    }

    /**
     * The snippets that were understood worst; none where none were asked for.
     *
     * @throws Refusal NOT_FOUND when there is no such run, or the asker may not read what it quotes
     */
    public Transcripts snippets(UUID runId) {
        return readable(runId).transcripts().orElseGet(() -> new Transcripts(List.of()));
    }

    /**
     * Of a language model the answers, or the texts with a name exchanged, that fared worst; none where none were asked for.
     *
     * @throws Refusal NOT_FOUND when there is no such run, or the asker may not read what it quotes
     */
    public QuotedAnswers answers(UUID runId) {
        return readable(runId).answers().orElseGet(() -> new QuotedAnswers(List.of()));
    }

    /** Whether a run quotes anything. */
    public boolean any(UUID runId) {
        return results.details(runId, 0).isQuoting();
    }

    private OutcomeDetails readable(UUID runId) {
        OutcomeDetails details = results.details(runId, 0);
        if (details.isQuoting() && !mayRead(runId)) {
            throw Refusal.notFound();
        }
        return details;
    }
}
