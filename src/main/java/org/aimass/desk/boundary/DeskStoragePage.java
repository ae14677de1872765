package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aimass.dataset.entity.StoreMeasure;
import org.aimass.dataset.entity.StoredBytes;
import org.aimass.desk.control.StorageUse;
import org.aimass.desk.entity.Usage;
import org.aimass.organization.control.AdministerOrganizations;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Sha256Digest;
import org.aimass.shared.Slice;
import org.aimass.web.DiskSpace;
import org.aimass.web.Format;
import org.aimass.web.ListAddress;
import org.jspecify.annotations.Nullable;

/** What the store holds, for whom, and what room there is. */
@Named
@RequestScoped
public class DeskStoragePage {

    private static final int SIZE = 25;

    @Inject
    StorageUse storage;

    @Inject
    AdministerOrganizations organizations;

    @Inject
    DiskSpace disk;

    @Inject
    Format format;

    @Inject
    DeskText text;

    private final ListAddress address = new ListAddress("-total");
    private Slice<Usage> slice = new Slice<>(List.of(), 0, 0);
    private Map<UUID, Organization> owners = Map.of();

    public void load() {
        slice = storage.find(
                address.sort(StorageUse.Sort.class, StorageUse.Sort.TOTAL),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
        owners = organizations.byId(
                slice.items().stream().map(Usage::organizationId).toList());
    }

    public Organization owner(Usage usage) {
        return Objects.requireNonNull(owners.get(usage.organizationId()));
    }

    public StoredBytes getModels() {
        return storage.models();
    }

    public StoredBytes getDatasets() {
        return storage.datasets();
    }

    /** Null before the store was counted. */
    public @Nullable StoreMeasure getOnDisk() {
        return storage.onDisk().orElse(null);
    }

    public List<Sha256Digest> getChanged() {
        return storage.changed();
    }

    public String getFree() {
        return disk.free().isPresent() ? format.bytes(disk.free().getAsLong()) : text.words("storage.unknown");
    }

    public String getReserve() {
        return format.bytes(disk.reserve());
    }

    /** Whether uploads are refused, or soon will be. */
    public boolean isTight() {
        return disk.free().orElse(Long.MAX_VALUE) < 8 * disk.reserve();
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<Usage> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }
}
