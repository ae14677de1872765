package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.aimass.report.control.TransparencyReports;

/** The version of a report that stands, for machines: exactly the bytes that were published, under their digest. */
@Path("reports")
@RequestScoped
public class ReportResource {

    @Inject
    TransparencyReports reports;

    /** 404 for an unknown number; 503 where the bytes kept are not the bytes published. */
    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response snapshot(@PathParam("number") String number, @Context Request request) {
        return ReportVersionResource.bytes(reports.get(number), request);
    }
}
