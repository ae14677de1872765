package org.aimass.notification.entity;

/** How somebody wants to be told. */
public enum Way {
    NONE,
    /** In the inbox. */
    PORTAL,
    /** In the inbox, and by mail. */
    MAIL
}
