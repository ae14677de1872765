package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.aimass.api.ApiAddress;
import org.aimass.api.Cursor;
import org.aimass.api.Given;
import org.aimass.api.Page;
import org.aimass.api.RepeatableRequest;
import org.aimass.registry.control.ModelPages;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.control.Models;
import org.aimass.registry.control.RegisterModel;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.shared.Bookmark;
import org.jspecify.annotations.Nullable;

/** Models and their versions. */
@Path("models")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

    @Inject
    ModelPages pages;

    @Inject
    Models models;

    @Inject
    ModelVersions versions;

    @Inject
    RegisterModel registration;

    @Inject
    RepeatableRequest request;

    @Inject
    ApiAddress address;

    @GET
    public Page<ModelView> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        int size = Given.limit(limit);
        String words = Given.search(text);
        String list = "models?text=" + words;
        List<RegisteredModel> found = pages.after(Cursor.readId(cursor, list), words, Page.wanted(size));
        return Page.of(
                found,
                size,
                list,
                model -> new Bookmark(model.createdAt(), model.id().toString()),
                ModelView::of);
    }

    @GET
    @Path("{id}")
    public ModelView.WithVersions get(@PathParam("id") String id) {
        UUID model = Given.id(id);
        return ModelView.WithVersions.of(models.get(model), versions.of(model));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewModel asked) throws IOException {
        UUID id = registration.register(
                request.id(),
                Given.required(asked.organization(), "organization"),
                asked.facts(),
                asked.version().version(),
                asked.version().files());
        return created(id);
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addVersion(@PathParam("id") String id, NewModelVersion asked) throws IOException {
        return created(registration.addVersion(request.id(), Given.id(id), asked.version(), asked.files()));
    }

    private Response created(UUID version) {
        return Response.created(address.of("model-versions/" + version))
                .entity(ModelVersionView.of(versions.get(version)))
                .build();
    }
}
