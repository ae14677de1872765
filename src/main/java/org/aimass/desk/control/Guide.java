package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.datausage.control.MyDataUses;
import org.aimass.desk.control.DemoPeople.Who;
import org.aimass.desk.entity.GuideDismissal;
import org.aimass.desk.entity.GuideProgress;
import org.aimass.desk.entity.GuideStep;
import org.aimass.notification.entity.PersonKey;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leads a newcomer through a first audit of the demonstration's model, and sees from what there is how far they have come. Only
 * of a demonstration, and of nothing but its own invented content.
 */
@ApplicationScoped
@Transactional
public class Guide {

    private static final int LOOKED_THROUGH = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    @ConfigProperty(name = "aimass.demo", defaultValue = "false")
    boolean demo;

    @Inject
    SystemActor actor;

    @Inject
    CurrentUser user;

    @Inject
    DemoContent content;

    @Inject
    DemoAudits audits;

    @Inject
    DemoPeople people;

    @Inject
    AuditRuns runs;

    @Inject
    ReviewedRuns reviewed;

    @Inject
    ReportDrafts drafts;

    @Inject
    TransparencyReports reports;

    @Inject
    MyDataUses uses;

    @Inject
    Clock clock;

    /** Empty unless this is a demonstration, and as long as its content is not complete. */
    @Allowed(Role.ANYONE)
    public Optional<GuideProgress> progress() {
        if (!demo) {
            return Optional.empty();
        }
        Optional<Person> asker = user.person();
        List<GuideProgress> found = new ArrayList<>();
        actor.run("desk.guide", () -> {
            if (content.isComplete()) {
                found.add(of(asker));
            }
        });
        return found.stream().findFirst();
    }

    /** The model and the dataset of the demonstration, for a link to the form that starts the audit. */
    public static String startAddress() {
        return "/audit/start.xhtml?model=" + DemoFiles.MODEL + "&dataset=" + DemoFiles.DATASET;
    }

    @Allowed(Role.CITIZEN)
    public boolean isDismissed() {
        return em.find(GuideDismissal.class, me()) != null;
    }

    @Allowed(Role.CITIZEN)
    public void dismiss() {
        if (!isDismissed()) {
            em.persist(new GuideDismissal(me(), clock.instant()));
        }
    }

    @Allowed(Role.CITIZEN)
    public void resume() {
        Optional.ofNullable(em.find(GuideDismissal.class, me())).ifPresent(em::remove);
    }

    private UUID me() {
        return PersonKey.of(user.requirePerson());
    }

    private GuideProgress of(Optional<Person> asker) {
        String account = asker.flatMap(this::accountOf).orElse("");
        Set<UUID> own = audits.own();
        Optional<AuditRun> run = people.as(Who.AMARA, () -> newest(own));
        if (run.isEmpty()) {
            return new GuideProgress(Optional.of(GuideStep.START), Optional.empty(), "", "", account);
        }
        AuditRun audit = run.get();
        Optional<ReportNumber> report = people.as(Who.TOMAS, () -> drafts.published(audit.id()));
        Optional<GuideStep> next = report.isPresent()
                ? Optional.of(GuideStep.READ).filter(step -> !hasRead(report.get()))
                : Optional.of(before(audit));
        return new GuideProgress(
                next,
                Optional.of(audit.id()),
                audit.number(),
                report.map(ReportNumber::toString).orElse(""),
                account);
    }

    /** The latest audit of the demonstration's model that the demonstration did not make itself. */
    private Optional<AuditRun> newest(Set<UUID> own) {
        return runs.find(Optional.empty(), "", 0, LOOKED_THROUGH).items().stream()
                .filter(run -> run.subject().modelVersionId().equals(DemoFiles.MODEL))
                .filter(run -> run.status() != RunStatus.CANCELLED && !own.contains(run.id()))
                .findFirst();
    }

    private GuideStep before(AuditRun run) {
        if (run.status() != RunStatus.COMPLETED) {
            return GuideStep.WATCH;
        }
        ReviewStatus status =
                people.as(Who.AMARA, () -> reviewed.statuses(Set.of(run))).getOrDefault(run.id(), ReviewStatus.OPEN);
        return switch (status) {
            case OPEN, REJECTED -> GuideStep.JUDGE;
            case JUDGED -> GuideStep.APPROVE;
            case APPROVED -> GuideStep.PUBLISH;
        };
    }

    private boolean hasRead(ReportNumber number) {
        Instant published = reports.get(number.toString()).publishedAt();
        return people.as(Who.LIN, uses::latestLook).filter(published::isBefore).isPresent();
    }

    private Optional<String> accountOf(Person person) {
        return Arrays.stream(Who.values())
                .filter(who -> people.person(who).equals(person))
                .map(who -> who.displayName().toLowerCase(Locale.ROOT).replace(' ', '.'))
                .findFirst();
    }
}
