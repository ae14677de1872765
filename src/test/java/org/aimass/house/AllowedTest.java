package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aimass.security.Allowed;
import org.junit.jupiter.api.Test;

/** Nobody may do anything that does not say who may: deny by default. */
class AllowedTest {

    @Test
    void everyPublicControlMethodSaysWhoMayCallIt() {
        List<String> silent = new ArrayList<>();
        for (Class<?> bean : beans()) {
            for (Method method : bean.getDeclaredMethods()) {
                if (isCallable(method)
                        && bean.getAnnotation(Allowed.class) == null
                        && method.getAnnotation(Allowed.class) == null) {
                    silent.add(bean.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void thereIsNoEmptyListOfRoles() {
        for (Class<?> bean : beans()) {
            Stream.concat(
                            Stream.of(bean.getAnnotation(Allowed.class)),
                            Arrays.stream(bean.getDeclaredMethods()).map(method -> method.getAnnotation(Allowed.class)))
                    .filter(java.util.Objects::nonNull)
                    .forEach(allowed -> assertTrue(allowed.value().length > 0, bean.getName()));
        }
    }

    @Test
    void theInterceptorCanStandBeforeEveryControlBean() {
        for (Class<?> bean : beans()) {
            assertFalse(Modifier.isFinal(bean.getModifiers()), bean + " is final: no interceptor can stand before it");
            for (Method method : bean.getDeclaredMethods()) {
                assertFalse(
                        isCallable(method) && Modifier.isFinal(method.getModifiers()),
                        method + " is final: no interceptor can stand before it");
            }
        }
    }

    /** What the container makes and calls; what else is public in control is a value. */
    private static List<Class<?>> beans() {
        List<Class<?>> beans = new ArrayList<>();
        for (JavaClass type : House.classes()) {
            boolean control = type.getPackageName().matches("org\\.aimass\\.[a-z]+\\.control.*");
            if (control && !type.getModifiers().contains(JavaModifier.ABSTRACT) && isBean(type.reflect())) {
                beans.add(type.reflect());
            }
        }
        return beans;
    }

    private static boolean isBean(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation ->
                        annotation.getName().matches("jakarta\\.(enterprise\\.context|inject|ejb|transaction)\\..*"));
    }

    private static boolean isCallable(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }
}
