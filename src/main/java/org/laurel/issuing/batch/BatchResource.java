package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PublicId;

/** The management endpoint of one batch. */
@Path("/api/v1/batches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches", description = "Award thousands from a file, watch it, stop it, take it back.")
class BatchResource {
    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(5);
    private static final int MAX_REASON = 1000;
    private static final String EXAMPLE = "{\"reason\": \"the wrong file\", \"awarded\": 5000}";

    private final ReachableIssuers issuers;
    private final Batches batches;
    private final BatchWorker worker;
    private final Clock clock;

    BatchResource(ReachableIssuers issuers, Batches batches, BatchWorker worker, Clock clock) {
        this.issuers = issuers;
        this.batches = batches;
        this.worker = worker;
        this.clock = clock;
    }

    /** Why, and how many awards the caller knows to be taken back. */
    record TakeBackRequest(String reason, Integer awarded) {
        TakeBackRequest {
            Bounds.text("reason", reason, MAX_REASON);
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
        return find(id).map(this::shown);
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
        return move(id, List.of(BatchState.QUEUED, BatchState.RUNNING), BatchState.PAUSED, "batch.paused");
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
        return move(id, List.of(BatchState.PAUSED), BatchState.QUEUED, "batch.resumed")
                .invoke(worker::wake);
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
        return move(
                id,
                List.of(BatchState.CHECKING, BatchState.QUEUED, BatchState.RUNNING, BatchState.PAUSED),
                BatchState.CANCELLED,
                "batch.cancelled");
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
        return find(id).chain(batch -> {
                    TakeBackRequest request =
                            RecordReader.read(body, TakeBackRequest.class).orThrow();
                    confirmed(batch, request);
                    return batches.takeBack(
                            batch,
                            new Batch.TakeBack(clock.instant().plus(SECOND_THOUGHTS), request.reason(), by(), null),
                            by());
                })
                .map(set -> begun(set))
                .chain(() -> find(id))
                .map(batch -> Responses.of(Answer.of(202, BatchView.of(batch, clock.instant()))));
    }

    private static void confirmed(Batch batch, TakeBackRequest request) {
        if (batch.state() != BatchState.COMPLETED && batch.state() != BatchState.CANCELLED) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "The batch is " + batch.state() + "; cancel it before it is taken back.");
        }
        if (batch.counts().awarded() != request.awarded()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    List.of(new Violation(
                            "/awarded",
                            "not-confirmed",
                            "The batch awarded " + batch.counts().awarded() + ", not " + request.awarded() + ".")));
        }
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
        return find(id).chain(batch -> batches.takeBack(batch, null, by()))
                .map(set -> begun(set))
                .chain(() -> find(id))
                .map(this::shown);
    }

    private static boolean begun(boolean set) {
        if (!set) {
            throw ProblemException.of(ProblemType.CONFLICT, "The badges of the batch are being revoked already.");
        }
        return true;
    }

    /** Moving to the state that it is in changes nothing, so that retries are safe. */
    private Uni<Response> move(String id, List<BatchState> from, BatchState to, String event) {
        return find(id).chain(batch -> batch.state() == to
                        ? Uni.createFrom().item(true)
                        : batches.move(batch, from, to, event, by()).invoke(moved -> {
                            if (!moved) {
                                throw ProblemException.of(ProblemType.CONFLICT, "The batch is " + batch.state() + ".");
                            }
                        }))
                .chain(() -> find(id))
                .map(this::shown);
    }

    private String by() {
        return issuers.caller().name();
    }

    private Uni<Batch> find(String id) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(batches::find)
                .orElseThrow(BatchResource::none)
                .map(found -> found.filter(batch -> batch.state() != BatchState.RECEIVING)
                        .orElseThrow(BatchResource::none));
    }

    private Response shown(Batch batch) {
        return Responses.of(Answer.of(200, BatchView.of(batch, clock.instant())));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such batch.");
    }
}
