package org.aimass.audit.boundary;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.api.ApiAddress;
import org.aimass.api.Cursor;
import org.aimass.api.Given;
import org.aimass.api.Page;
import org.aimass.api.Refused;
import org.aimass.api.RepeatableRequest;
import org.aimass.audit.control.AuditChoice;
import org.aimass.audit.control.AuditFigures;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.RunPages;
import org.aimass.audit.control.StartAudit;
import org.aimass.audit.control.SteerAudit;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunStatus;
import org.aimass.shared.Bookmark;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Starts audits, follows them and reads what they found. */
@Path("audits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    RunPages pages;

    @Inject
    AuditRuns runs;

    @Inject
    AuditResults results;

    @Inject
    StartAudit starting;

    @Inject
    SteerAudit steering;

    @Inject
    RepeatableRequest request;

    @Inject
    ApiAddress address;

    @GET
    public Page<AuditView> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.USUAL) String limit) {
        Optional<RunStatus> wanted = status(status);
        int size = Given.limit(limit);
        String list = "audits?status=" + Given.text(status);
        List<AuditRun> found = pages.after(Cursor.read(cursor, list), wanted, Page.wanted(size));
        return Page.of(found, size, list, run -> new Bookmark(run.queuedAt(), run.number()), AuditView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(NewAudit asked) {
        AuditChoice choice = asked.choice();
        Refused.unlessNone(starting.problems(choice));
        UUID id = starting.start(choice, request.id().toString());
        return Response.created(address.of("audits/" + id))
                .entity(AuditView.of(runs.get(id)))
                .build();
    }

    @GET
    @Path("{id}")
    public AuditView get(@PathParam("id") String id) {
        return AuditView.of(runs.get(Given.id(id)));
    }

    @POST
    @Path("{id}/cancel")
    public AuditView cancel(@PathParam("id") String id) {
        steering.cancel(Given.id(id));
        return AuditView.of(runs.get(Given.id(id)));
    }

    @GET
    @Path("{id}/results")
    public AuditFigures results(@PathParam("id") String id) {
        return AuditFigures.of(results.of(Given.id(id)));
    }

    private static Optional<RunStatus> status(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        for (RunStatus status : RunStatus.values()) {
            if (status.name().equals(word)) {
                return Optional.of(status);
            }
        }
        throw Refusal.of(Refusal.Kind.INVALID, "api", "refusal.word").at("status");
    }
}
