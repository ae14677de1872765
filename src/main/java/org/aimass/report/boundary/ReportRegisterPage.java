package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aimass.report.control.PublicRegister;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.report.entity.RegisterQuery.Sort;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Slice;
import org.aimass.web.Pages;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** The public register: search, narrow, sort, pages, all by address. */
@Named
@RequestScoped
public class ReportRegisterPage {

    private static final int SIZE = 20;

    @Inject
    PublicRegister register;

    @Inject
    Pages pages;

    private @Nullable RegisterAddress address;
    private PublicRegister.@Nullable Result result;
    private PublicRegister.@Nullable Extent extent;

    /** Something chosen, and where the list without it is. */
    public record Chip(String label, String address) {}

    /** An order of the list, and where it is. */
    public record Order(
            String label, String address, @Nullable String current) {}

    /** A link to another page of the list. */
    public record PageLink(Pages.Kind kind, String label, String address) {}

    public void open() {
        address = RegisterAddress.of(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
        result = register.search(address.query(), (address.page() - 1) * SIZE, SIZE);
        extent = address.query().isNarrowed() || address.page() > 1 ? null : register.extent();
    }

    private RegisterAddress address() {
        return Objects.requireNonNull(address);
    }

    private PublicRegister.Result result() {
        return Objects.requireNonNull(result);
    }

    public Slice<RegisterEntry> getSlice() {
        return result().slice();
    }

    public String getFound() {
        return words().say("register.found", getSlice().total());
    }

    /** How many reports of how many organizations; empty beside a search. */
    public String getExtent() {
        return extent == null ? "" : words().say("register.count", extent.reports(), extent.organizations());
    }

    public boolean isEmptyRegister() {
        return !address().query().isNarrowed() && getSlice().total() == 0;
    }

    /** The ways to narrow the list that have anything to choose. */
    public List<FacetView> getFacets() {
        return Arrays.stream(Facet.values())
                .map(facet -> FacetView.of(facet, result(), words()))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    /** For the disclosure on a phone. */
    public String getFilter() {
        return words().say("register.filter", getChips().size());
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        if (!getWords().isEmpty()) {
            chips.add(new Chip(
                    words().say("register.quoted", getWords()), address().withoutWords()));
        }
        for (Facet facet : Facet.values()) {
            address().query().chosen(facet).stream()
                    .sorted()
                    .forEach(value -> chips.add(new Chip(
                            FacetView.label(facet, value, result(), words()),
                            address().without(facet, value))));
        }
        return chips;
    }

    public List<Order> getOrders() {
        return Arrays.stream(Sort.values())
                .map(sort -> new Order(
                        words().say("register.sort." + sort),
                        address().sorted(sort),
                        sort == address().query().sort() ? "true" : null))
                .toList();
    }

    /** For the form that narrows the list: it keeps the order. */
    public String getSort() {
        Sort sort = address().query().sort();
        return sort == Sort.NEWEST ? "" : RegisterAddress.word(sort);
    }

    /** None where all fits on one page. */
    public List<PageLink> getPages() {
        return getSlice().total() <= SIZE
                ? List.of()
                : pages.of(getSlice(), SIZE).stream()
                        .map(link -> new PageLink(
                                link.kind(), link.label(), address().ofPage(link.number())))
                        .toList();
    }

    public String say(Bilingual text) {
        return text.in(locale());
    }

    public String lang(Bilingual text) {
        return text.languageFor(locale());
    }

    /** What was searched for; empty lists everything. */
    public String getWords() {
        return address().query().text();
    }

    private static RoomWords words() {
        return new RoomWords("report", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
