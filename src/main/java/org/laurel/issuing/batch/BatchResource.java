package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.caller.Caller;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** The management endpoint of one batch. */
@Path("/api/v1/batches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches", description = "Award thousands from a file, watch it, stop it, take it back.")
class BatchResource {
    private static final String EXAMPLE = "{\"reason\": \"the wrong file\", \"awarded\": 5000}";
    private static final String AWARD_EXAMPLE = "{\"valid\": 4988}";

    private final ReachableIssuers issuers;
    private final BatchDoor door;

    BatchResource(ReachableIssuers issuers, BatchDoor door) {
        this.issuers = issuers;
        this.door = door;
    }

    /** How many rows the caller knows to be awarded. */
    record AwardBatchRequest(Integer valid) {}

    /** Why, and how many awards the caller knows to be taken back. */
    record TakeBackRequest(String reason, Integer awarded) {
        TakeBackRequest {
            Bounds.text("reason", reason, Award.LONGEST_REASON);
        }
    }

    @GET
    @Operation(
            operationId = "getBatch",
            summary = "Read a batch",
            description = "Where it stands, how many rows came to what, how fast it is.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return door.get(issuers.caller(), id).map(BatchResource::shown);
    }

    @POST
    @Path("/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "pauseBatch",
            summary = "Pause a batch",
            description = "Chunks that are being done are ended; no further ones are begun.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @APIResponse(
            responseCode = "200",
            description = "Paused",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> pause(@PathParam("id") String id) {
        return step(id, BatchDoor.Step.PAUSE);
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeBatch", summary = "Resume a batch", description = "It goes on where it stopped.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @APIResponse(
            responseCode = "200",
            description = "Queued",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> resume(@PathParam("id") String id) {
        return step(id, BatchDoor.Step.RESUME);
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cancelBatch",
            summary = "Cancel a batch",
            description = "For good. What is awarded stays; rows whose turn has not come are cancelled.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> cancel(@PathParam("id") String id) {
        return step(id, BatchDoor.Step.CANCEL);
    }

    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeBatch",
            summary = "Take back all that a batch awarded",
            description =
                    "Every badge of it that is still in force is revoked, in five minutes from now: until then DELETE at"
                            + " the same address undoes it. The body says how many awards there are, as a confirmation. The batch"
                            + " must be completed or cancelled.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TakeBackRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "202",
            description = "It will be",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> revoke(@PathParam("id") String id, byte[] body) {
        Caller caller = issuers.caller();
        return door.get(caller, id)
                .chain(found -> {
                    TakeBackRequest request =
                            RecordReader.read(body, TakeBackRequest.class).orThrow();
                    return door.takeBack(caller, id, request.reason(), request.awarded());
                })
                .map(batch -> Responses.of(Answer.of(202, batch)));
    }

    @DELETE
    @Path("/revoke")
    @Operation(
            operationId = "undoRevokeBatch",
            summary = "Think again about taking back",
            description = "Within the five minutes; 409 once revoking has begun.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @APIResponse(
            responseCode = "200",
            description = "Nothing is taken back",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> undo(@PathParam("id") String id) {
        return door.undo(issuers.caller(), id).map(BatchResource::shown);
    }

    @POST
    @Path("/again")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "readBatchAgain",
            summary = "Read a dry run anew",
            description =
                    "With the query parameters mode, duplicates, achievement and column, as when the file was handed in; what"
                            + " is not said stays as it was. Its rows are judged again; the file need not be sent again.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @APIResponse(
            responseCode = "200",
            description = "Its rows are being judged again",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> again(@PathParam("id") String id, @Context UriInfo uri) {
        return door.again(issuers.caller(), id, name -> uri.getQueryParameters().getOrDefault(name, List.of()))
                .map(BatchResource::shown);
    }

    @POST
    @Path("/award")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "awardBatch",
            summary = "Award what a dry run found good",
            description =
                    "The batch stops being a dry run, all of its rows are judged again, and the good ones are awarded; the file"
                            + " need not be sent again. The body says how many rows were good, as a confirmation. It happens once:"
                            + " a second call is 409.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AwardBatchRequest.class), example = AWARD_EXAMPLE))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its turn",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Uni<Response> award(@PathParam("id") String id, byte[] body) {
        Caller caller = issuers.caller();
        return door.get(caller, id)
                .chain(found -> {
                    AwardBatchRequest request =
                            RecordReader.read(body, AwardBatchRequest.class).orThrow();
                    return door.award(caller, id, request.valid());
                })
                .map(batch -> Responses.of(Answer.of(202, batch)));
    }

    private Uni<Response> step(String id, BatchDoor.Step step) {
        return door.step(issuers.caller(), id, step).map(BatchResource::shown);
    }

    private static Response shown(BatchView batch) {
        return Responses.of(Answer.of(200, batch));
    }
}
