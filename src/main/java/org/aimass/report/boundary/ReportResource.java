package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.aimass.api.Cursor;
import org.aimass.api.Given;
import org.aimass.api.Page;
import org.aimass.report.control.PublicRegister;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.shared.Bookmark;
import org.jspecify.annotations.Nullable;

/** The register for machines, and the version of a report that stands: exactly the bytes that were published, under their digest. */
@Path("reports")
@RequestScoped
public class ReportResource {

    @Inject
    TransparencyReports reports;

    @Inject
    PublicRegister register;

    /** The public register: the newest reports that speak of every word. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<RegisterEntry> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        int size = Given.limit(limit);
        String words = Given.search(text);
        String list = "reports?text=" + words;
        List<RegisterEntry> found = register.after(Cursor.read(cursor, list), words, Page.wanted(size));
        return Page.of(
                found, size, list, entry -> new Bookmark(entry.publishedAt(), entry.number()), Function.identity());
    }

    /** 404 for an unknown number; 503 where the bytes kept are not the bytes published. */
    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response snapshot(@PathParam("number") String number, @Context Request request) {
        return ReportVersionResource.bytes(reports.get(number), request);
    }
}
