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

    @Inject
    AuditPolicies policies;

    public List<AuditPolicy> getPolicies() {
        return policies.all();
    }

    public List<Rate> getRates() {
        return List.of(Rate.values());
    }

    /** Measures of tasks that do not tell two apart. */
    public List<MeasureFamily> getFamilies() {
        return MeasureFamily.ALL;
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
