package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aimass.api.Given;
import org.aimass.registry.control.ModelVersions;

/** One version of a model: asked again and again, it tells when the engine has looked into its file. */
@Path("model-versions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ModelVersionResource {

    @Inject
    ModelVersions versions;

    @GET
    @Path("{id}")
    public ModelVersionView get(@PathParam("id") String id) {
        return ModelVersionView.of(versions.get(Given.id(id)));
    }
}
