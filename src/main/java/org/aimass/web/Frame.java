package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.aimass.database.DatabaseWatch;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: navigation by role, the roles themselves, the notice of demonstration content. */
@Named
@RequestScoped
public class Frame {

    /** A place in a menu; the section is the name by which a page says that it lies there. */
    public record Entry(String section, String key, String address) {

        /** The value of {@code aria-current}; null leaves the attribute out. */
        public @Nullable String current(@Nullable String pageSection) {
            return section.equals(pageSection) ? "page" : null;
        }
    }

    private static final Entry REGISTER = new Entry("register", "nav.register", "/");
    private static final Entry MY_DATA = new Entry("my-data", "nav.myData", "/my-data");
    private static final Entry METHOD = new Entry("method", "nav.method", "/method");
    private static final Entry WORKSPACE = new Entry("workspace", "nav.workspace", "/work");
    private static final Entry WORK = new Entry("work", "nav.work", "/work");
    private static final Entry INBOX = new Entry("inbox", "nav.inbox", "/desk/inbox.xhtml");
    private static final Entry MODELS = new Entry("models", "nav.models", "/registry/models.xhtml");
    private static final Entry DATASETS = new Entry("datasets", "nav.datasets", "/dataset/datasets.xhtml");
    private static final Entry AUDITS = new Entry("audits", "nav.audits", "/audit/audits.xhtml");
    private static final Entry FINDINGS = new Entry("findings", "nav.findings", "/audit/findings.xhtml");
    private static final Entry POLICIES = new Entry("policies", "nav.policies", "/audit/policies.xhtml");
    private static final Entry ACTIVITY = new Entry("activity", "nav.activity", "/organization/activity.xhtml");
    private static final List<Entry> OWN_ORGANIZATION = List.of(
            new Entry("people", "nav.people", "/organization/people.xhtml"),
            new Entry("mandates", "nav.mandates", "/organization/mandates.xhtml"));
    private static final List<Entry> WHOLE_PORTAL = List.of(
            new Entry("organizations", "nav.organizations", "/organization/organizations.xhtml"),
            new Entry("runs", "nav.runs", "/desk/runs.xhtml"),
            new Entry("storage", "nav.storage", "/desk/storage.xhtml"),
            new Entry("system", "nav.system", "/desk/system.xhtml"));
    private static final Entry REPORTS = new Entry("reports", "nav.reports", "/report/reports.xhtml");
    private static final List<Role> WORKING_ROLES =
            List.of(Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN);

    @Inject
    CurrentUser user;

    @Inject
    DatabaseWatch database;

    @Inject
    @ConfigProperty(name = "aimass.demo", defaultValue = "false")
    boolean demo;

    public List<Entry> getMainNavigation() {
        return isWorking() ? List.of(WORKSPACE, REGISTER, MY_DATA, METHOD) : List.of(REGISTER, MY_DATA, METHOD);
    }

    /** The menu beside the workspace: only what the person may open. */
    public List<Entry> getRail() {
        List<Entry> entries = new ArrayList<>(List.of(WORK, INBOX));
        boolean audits = user.has(Role.AUDITOR) || user.has(Role.APPROVER);
        boolean administers = user.has(Role.ORGANIZATION_ADMIN);
        boolean looksAfter = administers || audits || user.has(Role.SUBMITTER);
        if (looksAfter) {
            entries.addAll(List.of(MODELS, DATASETS));
        }
        if (audits) {
            entries.addAll(List.of(AUDITS, REPORTS));
        }
        if (looksAfter) {
            entries.add(FINDINGS);
        }
        if (audits || administers || user.has(Role.PORTAL_ADMIN)) {
            entries.add(POLICIES);
        }
        if (administers) {
            entries.addAll(OWN_ORGANIZATION);
        }
        if (user.has(Role.PORTAL_ADMIN)) {
            entries.addAll(WHOLE_PORTAL);
        }
        if (administers || user.has(Role.PORTAL_ADMIN)) {
            entries.add(ACTIVITY);
        }
        return entries;
    }

    /** Whether the database is away, and with it whatever a person is in which organization. */
    public boolean isCut() {
        return database.isAway();
    }

    /** Whether everything can be read and nothing kept. */
    public boolean isReadOnly() {
        return database.isReadOnly();
    }

    /** Whether the person has a workspace. */
    public boolean isWorking() {
        return !isCut() && WORKING_ROLES.stream().anyMatch(user::has);
    }

    /** The roles by which the person works here, such as "Auditor, approver"; empty for a citizen. */
    public String getRoles() {
        ResourceBundle words = words();
        return WORKING_ROLES.stream()
                .filter(role -> !isCut() && user.has(role))
                .map(role -> words.getString("frame.role." + role.word()))
                .collect(Collectors.joining(words.getString("frame.listSeparator")));
    }

    /** What stands before every address of the portal: nothing, unless the server puts it below a path. */
    public String getBase() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    }

    public boolean isDemo() {
        return demo;
    }

    private static ResourceBundle words() {
        return Format.words(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
