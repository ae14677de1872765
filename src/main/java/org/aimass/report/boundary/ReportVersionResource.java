package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.shared.Refusal;

/** Every version of a report for machines, and the entries of its history. */
@Path("reports")
@RequestScoped
public class ReportVersionResource {

    @Inject
    TransparencyReports reports;

    /** Exactly the bytes that were published; 503 where the bytes kept are others. */
    @GET
    @Path("{number}/versions/{version:[1-9][0-9]{0,5}}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response snapshot(
            @PathParam("number") String number, @PathParam("version") int version, @Context Request request) {
        return bytes(reports.get(number, version), request);
    }

    static Response bytes(TransparencyReport report, Request request) {
        if (!report.isIntact()) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
        }
        EntityTag tag = new EntityTag(report.digest().hex());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(report.snapshot())
                        .tag(tag)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"" + report.number() + "-" + report.version() + ".json\"")
                        .build();
    }

    /** The tables of a version. */
    @GET
    @Path("{number}/versions/{version:[1-9][0-9]{0,5}}/tables")
    @Produces("text/csv;charset=UTF-8")
    public Response tables(@PathParam("number") String number, @PathParam("version") int version) {
        TransparencyReports.Opened opened = reports.open(number, Optional.of(version));
        if (!opened.report().isIntact()) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
        }
        return Response.ok(TablesCsv.of(opened.snapshot()))
                .header("Content-Disposition", "attachment; filename=\"" + number + "-" + version + ".csv\"")
                .build();
    }

    /** Each entry's statement as it was kept, the oldest first: its digest is the SHA-256 of the statement's bytes in UTF-8. */
    @GET
    @Path("{number}/entries")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> entries(@PathParam("number") String number) {
        reports.get(number);
        return reports.history(number).stream()
                .map(past -> Map.<String, Object>of("sha256", past.sha256(), "statement", past.json()))
                .toList();
    }
}
