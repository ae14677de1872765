package org.aimass.dataset.boundary;

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
import org.aimass.dataset.control.DatasetPages;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.Datasets;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.shared.Bookmark;
import org.jspecify.annotations.Nullable;

/** Datasets and their versions. */
@Path("datasets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DatasetResource {

    @Inject
    DatasetPages pages;

    @Inject
    Datasets datasets;

    @Inject
    DatasetVersions versions;

    @GET
    public Page<DatasetView> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        int size = Given.limit(limit);
        String words = Given.search(text);
        String list = "datasets?text=" + words;
        List<EvaluationDataset> found = pages.after(Cursor.read(cursor, list), words, Page.wanted(size));
        return Page.of(
                found,
                size,
                list,
                dataset -> new Bookmark(dataset.createdAt(), dataset.id().toString()),
                DatasetView::of);
    }

    @GET
    @Path("{id}")
    public DatasetView.WithVersions get(@PathParam("id") String id) {
        UUID dataset = Given.id(id);
        return DatasetView.WithVersions.of(datasets.get(dataset), versions.of(dataset));
    }
}
