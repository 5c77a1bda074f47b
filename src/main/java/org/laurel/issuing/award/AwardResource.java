package org.laurel.issuing.award;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** The management endpoint of one award. */
@Path("/api/v1/awards/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AwardResource {
    private static final String EXAMPLE = "{\"reason\":\"Awarded to the wrong person\"}";

    private final ReachableAwards awards;
    private final MoveAward move;
    private final RevokeAwards revokeAwards;

    AwardResource(ReachableAwards awards, MoveAward move, RevokeAwards revokeAwards) {
        this.awards = awards;
        this.move = move;
        this.revokeAwards = revokeAwards;
    }

    /**
     * Why, and for how long it can be undone.
     *
     * @param reason kept with the award and not shown in public
     * @param undo a duration of at most a day; at once when not said
     */
    record RevokeAwardRequest(String reason, @Nullable String undo) {
        RevokeAwardRequest {
            Bounds.text("reason", reason, Award.LONGEST_REASON);
            UndoWindow.of(undo);
        }
    }

    /** Why; kept with the award and not shown in public. */
    record ReasonRequest(String reason) {
        ReasonRequest {
            Bounds.text("reason", reason, Award.LONGEST_REASON);
        }
    }

    @GET
    @Operation(operationId = "getAward", summary = "Read an award", description = "With its recipient and its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "The award",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return awards.get(id).chain(this::shown);
    }

    @POST
    @Path("/revoke")
    @Operation(
            operationId = "revokeAward",
            summary = "Revoke an award",
            description =
                    "Final. The badge stays hosted, and every verifier says that it is revoked. Repeating it changes nothing."
                            + " With \"undo\" (PT10M, at most a day) it is revoked after that time only, and until then nobody hears of"
                            + " it and it can be undone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RevokeAwardRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Revoked, or to be revoked",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> revoke(@PathParam("id") String id, byte[] body) {
        String by = by();
        return awards.get(id)
                .chain(award -> {
                    RevokeAwardRequest request =
                            RecordReader.read(body, RevokeAwardRequest.class).orThrow();
                    return revokeAwards.one(
                            award, new RevokeAwards.Order(request.reason(), UndoWindow.of(request.undo()), by));
                })
                .chain(this::shown);
    }

    @DELETE
    @Path("/revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "undoRevokeAward",
            summary = "Think again about revoking",
            description = "Of those that were asked for together, all. 409 once it is revoked.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @APIResponse(
            responseCode = "200",
            description = "It stays in force",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> undo(@PathParam("id") String id) {
        String by = by();
        return awards.get(id).chain(award -> revokeAwards.undo(award, by)).chain(this::shown);
    }

    @POST
    @Path("/suspend")
    @Operation(
            operationId = "suspendAward",
            summary = "Suspend an award",
            description = "For a while. 409 when the badge was signed without a suspension entry.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ReasonRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> suspend(@PathParam("id") String id, byte[] body) {
        return awards.get(id)
                .chain(award -> move.suspend(award, reason(body), by()))
                .chain(this::shown);
    }

    @POST
    @Path("/reinstate")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "reinstateAward",
            summary = "End a suspension",
            description = "A revoked award stays revoked.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @APIResponse(
            responseCode = "200",
            description = "In force again",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> reinstate(@PathParam("id") String id) {
        return awards.get(id).chain(award -> move.reinstate(award, by())).chain(this::shown);
    }

    private String by() {
        return awards.caller().name();
    }

    private static String reason(byte[] body) {
        return RecordReader.read(body, ReasonRequest.class).orThrow().reason();
    }

    private Uni<Response> shown(Award award) {
        return awards.issuer(award).map(issuer -> Responses.of(awards.answer(200, award, issuer)));
    }
}
