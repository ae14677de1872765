package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.control.AllRuns;
import org.aimass.audit.entity.QueuedRun;
import org.aimass.audit.entity.RunStatus;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Slice;
import org.aimass.web.Format;
import org.aimass.web.ListAddress;

/** The runs of all organizations: what runs, what waits in which place, what has ended. */
@Named
@RequestScoped
public class DeskRunsPage {

    private static final int SIZE = 25;

    @Inject
    AllRuns queue;

    @Inject
    AdministerOrganizations organizations;

    @Inject
    Format format;

    @Inject
    DeskText text;

    @Inject
    Clock clock;

    private final ListAddress address = new ListAddress("");
    private String status = "";
    private Slice<QueuedRun> slice = new Slice<>(List.of(), 0, 0);
    private Map<UUID, Organization> owners = Map.of();

    public void load() {
        slice = queue.find(chosen(), address.offset(SIZE), SIZE);
        owners = organizations.byId(
                slice.items().stream().map(QueuedRun::organizationId).distinct().toList());
    }

    private Optional<RunStatus> chosen() {
        return Arrays.stream(RunStatus.values())
                .filter(each -> each.name().equals(status))
                .findFirst();
    }

    public Organization owner(QueuedRun run) {
        return Objects.requireNonNull(owners.get(run.organizationId()));
    }

    /** How long ago it was queued, or how long it took from there to its end. */
    public String age(QueuedRun run) {
        return format.duration(run.age(clock.instant()));
    }

    /** How long the node may still be silent, or that it was silent for too long. */
    public String lease(QueuedRun run) {
        Duration left = run.lease().orElse(Duration.ZERO);
        return run.isLapsed() ? text.words("runs.lapsed") : text.words("runs.seconds", left.toSeconds());
    }

    public List<RunStatus> getStatuses() {
        return List.of(RunStatus.values());
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<QueuedRun> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }
}
