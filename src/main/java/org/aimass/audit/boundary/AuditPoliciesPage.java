package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.control.AuditPolicies;
import org.aimass.audit.entity.AuditPolicy;

/** The policies by which this portal judges; they are part of it and are only read here. */
@Named
@RequestScoped
public class AuditPoliciesPage {

    @Inject
    AuditPolicies policies;

    public List<AuditPolicy> getPolicies() {
        return policies.all();
    }
}
