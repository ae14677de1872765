package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.aimass.shared.Sha256Digest;

/** What a completed run keeps of its outcome beside the numbers themselves. */
@Embeddable
public class RecordedOutcome {

    @Column(name = "outcome_sha256")
    private String sha256;

    @Column(name = "outcome_head")
    private String head;

    @Column(name = "shown_count")
    private int shown;

    @Column(name = "within_count")
    private int within;

    @Column(name = "unsure_count")
    private int insufficient;

    @SuppressWarnings("NullAway.Init")
    protected RecordedOutcome() {}

    /** @param head JSON: engine, inputs, rows and timing, in the outcome file's own keys */
    public RecordedOutcome(Sha256Digest outcomeFile, String head, Tally tally) {
        this.sha256 = outcomeFile.hex();
        this.head = head;
        this.shown = tally.shown();
        this.within = tally.within();
        this.insufficient = tally.insufficient();
    }

    /** Of the outcome file, which lies in the artifact store. */
    public Sha256Digest sha256() {
        return new Sha256Digest(sha256);
    }

    public String head() {
        return head;
    }

    public Tally tally() {
        return new Tally(shown, within, insufficient);
    }
}
