package org.aimass.stack;

import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ_WRITE;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;

/**
 * A test class against the running portal. Its methods may take a {@link Portal} and a {@link Visitor}. The servers start with the first
 * such class and are shared by all; every visitor is new.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StackExtension.class)
@ResourceLock(providers = RealPortal.Locks.class)
public @interface RealPortal {
    /** The order of what wants to see the demonstration as it is laid out, before anybody else works with it. */
    int FIRST = 1;

    /** What it works with, and so what may be at the servers beside it. */
    With[] value() default With.THE_DEMONSTRATION;

    /** What a class works with; no other that works with the same runs beside it. */
    enum With {
        /** The organizations of the demonstration and the people in them. */
        THE_DEMONSTRATION,
        /** Organizations that it makes for itself: it changes nothing that others see, and looks at nothing that they may change. */
        OWN_ORGANIZATIONS,
        /** A portal that it starts for itself. */
        OWN_PORTAL,
        /** All that there is: it takes a server away, counts what everybody does, or measures seconds. Comes last, and alone. */
        EVERYTHING
    }

    /** What a class locks. */
    final class Locks implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> test) {
            RealPortal portal = Objects.requireNonNull(test.getAnnotation(RealPortal.class));
            return Arrays.stream(portal.value())
                    .map(with -> with == With.EVERYTHING ? Resources.GLOBAL : with.name())
                    .map(key -> new Lock(key, READ_WRITE))
                    .collect(Collectors.toSet());
        }
    }
}
