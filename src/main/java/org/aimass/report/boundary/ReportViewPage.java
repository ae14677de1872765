package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.Changes;
import org.aimass.report.entity.Edition;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.PublicUrl;
import org.aimass.shared.Refusal;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** A published report, for everyone. Everything shown comes from the snapshot; its digest is computed anew for each reader. */
@Named
@RequestScoped
public class ReportViewPage {

    @Inject
    TransparencyReports reports;

    @Inject
    Format format;

    @Inject
    PublicUrl url;

    private @Nullable String number;
    private @Nullable String version;
    private TransparencyReports.@Nullable Opened opened;
    private @Nullable ReportView view;
    private @Nullable ReportStanding standing;

    public void open() {
        opened = reports.open(Objects.requireNonNullElse(number, ""), wanted());
        view = new ReportView(opened.snapshot(), locale());
        standing =
                ReportStanding.of(opened, reports.history(opened.report().number()), changes(opened), words(), format);
    }

    private Optional<Integer> wanted() {
        if (version == null || version.isEmpty()) {
            return Optional.empty();
        }
        if (!version.matches("[1-9][0-9]{0,5}")) {
            throw Refusal.notFound();
        }
        return Optional.of(Integer.valueOf(version));
    }

    private Optional<Changes> changes(TransparencyReports.Opened of) {
        Edition edition = of.snapshot().edition();
        return edition == null || edition.corrects() == null
                ? Optional.empty()
                : reports.before(of).map(before -> Changes.between(before, of.snapshot()));
    }

    public @Nullable ReportView getView() {
        return view;
    }

    public @Nullable ReportStanding getStanding() {
        return standing;
    }

    private TransparencyReport report() {
        return Objects.requireNonNull(opened).report();
    }

    public boolean isIntact() {
        return report().isIntact();
    }

    public String getVerified() {
        return words().say(
                        isIntact() ? "view.verify.intact" : "view.verify.broken", format.date(report().publishedAt()));
    }

    /** As it was kept at publication. */
    public String getDigest() {
        return report().digest().hex();
    }

    public String getDownload() {
        return words().say("view.verify.download", format.bytes(report().snapshot().length));
    }

    /** Where this version stays for ever, in whole. */
    public String getPermanent() {
        return url.address(getAddress());
    }

    /** The same without the portal's own address. */
    public String getAddress() {
        return ReportStanding.address(report().number(), report().version());
    }

    /** What anybody can type to compute the digest. */
    public List<String> getCommands() {
        return List.of(
                "curl -s " + getPermanent() + ".json | sha256sum",
                "certutil -hashfile " + report().number() + "-" + report().version() + ".json SHA256");
    }

    /** Opens the reader's own mail program with the address; nobody else learns of it. */
    public String getMail() {
        String title = Objects.requireNonNull(view)
                .say(Objects.requireNonNull(opened).snapshot().explanation().title());
        return "mailto:?subject=" + encoded(title + " (" + report().number() + ")") + "&body="
                + encoded(getPermanent());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }
}
