package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.activity.ActivityRecord;
import org.aimass.activity.ActivityRecords;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Slice;
import org.aimass.web.Ids;
import org.aimass.web.ListAddress;
import org.jspecify.annotations.Nullable;

/** Who did what in an organization, or in the portal as a whole; whether the record is whole; all of it as CSV. */
@Named
@RequestScoped
public class OrganizationActivityPage {

    private static final int SIZE = 25;

    /** So many records are checked while somebody waits; more only when asked for. */
    private static final long CHECKED_AT_ONCE = 2_000;

    @Inject
    ActivityRecords records;

    @Inject
    AdministeredOrganization administered;

    @Inject
    CurrentUser user;

    private final ListAddress address = new ListAddress("");
    private final ActivitySearch search = new ActivitySearch();
    private String id = "";
    private String check = "";
    private String format = "";
    private Slice<ActivityRecord> slice = new Slice<>(List.of(), 0, 0);
    private ActivityRecords.@Nullable ChainCheck chain;

    @PostConstruct
    void read() {
        id = Asked.parameter("id");
    }

    public void load() throws IOException {
        if (format.equals("csv")) {
            ActivityCsv.send(records, search.of(organizationId()));
            return;
        }
        slice = records.search(search.of(organizationId()), address.offset(SIZE), SIZE);
        if (check.equals("now") || records.count(organizationId()) <= CHECKED_AT_ONCE) {
            chain = records.check(organizationId());
        }
    }

    private UUID organizationId() {
        if (!id.isEmpty()) {
            return Ids.of(id);
        }
        return user.has(Role.PORTAL_ADMIN) ? ActivityLog.PORTAL : administered.id();
    }

    /** Whether this is the portal's own record. */
    public boolean isPortal() {
        return organizationId().equals(ActivityLog.PORTAL);
    }

    public List<String> getActions() {
        return records.actions(organizationId());
    }

    public ActivitySearch getSearch() {
        return search;
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<ActivityRecord> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    /** Null where it was not checked. */
    public ActivityRecords.@Nullable ChainCheck getChain() {
        return chain;
    }

    public String getId() {
        return organizationId().toString();
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCheck() {
        return check;
    }

    public void setCheck(String check) {
        this.check = check;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }
}
