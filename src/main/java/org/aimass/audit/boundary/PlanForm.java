package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.audit.control.AuditChoice;
import org.aimass.audit.control.AuditFit;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.TaskOption;
import org.aimass.registry.boundary.ImageForm;
import org.aimass.registry.entity.ImageShape;
import org.jspecify.annotations.Nullable;

/** What the form of a plan holds, as it was typed. */
public class PlanForm {

    private String policy = "public-benefits-1.0";
    private List<String> features = new ArrayList<>();
    private final Map<String, @Nullable String> references = new HashMap<>();
    private String positive = "";
    private String favorable = "";
    private String threshold = "0.50";
    private final ImageForm images = new ImageForm();
    private final Map<String, @Nullable String> options = new HashMap<>();
    private List<String> optionFeatures = new ArrayList<>();
    private List<String> controls = new ArrayList<>();
    private final MeasuringForm measuring = new MeasuringForm();
    private String token = UUID.randomUUID().toString();

    /** @param offered the policies for the model's task, at least one where the model can be audited */
    void begin(AuditFit fit, List<AuditPolicy> offered) {
        if (!offered.isEmpty() && offered.stream().noneMatch(each -> each.key().equals(policy))) {
            policy = offered.get(0).key();
        }
        features = new ArrayList<>(Groupings.single(fit));
        int values = fit.labelValues().size();
        positive = fit.labelValues().contains("1")
                ? "1"
                : values == 0 ? "" : fit.labelValues().get(values - 1);
        favorable = positive;
        for (TaskOption option : fit.options()) {
            boolean chosen = option.kind() == TaskOption.Kind.WORD;
            options.put(option.key(), chosen ? fit.words(option).get(0) : option.usual());
        }
        fit.imageInput().map(ImageShape::new).ifPresent(images::begin);
    }

    /** As an earlier plan has it, as far as this portal still has its policy and the dataset its features. */
    void take(AuditPlan plan, AuditFit fit, boolean knowsPolicy) {
        if (knowsPolicy) {
            policy = plan.policy().name() + "-" + plan.policy().version();
        }
        List<String> known = fit.features().stream().map(AuditFit.Feature::name).toList();
        features = plan.featureSets().stream()
                .filter(known::containsAll)
                .map(Groupings::write)
                .collect(Collectors.toCollection(ArrayList::new));
        references.putAll(plan.referenceGroups());
        plan.labels().ifPresent(labels -> {
            positive = labels.positive();
            favorable = labels.favorable();
        });
        plan.threshold().ifPresent(value -> threshold = String.valueOf(value));
        plan.model().images().ifPresent(images::take);
        measuring.take(plan);
        plan.options().asked().forEach((key, value) -> options.put(key, OptionText.typed(value)));
        optionFeatures = ofFeatures(fit)
                .flatMap(option -> plan.options().find(option.key()))
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new))
                        : new ArrayList<String>())
                .orElseGet(ArrayList::new);
        controls = plan.controlFeatures().stream()
                .filter(fit.controls()::contains)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<TaskOption> ofFeatures(AuditFit fit) {
        return fit.options().stream()
                .filter(option -> option.kind() == TaskOption.Kind.FEATURES)
                .findFirst();
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    AuditChoice choice(String model, String dataset, AuditFit fit) {
        Map<String, Object> chosen = new HashMap<>();
        for (TaskOption option : fit.options()) {
            String typed = options.get(option.key());
            Object value = option.kind() == TaskOption.Kind.FEATURES ? optionFeatures : typed == null ? "" : typed;
            chosen.put(option.key(), value);
        }
        return new AuditChoice(
                UUID.fromString(model),
                UUID.fromString(dataset),
                policy,
                Groupings.features(features),
                Groupings.intersections(features),
                chosenReferences(),
                optional(positive),
                optional(favorable),
                number(threshold),
                fit.asksForImages() ? Optional.of(images.preparation()) : Optional.empty(),
                chosen,
                controls,
                measuring.choice());
    }

    /** A list left at its first, empty choice comes as null. */
    private Map<String, String> chosenReferences() {
        Map<String, String> chosen = new HashMap<>();
        references.forEach((feature, group) -> {
            if (group != null && !group.isEmpty()) {
                chosen.put(feature, group);
            }
        });
        return chosen;
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** What is no number becomes none that could be meant, so that the answer stands beside the field. */
    private static OptionalDouble number(String text) {
        try {
            return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalDouble.of(Double.NaN);
        }
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public List<String> getFeatures() {
        return features;
    }

    public void setFeatures(List<String> features) {
        this.features = new ArrayList<>(features);
    }

    /** By feature, the comparison group; empty for the largest. */
    public Map<String, @Nullable String> getReferences() {
        return references;
    }

    public String getPositive() {
        return positive;
    }

    public void setPositive(String positive) {
        this.positive = positive;
    }

    public String getFavorable() {
        return favorable;
    }

    public void setFavorable(String favorable) {
        this.favorable = favorable;
    }

    public String getThreshold() {
        return threshold;
    }

    public void setThreshold(String threshold) {
        this.threshold = threshold;
    }

    /** Of use only where the model takes images. */
    public ImageForm getImages() {
        return images;
    }

    /** By the key of an option of the task, as it was typed. */
    public Map<String, @Nullable String> getOptions() {
        return options;
    }

    /** Of the option that takes features. */
    public List<String> getOptionFeatures() {
        return optionFeatures;
    }

    public void setOptionFeatures(List<String> optionFeatures) {
        this.optionFeatures = new ArrayList<>(optionFeatures);
    }

    public List<String> getControls() {
        return controls;
    }

    public void setControls(List<String> controls) {
        this.controls = new ArrayList<>(controls);
    }

    /** What measures beside the engine. */
    public MeasuringForm getMeasuring() {
        return measuring;
    }

    /** Names this form, so that sending it twice starts one audit. */
    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
