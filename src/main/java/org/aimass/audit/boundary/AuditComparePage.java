package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.audit.control.CompareAudits;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.RunComparison;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** Two audits side by side: {@code a} and {@code b} in the address. Without {@code b} it asks for the second. */
@Named
@RequestScoped
public class AuditComparePage {

    public static final int SIZE = 20;

    @Inject
    CompareAudits compare;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private Map<String, String> asPassed = Map.of();
    private @Nullable RunComparison comparison;
    private @Nullable AuditRun first;
    private @Nullable Slice<AuditRun> candidates;

    @PostConstruct
    void read() {
        asPassed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    private UUID id(String name) {
        String id = asPassed.getOrDefault(name, "");
        if (!PlanForm.isId(id)) {
            throw Refusal.notFound();
        }
        return UUID.fromString(id);
    }

    public boolean isChosen() {
        return !asPassed.getOrDefault("b", "").isEmpty();
    }

    public AuditRun getFirst() {
        AuditRun known = first;
        if (known == null) {
            known = compare.completed(id("a"));
            first = known;
        }
        return known;
    }

    /** What the first can be compared with. */
    public Slice<AuditRun> getCandidates() {
        Slice<AuditRun> known = candidates;
        if (known == null) {
            known = compare.candidates(id("a"), number("page", 1) * SIZE - SIZE, SIZE);
            candidates = known;
        }
        return known;
    }

    public int getSize() {
        return SIZE;
    }

    public RunComparison getComparison() {
        RunComparison known = comparison;
        if (known == null) {
            known = compare.compare(id("a"), id("b"), getShown());
            comparison = known;
        }
        return known;
    }

    /** The place of the feature set that the address names. */
    public int getShown() {
        return number("feature", 0);
    }

    private int number(String name, int otherwise) {
        String value = asPassed.getOrDefault(name, "");
        return value.matches("[0-9]{1,4}") && (otherwise == 0 || !value.startsWith("0"))
                ? Integer.parseInt(value)
                : otherwise;
    }

    /** Those that the page can name. */
    public List<Measure> getMeasures() {
        return getComparison().measures().stream()
                .filter(measure -> text.isNamed(measure.metric()))
                .toList();
    }

    public Measure getMeasure() {
        String asked = asPassed.getOrDefault("measure", "");
        List<Measure> measures = getMeasures();
        return measures.stream()
                .filter(measure -> measure.key().equals(asked))
                .findFirst()
                .or(() -> measures.stream().findFirst())
                .orElseGet(() -> Measure.of(asked));
    }

    public ChangeTable getTable() {
        return ChangeTable.of(getComparison(), getMeasure(), text, format);
    }

    public String feature(int place) {
        return to(Map.of("feature", Integer.toString(place)));
    }

    public String with(AuditRun second) {
        return to(Map.of("b", second.id().toString()));
    }

    public String page(long page) {
        return to(Map.of("page", Long.toString(page)));
    }

    /** The same the other way round. */
    public String getTurned() {
        return to(Map.of("a", id("b").toString(), "b", id("a").toString()));
    }

    private String to(Map<String, String> changed) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("a", id("a").toString());
        if (isChosen()) {
            parameters.put("b", id("b").toString());
        }
        parameters.putAll(changed);
        return "/audit/compare.xhtml?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
    }
}
