package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.aimass.api.Cursor;
import org.aimass.api.Given;
import org.aimass.api.Page;
import org.aimass.registry.control.ModelPages;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.control.Models;
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

    @GET
    public Page<ModelView> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        int size = Given.limit(limit);
        String words = Given.search(text);
        String list = "models?text=" + words;
        List<RegisteredModel> found = pages.after(Cursor.read(cursor, list), words, Page.wanted(size));
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
}
