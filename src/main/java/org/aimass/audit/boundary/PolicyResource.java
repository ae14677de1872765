package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aimass.audit.control.AuditPolicies;

/** What audits are judged by. */
@Path("policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    @Inject
    AuditPolicies policies;

    @GET
    public PolicyView.All list() {
        return new PolicyView.All(policies.all().stream().map(PolicyView::of).toList());
    }
}
