package org.aimass.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this: holders of any one of the roles, in any organization. Which organization, the method itself checks by
 * {@link CurrentUser#demand}. Every public method of a {@code control} bean carries it, or its class does; the method's wins.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {

    @Nonbinding
    Role[] value();
}
