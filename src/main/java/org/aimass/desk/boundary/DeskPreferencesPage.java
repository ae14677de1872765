package org.aimass.desk.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aimass.notification.control.Preferences;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.notification.entity.Way;
import org.aimass.web.ReaderLanguage;
import org.aimass.web.RoomWords;

/** How somebody is told of each kind of news that their roles bring. */
@Named
@RequestScoped
public class DeskPreferencesPage {

    @Inject
    Preferences preferences;

    @Inject
    ReaderLanguage language;

    private final List<Row> rows = new ArrayList<>();

    /** One question of the form. */
    public static final class Row {

        private final NoticeKind kind;
        private Way way;

        Row(NoticeKind kind, Way way) {
            this.kind = kind;
            this.way = way;
        }

        public NoticeKind getKind() {
            return kind;
        }

        public Way getWay() {
            return way;
        }

        public void setWay(Way way) {
            this.way = way;
        }
    }

    @PostConstruct
    void read() {
        preferences.mine().forEach((kind, way) -> rows.add(new Row(kind, way)));
    }

    public String save() {
        Map<NoticeKind, Way> ways = new EnumMap<>(NoticeKind.class);
        rows.forEach(row -> ways.put(row.getKind(), row.getWay()));
        preferences.choose(ways);
        FacesContext faces = FacesContext.getCurrentInstance();
        String done = new RoomWords("desk", language.getLocale()).say("preferences.saved");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, done));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/desk/preferences?faces-redirect=true";
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Way> getWays() {
        return List.of(Way.values());
    }

    public boolean isMailSent() {
        return preferences.isMailSent();
    }

    /** Where mail goes; empty where there is no verified address. */
    public String getAddress() {
        return preferences.myAddress().map(MailAddress::text).orElse("");
    }
}
