package org.aimass.report.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.control.ReportPreviews;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.control.WriteReport;
import org.aimass.report.entity.Explanation;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Write what everyone should know; or read why not. What is written is kept as a draft, which has a page of its own. */
@Named
@RequestScoped
public class ReportPublishPage extends WritingPage {

    @Inject
    WriteReport writing;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportPreviews previews;

    @Inject
    TransparencyReports reports;

    private String id = "";
    private @Nullable PublishTask task;

    @PostConstruct
    void read() {
        id = parameter("id");
        ReportDrafts.Material material = drafts.material(audit());
        task = PublishTask.of(material, words());
        ExplanationForm form = task.form();
        if (form != null) {
            previews.texts(audit())
                    .ifPresentOrElse(
                            texts -> form.fill(texts.explanation(), texts.judgementInChinese()),
                            () -> form.offer(namesBefore(material.model().id())));
        }
    }

    /** What the newest report about the model calls its groups. */
    private List<Explanation.Name> namesBefore(UUID model) {
        return Optional.ofNullable(reports.about(List.of(model)).get(model))
                .flatMap(TransparencyReports.Reading::snapshot)
                .map(snapshot -> snapshot.explanation().names())
                .orElse(List.of());
    }

    /** Refuses whoever has nothing to do with the audit, before anything is shown. */
    public void open() {
        Objects.requireNonNull(task);
    }

    public @Nullable PublishTask getTask() {
        return task;
    }

    public @Nullable ExplanationForm getForm() {
        return Objects.requireNonNull(task).form();
    }

    /** Keeps the texts, and shows the report as the public will see it. */
    public String check() {
        ExplanationForm form = Objects.requireNonNull(getForm());
        writing.first(audit(), new WriteReport.Texts(form.explanation(), form.getJudgementInChinese()));
        return "/report/draft?faces-redirect=true&id=" + audit();
    }

    private UUID audit() {
        return Ids.of(id);
    }

    public String getId() {
        return id;
    }
}
