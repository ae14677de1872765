package org.aimass.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Holds {@link Allowed}: lets a call through only for somebody with one of the roles, before any transaction begins. */
@Allowed({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AllowedInterceptor {

    @Inject
    CurrentUser user;

    @AroundInvoke
    @Nullable
    Object check(InvocationContext call) throws Exception {
        if (Arrays.stream(rolesOf(call)).noneMatch(user::has)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "web", user.isSignedIn() ? "refusal.role" : "refusal.signIn");
        }
        return call.proceed();
    }

    private static Role[] rolesOf(InvocationContext call) {
        Allowed onMethod = call.getMethod().getAnnotation(Allowed.class);
        if (onMethod != null) {
            return onMethod.value();
        }
        // CDI calls a generated subclass: the annotation is on the class it was made from
        for (Class<?> type = call.getTarget().getClass(); type != null; type = type.getSuperclass()) {
            Allowed onClass = type.getDeclaredAnnotation(Allowed.class);
            if (onClass != null) {
                return onClass.value();
            }
        }
        return new Role[0];
    }
}
