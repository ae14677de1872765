package org.aimass.dataset.entity;

/**
 * How much is stored.
 *
 * @param files counted once each, however often they were submitted
 * @param bytes of these files
 */
public record StoredBytes(long files, long bytes) {

    public static final StoredBytes NONE = new StoredBytes(0, 0);

    public StoredBytes plus(StoredBytes other) {
        return new StoredBytes(files + other.files, bytes + other.bytes);
    }
}
