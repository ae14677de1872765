package org.aimass.report.entity;

/** Why a group's figures are not shown. */
public enum HiddenReason {
    /** It has too few people. */
    SMALL,
    /** Otherwise the figures of a group with too few people could be worked out. */
    PROTECTS_ANOTHER
}
