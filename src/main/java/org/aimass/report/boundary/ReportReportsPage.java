package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** The published reports of the asker's audit bodies, and the changes to them that wait for somebody. */
@Named
@RequestScoped
public class ReportReportsPage {

    private static final int SIZE = 20;

    @Inject
    ReportChanges changes;

    private final ListAddress address = new ListAddress("-changed");
    private Slice<RegisteredReport> slice = new Slice<>(List.of(), 0, 0);
    private List<ReportDraft> waiting = List.of();

    public void open() {
        slice = changes.mine(address.offset(SIZE), SIZE);
        waiting = changes.waiting();
    }

    public Slice<RegisteredReport> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }

    public List<ReportDraft> getWaiting() {
        return waiting;
    }

    public String say(Bilingual text) {
        return text.in(locale());
    }

    public String lang(Bilingual text) {
        return text.languageFor(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public ListAddress getAddress() {
        return address;
    }
}
