package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Paging;
import org.laurel.shared.outbox.Outbox;

/** The audit of an issuer: who did what, when. */
@Path("/api/v1/issuers/{issuer}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, when; without personal data.")
class EventResource {
    private final ReachableIssuers reachable;
    private final Outbox outbox;

    EventResource(ReachableIssuers reachable, Outbox outbox) {
        this.reachable = reachable;
        this.outbox = outbox;
    }

    @GET
    @Operation(operationId = "listEvents", summary = "List what happened", description = "Newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.EVENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of events",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"type\":\"credential.awarded\",\"subject\":\"1-…\",\"actor\":\"administrator\"}]}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .get(issuer)
                .chain(found -> outbox.list(found.number(), Paging.request(limit, cursor)))
                .map(page -> Paging.response(page, uri));
    }
}
