package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.control.AuditPolicies;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Rate;
import org.aimass.audit.entity.Verdict;

/** How this portal measures and judges, for everybody. */
@Named
@RequestScoped
public class AuditMethodPage {

    private static final List<Family> FAMILIES = List.of(
            new Family(
                    "faces",
                    List.of(
                            "false_match_rate",
                            "false_non_match_rate",
                            "rank_one_miss_rate",
                            "false_positive_identification_rate",
                            "false_negative_identification_rate")),
            new Family(
                    "images",
                    List.of(
                            "refusal_rate",
                            "identity_similarity",
                            "skin_tone_shift",
                            "attribute_share",
                            "representation_discrepancy",
                            "frechet_distance",
                            "kernel_distance")));

    @Inject
    AuditPolicies policies;

    /** Some tasks and their measures. */
    public record Family(String name, List<String> metrics) {}

    public List<AuditPolicy> getPolicies() {
        return policies.all();
    }

    public List<Rate> getRates() {
        return List.of(Rate.values());
    }

    /** Measures of tasks that do not tell two apart. */
    public List<Family> getFamilies() {
        return FAMILIES;
    }

    /** What sums up an error over all groups, by the name of its words. */
    public List<String> getSummaries() {
        return OverGroups.forms();
    }

    public List<Verdict> getVerdicts() {
        return List.of(Verdict.values());
    }

    public List<Doubt> getDoubts() {
        return List.of(Doubt.values());
    }

    /** The sections of the page, by the id and the key of each. */
    public List<String> getSections() {
        return List.of(
                "measured",
                "rates",
                "tasks",
                "intervals",
                "verdicts",
                "severity",
                "power",
                "policies",
                "repeat",
                "limits");
    }
}
