package org.aimass.dataset.entity;

/** What a file that is sent in pieces will be. */
public enum UploadKind {
    MODEL(Integer.MAX_VALUE),
    DATASET(Integer.MAX_VALUE),
    /** What a model needs beside its file. */
    COMPANION(16 << 20);

    private final long mostBytes;

    UploadKind(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The largest file that is taken: 2 GB, because a protobuf cannot be larger; beside a model 16 MiB. */
    public long mostBytes() {
        return mostBytes;
    }
}
