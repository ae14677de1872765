package org.aimass.stack;

import java.io.IOException;
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
        Portal portal = stack.portal();
        return type == Portal.class ? portal : visitors(context).next(portal);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        visitors(context).leave(failed, test);
        Chromium.giveBack();
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
