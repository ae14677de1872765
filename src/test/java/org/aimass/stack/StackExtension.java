package org.aimass.stack;

import java.io.IOException;
import java.sql.SQLException;
import org.aimass.launcher.CannotStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the shared servers, and each test its own visitors; a visitor whose browser complained fails its test. */
final class StackExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == Portal.class || type == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Stack stack = stack(context);
        if (type == Stack.class) {
            return stack;
        }
        Portal portal = portal(stack, context);
        return type == Portal.class ? portal : visitors(context).next(portal);
    }

    private static Portal portal(Stack stack, ExtensionContext context) {
        RealPortal wanted = context.getRequiredTestClass().getAnnotation(RealPortal.class);
        if (wanted == null || !wanted.untouched()) {
            return stack.portal();
        }
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(NAMESPACE).computeIfAbsent(Portal.class, type -> started(stack), Portal.class);
    }

    private static Portal started(Stack stack) {
        try {
            Portal portal = stack.untouched();
            portal.start();
            return portal;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        visitors(context).leave(failed, test);
    }

    private static Stack stack(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Servers.class, type -> Servers.start(), Servers.class)
                .stack();
    }

    /** The servers, or why there are none: what did not start once is not tried again by every other test. */
    private record Servers(@Nullable Stack started, String failure) implements AutoCloseable {
        static Servers start() {
            try {
                return new Servers(new Stack(), "");
            } catch (IOException | CannotStart | RuntimeException e) {
                return new Servers(null, String.valueOf(e.getMessage()));
            }
        }

        Stack stack() {
            if (started == null) {
                throw new IllegalStateException(failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }

    private static Visitors visitors(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        return store.computeIfAbsent(Visitors.class, type -> new Visitors(), Visitors.class);
    }
}
