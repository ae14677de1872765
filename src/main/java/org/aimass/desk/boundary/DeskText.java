package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.aimass.audit.entity.AuditRun;
import org.aimass.desk.entity.Waiting;
import org.aimass.desk.entity.Waiting.Task;
import org.aimass.shared.Bilingual;
import org.aimass.web.Format;
import org.aimass.web.ReaderLanguage;
import org.aimass.web.RoomWords;

/** Says in words what waits and what runs, and where to go for it. */
@Named
@RequestScoped
public class DeskText {

    private static final Map<Task, String> PAGES = Map.of(
            Task.JUDGE, "/audit/results.xhtml?id=",
            Task.JUDGE_AGAIN, "/audit/results.xhtml?id=",
            Task.APPROVE, "/audit/decide.xhtml?id=",
            Task.PUBLISH, "/report/publish.xhtml?id=",
            Task.RETRY, "/audit/run.xhtml?id=",
            Task.CHOOSE_ROLES, "/dataset/version.xhtml?id=",
            Task.DATASET_REFUSED, "/dataset/version.xhtml?id=",
            Task.MODEL_REFUSED, "/registry/model.xhtml?id=");

    @Inject
    Format format;

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
