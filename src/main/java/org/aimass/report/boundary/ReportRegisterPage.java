package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Slice;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** The public register: search, list, pages. */
@Named
@RequestScoped
public class ReportRegisterPage {

    private static final int SIZE = 20;
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 100_000;

    @Inject
    TransparencyReports reports;

    private @Nullable String search;
    private int page = 1;
    private @Nullable Slice<RegisterEntry> slice;
    private TransparencyReports.@Nullable Extent extent;

    public void open() {
        String words = getWords();
        slice = reports.find(words.substring(0, Math.min(words.length(), LONGEST_SEARCH)), (page - 1L) * SIZE, SIZE);
        extent = words.isEmpty() && page == 1 ? reports.extent() : null;
    }

    public Slice<RegisterEntry> getSlice() {
        return Objects.requireNonNull(slice);
    }

    public int getSize() {
        return SIZE;
    }

    public String getFound() {
        return words().say("register.found", getSlice().total());
    }

    /** How many reports of how many organizations; empty beside a search. */
    public String getExtent() {
        return extent == null ? "" : words().say("register.count", extent.reports(), extent.organizations());
    }

    public boolean isEmptyRegister() {
        return getWords().isEmpty() && getSlice().total() == 0;
    }

    public String say(Bilingual text) {
        return text.in(locale());
    }

    public String lang(Bilingual text) {
        return text.languageFor(locale());
    }

    /** What was searched for; empty lists everything. */
    public String getWords() {
        return search == null ? "" : search.strip();
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, Math.min(LAST_PAGE, page));
    }
}
