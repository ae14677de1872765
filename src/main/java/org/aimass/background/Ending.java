package org.aimass.background;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.aimass.database.DatabaseReady;
import org.aimass.security.SystemActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How this node ends in good order. The server tells its applications nothing when it is stopped, so the launcher's guard, which gets the
 * signal first, asks here by the Java machine's own management bean and lets the server stop only after the answer.
 *
 * <p>Nothing new begins; what is under way gets {@code AIMASS_STOP_WAIT} to end by itself; the rest is cut short and given back, so that
 * another node, or this one started again, takes it up at once.
 */
@ApplicationScoped
public class Ending {

    static final String NAME = "org.aimass:type=Portal";

    private static final Logger LOG = System.getLogger(Ending.class.getName());
    private static final Duration CUTTING = Duration.ofSeconds(8);
    private static final long LOOK_MILLIS = 50;

    @Inject
    @Any
    Instance<Finishing> found;

    @Inject
    ContainerThreads threads;

    @Inject
    SystemActor actor;

    @Inject
    @ConfigProperty(name = "aimass.stop.wait")
    Duration patience;

    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean begun;

    /** What the launcher's guard calls; see {@code OrphanGuard}. */
    public interface Control {

        /** Returns when everything has ended or was given back. */
        void end(boolean patiently) throws InterruptedException;
    }

    /** Whether this node was told to end: then nothing new may begin here. */
    public boolean hasBegun() {
        return begun;
    }

    void start(@Observes DatabaseReady event) throws JMException {
        List<Finishing> parts = found.stream().toList();
        AtomicBoolean patient = new AtomicBoolean();
        // made here, for whoever calls is no thread of the container's
        Thread thread = threads.newThread(
                () -> actor.run("ending", () -> end(parts, patient.get() ? patience : Duration.ZERO)));
        Control control = patiently -> {
            if (asked.compareAndSet(false, true)) {
                patient.set(patiently);
                thread.start();
            }
            thread.join();
        };
        stop();
        server().registerMBean(new StandardMBean(control, Control.class), ObjectName.getInstance(NAME));
    }

    void end(List<Finishing> parts, Duration wait) {
        begun = true;
        parts.forEach(Finishing::beginNothing);
        boolean finished = await(parts, wait);
        LOG.log(
                Level.INFO,
                finished
                        ? "stopping: nothing is under way"
                        : "stopping: what is under way is given back after " + wait.toSeconds() + " s");
        if (!finished) {
            parts.forEach(Finishing::cutShort);
            if (!await(parts, CUTTING)) {
                LOG.log(Level.WARNING, "stopping, though not everything could be given back; its lease will lapse");
            }
        }
    }

    private static boolean await(List<Finishing> parts, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!parts.stream().allMatch(Finishing::isFinished)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @PreDestroy
    void stop() {
        try {
            ObjectName name = ObjectName.getInstance(NAME);
            if (server().isRegistered(name)) {
                server().unregisterMBean(name);
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "the portal cannot be unregistered", e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
