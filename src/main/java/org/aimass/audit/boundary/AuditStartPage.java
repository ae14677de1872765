package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aimass.audit.control.AuditFit;
import org.aimass.audit.control.AuditPolicies;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.StartAudit;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Starts an audit. First model and dataset, by an address that can be shared; then the plan, with what the dataset can show
 * beside it.
 */
@Named
@RequestScoped
public class AuditStartPage {

    @Inject
    StartAudit audits;

    @Inject
    AuditPolicies policies;

    @Inject
    AuditRuns runs;

    @Inject
    AuditText text;

    private String model = "";
    private String dataset = "";
    private String again = "";
    private @Nullable AuditRun earlier;
    private final PlanForm form = new PlanForm();
    private @Nullable AuditFit fit;
    private @Nullable List<ForecastTable> forecast;

    /** A form that is sent again after it led elsewhere finds a new page, and says itself what it is about. */
    @PostConstruct
    void read() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        model = parameters.getOrDefault("model", "");
        dataset = parameters.getOrDefault("dataset", "");
        again = parameters.getOrDefault("run", "");
    }

    /** When the page is opened: says at once what stands against the choice, and ticks what is usual. */
    public void open() {
        if (PlanForm.isId(again)) {
            AuditRun run = runs.get(UUID.fromString(again));
            model = run.subject().modelVersionId().toString();
            dataset = run.subject().datasetVersionId().toString();
            earlier = run;
        }
        if (isChosen()) {
            FieldProblems.say(getFit().problems(), List.of());
            form.begin(getFit(), offered());
        }
        if (earlier != null && isFitting()) {
            form.take(runs.plan(earlier), getFit(), isKnown(earlier.subject().policyKey()));
        }
    }

    /** The audit whose plan the form begins with; null unless the address names one. */
    public @Nullable AuditRun getEarlier() {
        return earlier;
    }

    private boolean isKnown(String policy) {
        return offered().stream().anyMatch(each -> each.key().equals(policy));
    }

    public boolean isChosen() {
        return PlanForm.isId(model) && PlanForm.isId(dataset);
    }

    public boolean isFitting() {
        return isChosen() && getFit().fits();
    }

    public AuditFit getFit() {
        AuditFit known = fit;
        if (known == null) {
            known = audits.fit(UUID.fromString(model), UUID.fromString(dataset));
            fit = known;
        }
        return known;
    }

    /** To the same page with the choice in its address. */
    public String choose() {
        return "/audit/start?faces-redirect=true&includeViewParams=true";
    }

    /** What the plan's comparisons could show; empty while something stands against it. */
    public List<ForecastTable> getForecast() {
        List<ForecastTable> known = forecast;
        if (known == null) {
            known = ForecastTable.of(audits.forecast(form.choice(model, dataset, getFit())), text);
            forecast = known;
        }
        return known;
    }

    /** The key of what the forecast says, or of why there is none. */
    public String getForecasting() {
        if (!getFit().isSharesOfPeople()) {
            return "power.unknown." + getFit().task();
        }
        return chosen().comparesRates() ? "power.lead" : "power.policy";
    }

    /** How many of the comparisons would probably end without evidence, and out of how many. */
    public ForecastTable.Doubt getDoubt() {
        return ForecastTable.doubt(getForecast());
    }

    /** To the run's page; or here again, with every problem at its field. */
    public @Nullable String start() {
        List<Refusal> problems = audits.problems(form.choice(model, dataset, getFit()));
        if (problems.isEmpty()) {
            UUID run = audits.start(form.choice(model, dataset, getFit()), form.getToken());
            return "/audit/run?faces-redirect=true&id=" + run;
        }
        FieldProblems.say(problems, getFit().options());
        return null;
    }

    public List<SelectItem> getPolicies() {
        List<SelectItem> items = new ArrayList<>();
        offered()
                .forEach(policy -> items.add(new SelectItem(
                        policy.key(),
                        text.say("policy." + policy.name() + ".name") + " " + policy.version(),
                        text.say("policy." + policy.key() + ".rule"))));
        return items;
    }

    public List<SelectItem> getGroupings() {
        return Groupings.of(getFit(), minimum(), getCounted(), text);
    }

    private int minimum() {
        return chosen().minimumGroupSize();
    }

    /** What groups are made of. */
    public CountedUnit getCounted() {
        return getFit().counted(chosen());
    }

    private AuditPolicy chosen() {
        return offered().stream()
                .filter(policy -> policy.key().equals(form.getPolicy()))
                .findFirst()
                .orElse(policies.all().get(0));
    }

    /** Those for models of this task. */
    private List<AuditPolicy> offered() {
        return policies.all().stream().filter(getFit()::brings).toList();
    }

    public PlanForm getForm() {
        return form;
    }

    public String getModel() {
        return model;
    }

    /** A list left at its first, empty choice comes as null. */
    public void setModel(@Nullable String model) {
        this.model = Objects.requireNonNullElse(model, "");
    }

    public String getDataset() {
        return dataset;
    }

    public void setDataset(@Nullable String dataset) {
        this.dataset = Objects.requireNonNullElse(dataset, "");
    }
}
