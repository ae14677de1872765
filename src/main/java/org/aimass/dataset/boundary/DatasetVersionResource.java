package org.aimass.dataset.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.aimass.api.Given;
import org.aimass.api.Refused;
import org.aimass.dataset.control.ChooseRoles;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.SchemaProblem;
import org.aimass.web.Problem;
import org.aimass.web.Wording;
import org.jspecify.annotations.Nullable;

/** One version of a dataset: what its columns hold, and what they are for. */
@Path("dataset-versions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DatasetVersionResource {

    @Inject
    DatasetVersions versions;

    @Inject
    ChooseRoles choosing;

    @Inject
    HttpServletRequest request;

    /** @param roles by column; a column that is left out is ignored */
    public record RolesChosen(@Nullable Map<String, ColumnRole> roles) {}

    @GET
    @Path("{id}")
    public DatasetVersionView get(@PathParam("id") String id) {
        return DatasetVersionView.of(versions.get(Given.id(id)));
    }

    /** Once they fit, they are final; the same ones sent again change nothing. */
    @PUT
    @Path("{id}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public DatasetVersionView choose(@PathParam("id") String id, RolesChosen chosen) {
        UUID version = Given.id(id);
        Refused.unlessNone(
                422,
                choosing.fix(version, Given.map(Given.required(chosen.roles(), "roles"), "roles")).stream()
                        .map(this::fault)
                        .toList());
        return DatasetVersionView.of(versions.get(version));
    }

    private Problem.Fault fault(SchemaProblem problem) {
        return Problem.Fault.at(
                problem.column().map(column -> "roles." + column).orElse("roles"),
                Wording.text(
                        "dataset",
                        problem.key(),
                        request.getLocale(),
                        problem.arguments().toArray()));
    }
}
