package org.aimass.desk.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.notification.control.Inbox;
import org.aimass.notification.entity.Notice;
import org.aimass.notification.entity.Topic;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;
import org.jspecify.annotations.Nullable;

/** The inbox: what its owner was told, by topic. A notice that is opened by its link is read, and leads to what it tells of. */
@Named
@RequestScoped
public class DeskInboxPage {

    private static final int SIZE = 20;
    private static final String UNREAD = "UNREAD";

    @Inject
    Inbox inbox;

    private final ListAddress address = new ListAddress("");
    private String show = "";
    private Slice<Notice> slice = new Slice<>(List.of(), 0, 0);
    private Map<String, String> sent = Map.of();

    @PostConstruct
    void read() {
        sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** Shows the list; or goes to what one notice tells of; or marks the one whose button was pressed. */
    public @Nullable String open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        String opened = sent.getOrDefault("open", "");
        if (faces.isPostback()) {
            return sent.containsKey("notice") ? mark() : null;
        }
        if (!opened.isEmpty()) {
            faces.getExternalContext().redirect(inbox.read(id(opened)).address());
            faces.responseComplete();
            return null;
        }
        slice = inbox.find(
                show.equals(UNREAD), topic().map(Topic::kinds).orElse(List.of()), address.offset(SIZE), SIZE);
        return null;
    }

    /** One, by the button that was pressed, or all. */
    public String mark() {
        String one = sent.getOrDefault("notice", "");
        if (one.isEmpty()) {
            inbox.readAll();
        } else {
            inbox.read(id(one));
        }
        return "/desk/inbox?faces-redirect=true&includeViewParams=true";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private Optional<Topic> topic() {
        return Arrays.stream(Topic.values())
                .filter(each -> each.name().equals(show))
                .findFirst();
    }

    public List<String> getTopics() {
        return List.of("", UNREAD, "SUBMISSIONS", "AUDITS", "FINDINGS", "REPORTS");
    }

    public Slice<Notice> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    public ListAddress getAddress() {
        return address;
    }

    public String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show != null && getTopics().contains(show) ? show : "";
    }
}
