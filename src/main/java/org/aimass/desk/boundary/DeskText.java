package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.aimass.audit.entity.AuditRun;
import org.aimass.desk.entity.RunningOut;
import org.aimass.desk.entity.Waiting;
import org.aimass.desk.entity.Waiting.Task;
import org.aimass.notification.entity.Notice;
import org.aimass.shared.Bilingual;
import org.aimass.web.Format;
import org.aimass.web.ReaderLanguage;
import org.aimass.web.RoomWords;

/** Says in words what waits and what runs, and where to go for it. */
@Named
@RequestScoped
public class DeskText {

    private static final Map<Task, String> PAGES = Map.ofEntries(
            Map.entry(Task.JUDGE, "/audit/results.xhtml?id="),
            Map.entry(Task.JUDGE_AGAIN, "/audit/results.xhtml?id="),
            Map.entry(Task.APPROVE, "/audit/decide.xhtml?id="),
            Map.entry(Task.PUBLISH, "/report/publish.xhtml?id="),
            Map.entry(Task.PUBLISH_CHANGE, "/report/draft.xhtml?id="),
            Map.entry(Task.RETRY, "/audit/run.xhtml?id="),
            Map.entry(Task.ANSWER_FINDING, "/audit/finding.xhtml?id="),
            Map.entry(Task.READ_ANSWER, "/audit/finding.xhtml?id="),
            Map.entry(Task.READING_MODEL, "/registry/model.xhtml?id="),
            Map.entry(Task.READING_DATASET, "/dataset/version.xhtml?id="),
            Map.entry(Task.CHOOSE_ROLES, "/dataset/version.xhtml?id="),
            Map.entry(Task.DATASET_REFUSED, "/dataset/version.xhtml?id="),
            Map.entry(Task.MODEL_REFUSED, "/registry/model.xhtml?id="));

    /** Days after which something waits for long. */
    private static final long LONG = 14;

    @Inject
    Format format;

    @Inject
    Clock clock;

    @Inject
    ReaderLanguage language;

    public String heading(Waiting each) {
        return words().say("waiting." + each.task(), each.subject());
    }

    public String detail(Waiting each) {
        return words().say("waiting." + each.task() + ".detail", each.number(), each.by(), format.date(each.since()));
    }

    public String address(Waiting each) {
        return PAGES.get(each.task()) + each.id();
    }

    /** How a run is getting on, such as "Audit 2026-0312, started by Amara Okafor. 64 % of the rows are done." */
    public String state(AuditRun run) {
        OptionalLong percent = run.progress().percent();
        return words().say(
                        "running." + run.status() + (percent.isPresent() ? ".percent" : ""),
                        run.number(),
                        run.author().name(),
                        format.wholePercent(percent.orElse(0) / 100.0));
    }

    /** Such as "Due 9 Nov 2026". */
    public String due(RunningOut each) {
        return words().say(each.overdue() ? "work.overdue" : "work.due", format.shortDate(each.due()));
    }

    /** Whether it has waited for so long that it may be forgotten. */
    public boolean lies(Waiting each) {
        return each.task() != Task.ANSWER_FINDING && days(each) >= LONG;
    }

    /** Such as "Waiting for 16 days". */
    public String lying(Waiting each) {
        return words().say("waiting.days", days(each));
    }

    private long days(Waiting each) {
        return Duration.between(each.since(), clock.instant()).toDays();
    }

    public String say(Notice notice) {
        return new RoomWords("notification", language.getLocale())
                .say("inbox." + notice.kind(), notice.reference(), notice.about());
    }

    public String say(Bilingual text) {
        return text.in(language.getLocale());
    }

    /** This room's words with their places filled. */
    public String words(String key, Object... arguments) {
        return words().say(key, arguments);
    }

    /** Several, as a reader enumerates them. */
    public String list(List<String> parts) {
        return String.join(words().say("list.separator"), parts);
    }

    private RoomWords words() {
        return new RoomWords("desk", language.getLocale());
    }
}
