package org.laurel.issuing.batch;

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
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Paging;

/** The management endpoint of an issuer's batches; they are handed in by {@link UploadRoute}. */
@Path("/api/v1/issuers/{issuer}/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches")
class IssuerBatchResource {
    private final ReachableIssuers issuers;
    private final BatchDoor door;

    IssuerBatchResource(ReachableIssuers issuers, BatchDoor door) {
        this.issuers = issuers;
        this.door = door;
    }

    @GET
    @Operation(operationId = "listBatches", summary = "List an issuer's batches", description = "Newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of batches",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"state\":\"running\"}],\"next\":\"…\"}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return issuers.get(issuer)
                .chain(found -> door.list(found, Paging.request(limit, cursor)))
                .map(page -> Paging.response(page, uri));
    }
}
