package org.aimass.dataset.entity;

/** What a file that is sent in pieces will be. */
public enum UploadKind {
    MODEL,
    DATASET
}
