package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

class AllowedInterceptorTest {

    private static final UUID OFFICE = UUID.fromString("0d7ad5a2-6f1f-4c6e-9a35-0d2e7f2a1b11");
    private static final Identity NOBODY = Identity.NOBODY;
    private static final Identity CITIZEN = identity(Set.of());
    private static final Identity AUDITOR = identity(Set.of(new OrganizationRole(OFFICE, Role.AUDITOR)));
    private static final Identity TASK = Identity.ofSystem("dispatch-runs");

    @Allowed(Role.AUDITOR)
    static class Audits {
        public void start() {}

        @Allowed(Role.ANYONE)
        public void read() {}

        @Allowed(Role.SYSTEM)
        public void dispatch() {}

        @Allowed({Role.CITIZEN, Role.SYSTEM})
        public void mine() {}
    }

    /** As the container makes it: the annotations stay on the class above. */
    static class GeneratedProxy extends Audits {}

    static class Silent {
        public void anything() {}
    }

    private static Identity identity(Set<OrganizationRole> roles) {
        return Identity.of(new Person("https://id.example.org", "a"), "Amara", Set.of(), () -> roles, "");
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    private static String call(Identity who, Object bean, String method) throws Exception {
        AllowedInterceptor interceptor = new AllowedInterceptor();
        interceptor.user = new CurrentUser();
        interceptor.user.become(who);
        Method called = bean instanceof Audits
                ? Audits.class.getMethod(method)
                : bean.getClass().getMethod(method);
        InvocationContext context = (InvocationContext) Proxy.newProxyInstance(
                AllowedInterceptorTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, invoked, arguments) -> switch (invoked.getName()) {
                    case "getMethod" -> called;
                    case "getTarget" -> bean;
                    default -> "done";
                });
        return String.valueOf(interceptor.check(context));
    }

    private static String refused(Identity who, Object bean, String method) {
        Refusal refusal = assertThrows(Refusal.class, () -> call(who, bean, method));
        assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
        return refusal.key();
    }

    @Test
    void theClassSaysWhoMay() throws Exception {
        assertEquals("done", call(AUDITOR, new GeneratedProxy(), "start"));
        assertEquals("refusal.role", refused(CITIZEN, new GeneratedProxy(), "start"));
        assertEquals("refusal.role", refused(TASK, new GeneratedProxy(), "start"));
        assertEquals("refusal.signIn", refused(NOBODY, new GeneratedProxy(), "start"));
    }

    @Test
    void theMethodsOwnWordCountsMore() throws Exception {
        assertEquals("done", call(NOBODY, new GeneratedProxy(), "read"));
        assertEquals("done", call(TASK, new GeneratedProxy(), "dispatch"));
        assertEquals("refusal.role", refused(AUDITOR, new GeneratedProxy(), "dispatch"));
        assertEquals("done", call(CITIZEN, new GeneratedProxy(), "mine"));
        assertEquals("done", call(TASK, new GeneratedProxy(), "mine"));
        assertEquals("refusal.signIn", refused(NOBODY, new GeneratedProxy(), "mine"));
    }

    @Test
    void whereNothingIsSaidNobodyMay() {
        assertEquals("refusal.role", refused(AUDITOR, new Silent(), "anything"));
        assertEquals("refusal.role", refused(TASK, new Silent(), "anything"));
    }
}
