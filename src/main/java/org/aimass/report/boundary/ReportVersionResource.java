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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.Attachment;

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
        demandIntact(report);
        return file(report, report.snapshot(), new EntityTag(report.digest().hex()), "json", request);
    }

    /** The tables of a version; 503 as for the version itself. */
    @GET
    @Path("{number}/versions/{version:[1-9][0-9]{0,5}}/tables")
    @Produces("text/csv;charset=UTF-8")
    public Response tables(
            @PathParam("number") String number, @PathParam("version") int version, @Context Request request) {
        TransparencyReports.Opened opened = reports.open(number, Optional.of(version));
        demandIntact(opened.report());
        byte[] tables = TablesCsv.of(opened.snapshot()).getBytes(StandardCharsets.UTF_8);
        return file(
                opened.report(), tables, new EntityTag(Sha256Digest.of(tables).hex()), "csv", request);
    }

    private static void demandIntact(TransparencyReport report) {
        if (!report.isIntact()) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "report", "refusal.notIntact");
        }
    }

    private static Response file(
            TransparencyReport report, byte[] content, EntityTag tag, String ending, Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        String name = report.number() + "-" + report.version() + "." + ending;
        return (unchanged != null
                        ? unchanged
                        : Response.ok(content).header("Content-Disposition", Attachment.named(name)))
                .tag(tag)
                .build();
    }

    /**
     * An entry of a report's history.
     *
     * @param sha256 of the statement's bytes in UTF-8
     * @param statement as it was kept
     */
    public record Entry(String sha256, String statement) {}

    /** A report's history, the oldest entry first. */
    public record History(List<Entry> entries) {}

    /** What was stated, letter for letter, so that everybody can check the digests. */
    @GET
    @Path("{number}/entries")
    @Produces(MediaType.APPLICATION_JSON)
    public History entries(@PathParam("number") String number) {
        reports.get(number);
        return new History(reports.history(number).stream()
                .map(past -> new Entry(past.sha256(), past.json()))
                .toList());
    }
}
