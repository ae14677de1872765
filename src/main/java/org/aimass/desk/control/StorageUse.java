package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.dataset.control.ChangedFiles;
import org.aimass.dataset.control.StoreFigures;
import org.aimass.dataset.entity.StoreMeasure;
import org.aimass.dataset.entity.StoredBytes;
import org.aimass.desk.entity.Usage;
import org.aimass.registry.control.ModelFigures;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;
import org.aimass.shared.Slice;

/** Who keeps how much in the store. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class StorageUse {

    @Inject
    StoreFigures datasets;

    @Inject
    ModelFigures models;

    @Inject
    ChangedFiles changed;

    /** By what the list is sorted. */
    public enum Sort {
        MODELS,
        DATASETS,
        FILES,
        TOTAL;

        private Comparator<Usage> order() {
            return switch (this) {
                case MODELS -> Comparator.comparingLong(each -> each.models().bytes());
                case DATASETS ->
                    Comparator.comparingLong(each -> each.datasets().bytes());
                case FILES -> Comparator.comparingLong(each -> each.total().files());
                case TOTAL -> Comparator.comparingLong(each -> each.total().bytes());
            };
        }
    }

    /** The organizations that keep anything. */
    public Slice<Usage> find(Sort sort, boolean descending, int offset, int limit) {
        Map<UUID, StoredBytes> ofModels = models.byOrganization();
        Map<UUID, StoredBytes> ofDatasets = datasets.byOrganization();
        Set<UUID> all = new HashSet<>(ofModels.keySet());
        all.addAll(ofDatasets.keySet());
        Comparator<Usage> order = descending ? sort.order().reversed() : sort.order();
        List<Usage> page = all.stream()
                .map(id -> new Usage(
                        id, ofModels.getOrDefault(id, StoredBytes.NONE), ofDatasets.getOrDefault(id, StoredBytes.NONE)))
                .sorted(order.thenComparing(Usage::organizationId))
                .skip(offset)
                .limit(limit)
                .toList();
        return new Slice<>(page, offset, all.size());
    }

    /** The models' files, each counted once. */
    public StoredBytes models() {
        return models.total();
    }

    /** The datasets' files, each counted once. */
    public StoredBytes datasets() {
        return datasets.total();
    }

    /** The stored files that are no longer what they were. */
    public List<Sha256Digest> changed() {
        return changed.all();
    }

    /** What lay on the disk when it was counted last: also outcomes of audits, and what no table names any more. */
    public Optional<StoreMeasure> onDisk() {
        return datasets.onDisk();
    }
}
