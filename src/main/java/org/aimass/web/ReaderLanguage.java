package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reader's language, for the templates: {@code #{language.tag}}. */
@RequestScoped
@Named("language")
public class ReaderLanguage {

    @Inject
    HttpServletRequest request;

    private Language language() {
        return Language.of(request);
    }

    public Locale getLocale() {
        return language().locale();
    }

    public String getTag() {
        return language().tag();
    }

    public String getOtherTag() {
        return language().other().tag();
    }

    public String getOtherName() {
        return language().other().ownName();
    }

    /** A link to this same page in the other language. */
    public String getSwitchAddress() {
        return "/language?to=" + language().other().code() + "&page="
                + URLEncoder.encode(PageAddress.of(request) + sentBack(), StandardCharsets.UTF_8);
    }

    /** A form is sent without the query of its page's address: what the page is about comes from its view parameters. */
    private String sentBack() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces == null || !faces.isPostback()) {
            return "";
        }
        Map<String, String> about = new LinkedHashMap<>();
        Optional.ofNullable(request.getParameter("id")).ifPresent(id -> about.put("id", id));
        ViewMetadata.getViewParameters(faces.getViewRoot())
                .forEach(each -> about.put(each.getName(), Objects.requireNonNullElse(each.getStringValue(faces), "")));
        return about.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    /** Where a sign-in link leads that comes back to this page. */
    public String getSignInAddress() {
        return "/sign-in?return=" + URLEncoder.encode(PageAddress.of(request), StandardCharsets.UTF_8);
    }
}
