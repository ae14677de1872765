package org.aimass.dataset.entity;

/** What a datasheet tells, after Gebru et al., Datasheets for Datasets (Communications of the ACM 64, 2021). */
public enum DatasheetSection {
    MOTIVATION,
    COMPOSITION,
    COLLECTION,
    USES,
    PERSONAL_DATA,
    LEGAL_BASIS,
    KNOWN_BIASES
}
