package org.aimass.background;

/**
 * A part of the portal that has work under way when the portal is told to end. A CDI bean; called by {@link Ending}, as
 * {@link org.aimass.security.Role#SYSTEM}.
 */
public interface Finishing {

    /** From now on it begins nothing; what has begun goes on. */
    void beginNothing();

    /** Whether nothing of it is under way. */
    boolean isFinished();

    /** Time is over: what is under way ends within seconds, and is given back undone. */
    default void cutShort() {}
}
