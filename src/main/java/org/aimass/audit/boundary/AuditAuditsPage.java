package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.shared.Slice;

/** The audits of the asker's audit bodies, by status, with a search. */
@Named
@RequestScoped
public class AuditAuditsPage {

    private static final int SIZE = 20;
    private static final int LONGEST_TEXT = 100;

    @Inject
    AuditRuns runs;

    @Inject
    ReviewedRuns reviewed;

    private String status = "";
    private String text = "";
    private String page = "1";
    private Slice<AuditRun> slice = new Slice<>(List.of(), 0, 0);
    private Map<UUID, ReviewStatus> reviews = Map.of();

    public void load() {
        slice = runs.find(chosen(), text, SIZE * (number() - 1), SIZE);
        reviews = reviewed.statuses(slice.items());
    }

    private Optional<RunStatus> chosen() {
        return Arrays.stream(RunStatus.values())
                .filter(each -> each.name().equals(status))
                .findFirst();
    }

    private int number() {
        return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    public Slice<AuditRun> getSlice() {
        return slice;
    }

    /** Where the judgements of the completed ones stand, by the run's id. */
    public Map<UUID, ReviewStatus> getReviews() {
        return reviews;
    }

    public int getSize() {
        return SIZE;
    }

    public List<RunStatus> getStatuses() {
        return List.of(RunStatus.values());
    }

    /** Whether anything was asked for, so that an empty list does not mean that there is nothing. */
    public boolean isNarrowed() {
        return !status.isEmpty() || !text.isBlank();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
