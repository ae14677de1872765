package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Tolerance;
import org.aimass.registry.entity.ModelTask;

/**
 * Which part of the results an address shows, and the addresses of the others: {@code feature} (its place in the plan), {@code view}
 * (judged, measure, scores, ...), {@code measure}, {@code scale} (difference or ratio), {@code threshold} and {@code page}. Whatever an
 * address names that there is not, it shows the first.
 */
@Named
@RequestScoped
public class ResultsAddress {

    /** Looks at all features at once. */
    private static final String SLICES = "slices";

    /** Where the plan controls for something. */
    private static final String CONDITIONAL = "conditional";

    private static final int HUNDRED = 100;

    private static final String PATH = "/audit/results.xhtml?";
    /** A word, or a metric with parameters and any class. */
    private static final String KEPT = "-?[a-z0-9_.]{1,80}([?][A-Za-z0-9_.%=&+*-]{1,300})?(:.{1,200})?";

    @Inject
    AskedRun asked;

    @Inject
    AuditResultsPage page;

    private Map<String, String> asPassed = Map.of();

    @PostConstruct
    void read() {
        asPassed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    public String getView() {
        String view = asPassed.getOrDefault("view", "");
        return getViews().contains(view) || (view.equals(SLICES) && isSearched())
                ? view
                : getViews().get(0);
    }

    /** Whether the engine looks for the subgroups that fare worst: where a model tells two apart. */
    public boolean isSearched() {
        return page.getAudit().plan().task() == ModelTask.BINARY_CLASSIFICATION;
    }

    public boolean isOfAllFeatures() {
        return getView().equals(SLICES);
    }

    public String getSlices() {
        return to(Map.of("view", SLICES), List.of());
    }

    /** The threshold that the address asks about, in hundredths; the audited one where it names none. */
    int edge() {
        String asked = asPassed.getOrDefault("threshold", "");
        double threshold = asked.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")
                ? Double.parseDouble(asked)
                : page.getAudit().plan().threshold().orElse(0.5);
        return (int) Math.round(threshold * HUNDRED);
    }

    /** The ways to look at one feature. */
    public List<String> getViews() {
        AuditPlan plan = page.getAudit().plan();
        List<String> views = ResultViews.of(plan).views();
        return plan.controlFeatures().isEmpty()
                ? views
                : Stream.concat(views.stream(), Stream.of(CONDITIONAL)).toList();
    }

    /** One of these, the first unless the address names another. */
    Measure measure(List<Measure> measures) {
        String asked = asPassed.getOrDefault("measure", "");
        return measures.stream()
                .filter(measure -> measure.key().equals(asked))
                .findFirst()
                .orElseGet(() -> measures.get(0));
    }

    public Tolerance.Scale getScale() {
        return asPassed.getOrDefault("scale", "").equals("ratio") ? Tolerance.Scale.RATIO : Tolerance.Scale.DIFFERENCE;
    }

    /** A word of the address: one of these, the first unless it names another. */
    String word(String name, List<String> allowed) {
        String word = asPassed.getOrDefault(name, "");
        return allowed.contains(word) ? word : allowed.get(0);
    }

    /** Whether it names a parameter at all. */
    boolean has(String name) {
        return !asPassed.getOrDefault(name, "").isEmpty();
    }

    /** A small whole number of the address; 0 where it names none. */
    int number(String name) {
        String number = asPassed.getOrDefault(name, "");
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }

    /** The same with another order or group. */
    public String with(String name, String value) {
        return to(Map.of(name, value), List.of("feature", "view", "sort", "group"));
    }

    /** How many groups come before the page. */
    int offset(int size) {
        String page = asPassed.getOrDefault("page", "");
        return page.matches("[1-9][0-9]{0,4}") ? (Integer.parseInt(page) - 1) * size : 0;
    }

    public String feature(int place) {
        return to(Map.of("feature", Integer.toString(place)), List.of());
    }

    public String view(String view) {
        return to(Map.of("view", view), List.of("feature"));
    }

    public String measure(Measure measure) {
        return to(Map.of("measure", measure.key()), List.of("feature", "view", "scale"));
    }

    public String scale(String scale) {
        return to(Map.of("scale", scale), List.of("feature", "view", "measure"));
    }

    public String page(long page) {
        return to(Map.of("page", Long.toString(page)), List.of("feature", "view", "measure", "scale", "sort", "group"));
    }

    /** What is shown, or a part of it, as a file. */
    public String file(String name) {
        return to(
                Map.of("file", name),
                List.of("feature", "view", "measure", "scale", "threshold", "page", "sort", "group"));
    }

    /** @param kept which of the present parameters stay */
    private String to(Map<String, String> changed, List<String> kept) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id", asked.getId().toString());
        for (String name : kept) {
            if (asPassed.getOrDefault(name, "").matches(KEPT)) {
                parameters.put(name, asPassed.get(name));
            }
        }
        parameters.putAll(changed);
        return PATH
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
