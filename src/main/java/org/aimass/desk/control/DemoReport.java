package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.datausage.control.RecordDataUsage;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.desk.control.DemoPeople.Who;
import org.aimass.processing.control.ProcessingActivities;
import org.aimass.processing.entity.ActivityDescription;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.report.control.PublishReport;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.control.WriteReport;
import org.aimass.report.entity.Explanation;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** The demonstration's report, published as Tomas Lind does it, and the uses of Lin Ma's data that lead to it. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class DemoReport {

    /** How many days ago Lin Ma's data was used, and what came of it. */
    private static final Map<Integer, String> USES =
            Map.of(9, "likely", 40, "full-check", 71, "likely", 132, "likely", 196, "full-check");

    @Inject
    DemoPeople people;

    @Inject
    DemoAudits audits;

    @Inject
    ProcessingActivities activities;

    @Inject
    PublishReport publishing;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportChanges changes;

    @Inject
    WriteReport writing;

    @Inject
    RecordDataUsage usage;

    @Inject
    Clock clock;

    /** Declares what the ministry does with the model, and publishes the report, each unless it is done. */
    public boolean published(UUID ministry) {
        if (activities.using(DemoFiles.MODEL).isEmpty()) {
            activities.declare(ministry, DemoFiles.MODEL, description());
        }
        UUID run = audits.first();
        people.as(
                Who.TOMAS,
                () -> publishing.publish(
                        run,
                        explanation("report.mistakes"),
                        DemoTexts.of("judgement").zh()));
        return true;
    }

    private static ActivityDescription description() {
        return new ActivityDescription(
                DemoTexts.of("activity.what"),
                DemoTexts.of("activity.purpose"),
                DemoTexts.of("activity.legalBasis"),
                DemoTexts.of("activity.data"),
                DemoTexts.of("activity.recipients"),
                DemoTexts.of("activity.retention"),
                Map.of(
                        "likely", DemoTexts.of("activity.outcome.likely"),
                        "full-check", DemoTexts.of("activity.outcome.fullCheck")),
                false,
                "rent-support@social-affairs.northmere.example");
    }

    /** Writes a correction of the report as Amara Okafor does it, so that it waits for Tomas Lind; unless it is written. */
    public boolean correctionWritten() {
        UUID run = audits.first();
        people.as(Who.AMARA, () -> {
            String number = drafts.published(run).orElseThrow().toString();
            if (changes.waiting().isEmpty() && changes.mine(number).version() == 1) {
                writing.correction(
                        UUID.randomUUID(),
                        number,
                        run,
                        new WriteReport.Texts(
                                explanation("report.mistakes.corrected"),
                                DemoTexts.of("judgement").zh()),
                        DemoTexts.of("report.correction.reason"));
            }
            return number;
        });
        return true;
    }

    private static Explanation explanation(String mistakes) {
        return new Explanation(
                DemoTexts.of("report.title"),
                DemoTexts.of("report.summary"),
                DemoTexts.of("report.purpose"),
                DemoTexts.of("report.decision"),
                DemoTexts.of("report.data"),
                DemoTexts.of(mistakes),
                List.of(
                        new Explanation.Name("entitled", "1", DemoTexts.of("name.entitled")),
                        new Explanation.Name("age_band", null, DemoTexts.of("name.age")),
                        new Explanation.Name("age_band", "18 to 29", DemoTexts.of("name.age.18")),
                        new Explanation.Name("age_band", "30 to 44", DemoTexts.of("name.age.30")),
                        new Explanation.Name("age_band", "45 to 64", DemoTexts.of("name.age.45")),
                        new Explanation.Name("age_band", "65 and over", DemoTexts.of("name.age.65")),
                        new Explanation.Name("sex", null, DemoTexts.of("name.sex")),
                        new Explanation.Name("sex", "Women", DemoTexts.of("name.sex.women")),
                        new Explanation.Name("sex", "Men", DemoTexts.of("name.sex.men")),
                        new Explanation.Name("sex", "Other or not stated", DemoTexts.of("name.sex.other")),
                        new Explanation.Name("language", null, DemoTexts.of("name.language")),
                        new Explanation.Name("language", "National language", DemoTexts.of("name.language.national")),
                        new Explanation.Name("language", "Another language", DemoTexts.of("name.language.another"))));
    }

    /** Records Lin Ma's past applications, unless they are recorded. */
    public boolean used() {
        ProcessingActivity activity = activities.using(DemoFiles.MODEL).get(0);
        if (!usage.isRecorded(activity)) {
            Instant now = clock.instant();
            USES.forEach((days, outcome) -> usage.record(
                    activity,
                    people.person(Who.LIN),
                    now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(37L * days)),
                    outcome,
                    HumanInvolvement.DECIDED));
        }
        return true;
    }
}
