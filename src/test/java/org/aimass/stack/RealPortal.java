package org.aimass.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class against the running portal. Its methods may take a {@link Portal} and a {@link Visitor}. The servers start with the first
 * such class and are shared by all; every visitor is new. One such class runs at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StackExtension.class)
@ResourceLock("the shared servers and the browser")
public @interface RealPortal {
    /** The order of what measures seconds: when nothing runs beside it any more. */
    int LAST = Integer.MAX_VALUE;

    /** The order of what wants to see the demonstration as it is laid out, before anybody else works with it. */
    int FIRST = 1;
}
