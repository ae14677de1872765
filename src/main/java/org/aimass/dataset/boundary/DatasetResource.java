package org.aimass.dataset.boundary;

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
import org.aimass.dataset.control.DatasetPages;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.Datasets;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.SubmitDataset;
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

    @Inject
    SubmitDataset submission;

    @Inject
    RepeatableRequest request;

    @Inject
    ApiAddress address;

    /**
     * What a program says about a dataset, not yet checked.
     *
     * @param upload a finished upload: CSV, gzipped or not, or Parquet
     */
    public record NewDataset(
            @Nullable UUID organization,
            @Nullable String name,
            @Nullable String description,
            @Nullable UUID upload) {}

    /** A further version; as {@link NewDataset}. */
    public record NewDatasetVersion(@Nullable UUID upload) {}

    @GET
    public Page<DatasetView> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        int size = Given.limit(limit);
        String words = Given.search(text);
        String list = "datasets?text=" + words;
        List<EvaluationDataset> found = pages.after(Cursor.readId(cursor, list), words, Page.wanted(size));
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(NewDataset asked) throws IOException {
        return created(submission.submit(
                request.id(),
                Given.required(asked.organization(), "organization"),
                Given.text(asked.name()),
                Given.text(asked.description()),
                GivenFile.uploaded(Given.required(asked.upload(), "upload"))));
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addVersion(@PathParam("id") String id, NewDatasetVersion asked) throws IOException {
        return created(submission.addVersion(
                request.id(), Given.id(id), GivenFile.uploaded(Given.required(asked.upload(), "upload"))));
    }

    private Response created(UUID version) {
        return Response.created(address.of("dataset-versions/" + version))
                .entity(DatasetVersionView.of(versions.get(version)))
                .build();
    }
}
