package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.desk.control.Guide;
import org.aimass.desk.entity.GuideProgress;
import org.aimass.desk.entity.GuideStep;
import org.aimass.security.CurrentUser;
import org.aimass.web.Frame;
import org.aimass.web.ReaderLanguage;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** The guide through a first audit, wherever a page shows some of it; looked up once. */
@Named
@RequestScoped
public class DeskGuide {

    @Inject
    Guide guide;

    @Inject
    CurrentUser user;

    @Inject
    Frame frame;

    @Inject
    ReaderLanguage language;

    private boolean asked;
    private @Nullable GuideProgress progress;
    private @Nullable Boolean dismissed;

    Optional<GuideProgress> found() {
        if (!asked) {
            asked = true;
            progress = frame.isDemo() ? guide.progress().orElse(null) : null;
        }
        return Optional.ofNullable(progress);
    }

    /** Whether there is one at all. */
    public boolean isThere() {
        return found().isPresent();
    }

    /** Whether it speaks up by itself: to visitors and to the people of the demonstration, until it ends or they put it away. */
    public boolean isShown() {
        return found().filter(each -> each.next().isPresent()).isPresent()
                && (!user.isSignedIn() || (!getProgress().account().isEmpty() && !isDismissed()));
    }

    /** One line for the frame of every page that somebody of the demonstration sees; empty where there is nothing to say. */
    public String getStrip() {
        if (!user.isSignedIn() || !isThere()) {
            return "";
        }
        GuideStep next = getNext();
        if (next == null) {
            return getProgress().account().equals(GuideStep.READ.account()) ? say("guide.strip.finished") : "";
        }
        return isShown() ? say("guide.strip", next.number(), getSteps().size(), say("guide." + next)) : "";
    }

    /** Where on its page the guide stands. */
    public String getPlace() {
        GuideStep next = getNext();
        return next == null ? "/guide" : "/guide#step-" + next.number();
    }

    public boolean isDismissed() {
        Boolean known = dismissed;
        if (known == null) {
            known = user.isSignedIn() && guide.isDismissed();
            dismissed = known;
        }
        return known;
    }

    public GuideProgress getProgress() {
        return found().orElseThrow();
    }

    /** The step to take; null when all are taken. */
    public @Nullable GuideStep getNext() {
        return found().flatMap(GuideProgress::next).orElse(null);
    }

    public List<GuideStep> getSteps() {
        return List.of(GuideStep.values());
    }

    /** Whether the step that comes next is somebody else's, so that whoever is signed in signs out first. */
    public boolean isSomebodyElses() {
        return user.isSignedIn() && !getProgress().isMine();
    }

    /** Where the step is taken; by way of the sign-in for who is not signed in. */
    public String address(GuideStep step) {
        String page = page(step);
        return user.isSignedIn()
                ? page
                : "/sign-in?as=" + step.account() + "&return=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    private String page(GuideStep step) {
        String run = getProgress().run().map(UUID::toString).orElse("");
        return switch (step) {
            case START -> Guide.startAddress();
            case WATCH -> "/audit/run.xhtml?id=" + run;
            case JUDGE -> "/audit/results.xhtml?id=" + run;
            case APPROVE -> "/audit/decide.xhtml?id=" + run;
            case PUBLISH -> "/report/publish.xhtml?id=" + run;
            case READ -> "/my-data";
        };
    }

    /** What a step says, with the names of the buttons and fields that it speaks of. */
    public String text(GuideStep step) {
        return say("guide." + step + ".text", GuideWords.of(step, language.getLocale()));
    }

    public String say(String key, Object... arguments) {
        return new RoomWords("desk", language.getLocale()).say(key, arguments);
    }
}
