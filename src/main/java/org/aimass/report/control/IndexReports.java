package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Makes the reports findable that are not: those that were published before there was an index of words. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class IndexReports implements BackgroundTask {

    private static final System.Logger LOG = System.getLogger(IndexReports.class.getName());
    private static final int MOST = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Override
    public String name() {
        return "report.index";
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    @Transactional
    public void run(String data) {
        em.createQuery(
                        "select v from TransparencyReport v, RegisteredReport r where r.number = v.number"
                                + " and r.version = v.version and not exists"
                                + " (select f from ReportFile f where f.number = r.number)",
                        TransparencyReport.class)
                .setMaxResults(MOST)
                .getResultList()
                .forEach(this::index);
    }

    private void index(TransparencyReport report) {
        try {
            new ReportIndex(em).put(SnapshotJson.read(report.snapshot()));
        } catch (UncheckedIOException e) {
            LOG.log(Level.WARNING, "The report " + report.number() + " cannot be read, so it cannot be searched", e);
        }
    }
}
