package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Calls each control method of the portal through the interceptor, as nobody and as everybody, and sees who gets through. */
class EveryControlMethodTest {

    private static final Person SOMEBODY = new Person("https://id.example.org", "a");
    private static final UUID OFFICE = UUID.fromString("0d7ad5a2-6f1f-4c6e-9a35-0d2e7f2a1b11");

    @Test
    void nobodyGetsThroughButWhereEveryoneMay() throws Exception {
        for (Method method : methods()) {
            assertEquals(
                    List.of(roles(method)).contains(Role.ANYONE), passes(Identity.NOBODY, method), method.toString());
        }
    }

    @Test
    void eachRoleGetsThroughWhereItIsNamedAndNowhereElse() throws Exception {
        List<Method> methods = methods();
        assertTrue(methods.size() > 20, "there are control methods");
        for (Role role : Role.values()) {
            Identity holder = holder(role);
            for (Method method : methods) {
                boolean named = Arrays.stream(roles(method))
                        .anyMatch(wanted -> implied(role).contains(wanted));
                assertEquals(named, passes(holder, method), role + " " + method);
            }
        }
    }

    private static Set<Role> implied(Role role) {
        return switch (role) {
            case ANYONE -> Set.of(Role.ANYONE);
            case SYSTEM -> Set.of(Role.ANYONE, Role.SYSTEM);
            case CITIZEN -> Set.of(Role.ANYONE, Role.CITIZEN);
            default -> Set.of(Role.ANYONE, Role.CITIZEN, role);
        };
    }

    private static Identity holder(Role role) {
        return switch (role.scope()) {
            case ORGANIZATION ->
                Identity.of(SOMEBODY, "", Set.of(), () -> Set.of(new OrganizationRole(OFFICE, role)), "");
            case PORTAL -> Identity.of(SOMEBODY, "", Set.of(role), Set::of, "");
            case IMPLIED -> role == Role.SYSTEM ? Identity.ofSystem("task") : Identity.NOBODY;
        };
    }

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes/org/aimass"))) {
            if (type.getPackageName().matches("org\\.aimass\\.[a-z]+\\.control.*")) {
                Arrays.stream(type.reflect().getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> method.isAnnotationPresent(Allowed.class)
                                || method.getDeclaringClass().isAnnotationPresent(Allowed.class))
                        .forEach(methods::add);
            }
        }
        return methods;
    }

    private static Role[] roles(Method method) {
        Allowed own = method.getAnnotation(Allowed.class);
        Allowed ofClass = method.getDeclaringClass().getAnnotation(Allowed.class);
        return own != null ? own.value() : ofClass != null ? ofClass.value() : new Role[0];
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    private static boolean passes(Identity who, Method method) throws Exception {
        AllowedInterceptor interceptor = new AllowedInterceptor();
        interceptor.user = new CurrentUser();
        interceptor.user.become(who);
        Class<?> type = method.getDeclaringClass();
        try {
            return "passed".equals(interceptor.check(call(method, type)));
        } catch (Refusal refused) {
            return false;
        }
    }

    private static InvocationContext call(Method method, Class<?> type) {
        return (InvocationContext) Proxy.newProxyInstance(
                EveryControlMethodTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getTarget" -> instance(type);
                    default -> "passed";
                });
    }

    /** Of the bean's own class, without its constructor, for nothing but its class is asked. */
    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
