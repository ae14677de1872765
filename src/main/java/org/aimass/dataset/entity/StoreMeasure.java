package org.aimass.dataset.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the store holds on the disk, as it was counted last: every file, also those that no table names. There is one. */
@Entity
@Table(name = "dataset_store_measure")
public class StoreMeasure {

    /** Of the only one. */
    public static final int ID = 1;

    @Id
    private int id;

    private long files;

    @Column(name = "size_bytes")
    private long bytes;

    @Column(name = "measured_at")
    private Instant measuredAt;

    protected StoreMeasure() {
        this(StoredBytes.NONE, Instant.EPOCH);
    }

    public StoreMeasure(StoredBytes found, Instant measuredAt) {
        this.id = ID;
        this.files = found.files();
        this.bytes = found.bytes();
        this.measuredAt = measuredAt;
    }

    public void again(StoredBytes found, Instant now) {
        files = found.files();
        bytes = found.bytes();
        measuredAt = now;
    }

    public StoredBytes stored() {
        return new StoredBytes(files, bytes);
    }

    public Instant measuredAt() {
        return measuredAt;
    }
}
