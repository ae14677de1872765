package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Tolerance;
import org.aimass.registry.entity.ModelTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** The policies that this portal judges by, in the order offered. Each version is a file of the portal and never changes. */
@ApplicationScoped
@Allowed(Role.ANYONE)
public class AuditPolicies {

    private static final List<String> FILES = List.of(
            "public-benefits-1.0.json",
            "four-fifths-1.0.json",
            "equal-opportunity-1.0.json",
            "equalized-odds-1.0.json",
            "predictive-parity-1.0.json",
            "calibration-1.0.json",
            "local-law-144-1.0.json",
            "health-1.0.json",
            "finance-1.0.json",
            "multiclass-parity-1.0.json",
            "regression-parity-1.0.json",
            "ranking-exposure-1.0.json",
            "content-filter-1.0.json",
            "face-verification-1.0.json",
            "face-identification-1.0.json",
            "speech-recognition-1.0.json",
            "speech-recognition-characters-1.0.json",
            "voice-intelligibility-1.0.json",
            "voice-ratings-1.0.json",
            "refusals-1.0.json",
            "identity-preservation-1.0.json",
            "sentence-pairs-1.0.json",
            "questions-and-answers-1.0.json",
            "toxic-answers-1.0.json",
            "counterfactual-scores-1.0.json",
            "detection-recall-1.0.json",
            "detection-precision-1.0.json",
            "pose-parity-1.0.json");

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]*");

    private final List<AuditPolicy> policies =
            FILES.stream().map(AuditPolicies::load).toList();

    public List<AuditPolicy> all() {
        return policies;
    }

    /**
     * @param key name and version, such as {@code public-benefits-1.0}
     * @throws Refusal INVALID when there is no such policy
     */
    public AuditPolicy get(String key) {
        return policies.stream()
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "audit", "start.policy.choose")
                        .at("policy"));
    }

    /**
     * The policy that the plan froze.
     *
     * @throws IllegalStateException if this portal has other rules under that name and version
     */
    public AuditPolicy of(AuditPlan plan) {
        AuditPolicy policy = get(plan.policy().name() + "-" + plan.policy().version());
        if (!policy.digest().equals(plan.policy().sha256())) {
            throw new IllegalStateException("the policy " + policy.key() + " is not the one of the plan");
        }
        return policy;
    }

    private static AuditPolicy load(String file) {
        try (InputStream json = AuditPolicies.class.getResourceAsStream("/org/aimass/audit/policies/" + file)) {
            if (json == null) {
                throw new IllegalStateException("the policy " + file + " is missing from this build");
            }
            AuditPolicy policy = parse(StrictJson.MAPPER.readTree(json));
            if (!file.equals(policy.key() + ".json")) {
                throw new IllegalStateException("the policy " + policy.key() + " stands in the file " + file);
            }
            return policy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Fields.Malformed unless the JSON is exactly a policy */
    static AuditPolicy parse(JsonNode json) {
        String canonical = StrictJson.canonical(json);
        return Fields.read(
                "",
                json,
                policy -> new AuditPolicy(
                        policy.text("name", 60),
                        policy.text("version", 20),
                        policy.text("source", 1000),
                        tasks(policy),
                        policy.has("needs") ? Set.copyOf(policy.texts("needs", 10, 40)) : Set.of(),
                        (int) policy.count("minimum_group_size", 1_000_000),
                        policy.list("comparisons", 20, AuditPolicies::comparison),
                        StrictJson.digest(canonical)));
    }

    private static AuditPolicy.Comparison comparison(Fields fields) {
        String metric = fields.text("metric", 80);
        if (!METRIC.matcher(metric).matches()) {
            throw new Fields.Malformed("metric: \"" + metric + "\" is not a metric's name");
        }
        Tolerance.Scale scale = Stream.of(Tolerance.Scale.values())
                .filter(each -> fields.has(word(each)))
                .findFirst()
                .orElseThrow(() -> new Fields.Malformed("difference: missing"));
        boolean eachClass = fields.has("each_class") && fields.flag("each_class");
        Map<String, String> at = fields.has("at") ? fields.textMap("at", 5, 200) : Map.of();
        return new AuditPolicy.Comparison(metric, eachClass, at, new Tolerance(scale, fields.number(word(scale))));
    }

    /** A policy that names none is for models with two answers. */
    private static Set<ModelTask> tasks(Fields policy) {
        if (!policy.has("tasks")) {
            return Set.of(ModelTask.BINARY_CLASSIFICATION);
        }
        return policy.texts("tasks", 12, 40).stream()
                .map(word -> ModelTask.find(word)
                        .orElseThrow(() -> new Fields.Malformed("tasks: \"" + word + "\" is not a task")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String word(Tolerance.Scale scale) {
        return scale == Tolerance.Scale.DIFFERENCE ? "difference" : "ratio";
    }
}
