package org.aimass.datausage.entity;

/** What part a human had in a decision about a person. */
public enum HumanInvolvement {
    /** None: the computer alone decided. */
    NONE,
    /** A human saw the computer's answer and confirmed or changed it. */
    REVIEWED,
    /** A human decided; the computer's answer was one thing among others. */
    DECIDED
}
