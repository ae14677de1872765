package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.control.AuditPolicies;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.shared.Refusal;

/** One version of a policy: what it measures, how far apart groups may be, and which other versions there are. */
@Named
@RequestScoped
public class AuditPolicyPage {

    @Inject
    AuditPolicies policies;

    private String key = "";

    /** @throws Refusal NOT_FOUND when there is none of that name and version */
    public AuditPolicy getPolicy() {
        return policies.all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** All versions of it, this one among them. */
    public List<AuditPolicy> getVersions() {
        String name = getPolicy().name();
        return policies.all().stream().filter(each -> each.name().equals(name)).toList();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
