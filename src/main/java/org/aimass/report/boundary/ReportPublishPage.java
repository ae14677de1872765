package org.aimass.report.boundary;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.aimass.report.control.PublishReport;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.entity.ReportNumber;
import org.aimass.shared.Refusal;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** Write what everyone should know, see the report as the public will, publish; or read why not. */
@Named
@ViewScoped
public class ReportPublishPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PublishReport publishing;

    @Inject
    ReportDrafts drafts;

    private @Nullable String id;
    private @Nullable PublishTask task;
    private boolean checking;
    private transient @Nullable ReportView preview;

    public void open() {
        ReportDrafts.Material material = drafts.material(audit());
        task = PublishTask.of(material, new RoomWords("report", locale()));
    }

    public @Nullable PublishTask getTask() {
        return task;
    }

    private ExplanationForm form() {
        return Objects.requireNonNull(Objects.requireNonNull(task).form());
    }

    /** Shows the report as the public will see it. */
    public void check() {
        preview = draft();
        checking = true;
    }

    public void write() {
        checking = false;
    }

    public boolean isChecking() {
        return checking;
    }

    public @Nullable ReportView getPreview() {
        if (preview == null && checking) {
            preview = draft();
        }
        return preview;
    }

    private ReportView draft() {
        return new ReportView(drafts.draft(audit(), form().explanation(), form().getJudgementInChinese()), locale());
    }

    /** And shows the report where everyone finds it. */
    public void publish() throws IOException {
        ReportNumber number = publishing.publish(audit(), form().explanation(), form().getJudgementInChinese());
        FacesContext.getCurrentInstance().getExternalContext().redirect("/reports/" + number);
    }

    /** What a column or value of the test data is called beside its inputs. */
    public String label(NameInput name) {
        return new RoomWords("report", locale())
                .say(
                        "publish.names." + name.getKind(),
                        name.getFeature(),
                        Objects.requireNonNullElse(name.getValue(), ""));
    }

    /** What is said where the text of a field is missing. */
    public String missing(TextInput text) {
        RoomWords words = new RoomWords("report", locale());
        return words.say("publish.missing", words.say("publish.field." + text.getKey()));
    }

    /** What is said where it is too long. */
    public String tooLong(TextInput text) {
        RoomWords words = new RoomWords("report", locale());
        return words.say("publish.tooLong", words.say("publish.field." + text.getKey()), text.getLongest());
    }

    private UUID audit() {
        try {
            return UUID.fromString(Objects.requireNonNullElse(id, ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
