package org.aimass.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What the operating system tells this process. By reflection, for the class that every Java has for it ({@code sun.misc.Signal}) is one
 * that the compiler warns of.
 */
final class Signals {
    private Signals() {}

    /** Does the work, on a thread of its own, instead of ending at once. Signals that this system does not know are left out. */
    static void handle(List<String> names, Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    work.run();
                }
                return null;
            };
            Object ours = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, call);
            for (String name : names) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
            }
        } catch (ReflectiveOperationException e) {
            // then the Java machine ends as it always does, and leases lapse by themselves
        }
    }
}
