package org.aimass.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class against the running portal. Its methods may take a {@link Portal} and a {@link Visitor}. The servers start with the first
 * such class and are shared by all; every visitor is new.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StackExtension.class)
public @interface RealPortal {

    /** Whether the class needs a portal of its own, with nothing in its database but the demonstration. */
    boolean untouched() default false;
}
