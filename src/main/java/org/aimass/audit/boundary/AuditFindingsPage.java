package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.FindingList;
import org.aimass.audit.control.FindingList.FoundFinding;
import org.aimass.audit.entity.FindingStatus;
import org.aimass.audit.entity.Severity;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** The findings that the reader may see, by status, severity and whether their answer is late. */
@Named
@RequestScoped
public class AuditFindingsPage {

    private static final int SIZE = 20;
    private static final String YES = "yes";

    @Inject
    FindingList findings;

    private final ListAddress address = new ListAddress("-number");
    private String status = "";
    private String severity = "";
    private String overdue = "";
    private Slice<FoundFinding> slice = new Slice<>(List.of(), 0, 0);

    public void load() {
        slice = findings.find(
                new FindingList.Wanted(
                        named(FindingStatus.values(), status), named(Severity.values(), severity), YES.equals(overdue)),
                address.sort(FindingList.Sort.class, FindingList.Sort.NUMBER),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    public boolean isOverdue(FoundFinding found) {
        return found.finding().isOverdue(findings.today());
    }

    /** Whether anything was asked for, so that an empty list does not mean that there is nothing. */
    public boolean isNarrowed() {
        return !status.isEmpty() || !severity.isEmpty() || !overdue.isEmpty();
    }

    public Slice<FoundFinding> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    public ListAddress getAddress() {
        return address;
    }

    public List<FindingStatus> getStatuses() {
        return List.of(FindingStatus.values());
    }

    public List<Severity> getSeverities() {
        return List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getSeverity() {
        return severity;
    }

    public void setSeverity(String severity) {
        this.severity = severity;
    }

    public String getOverdue() {
        return overdue;
    }

    public void setOverdue(String overdue) {
        this.overdue = overdue;
    }
}
