package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** The management endpoint of one award. */
@Path("/api/v1/awards/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AwardResource {
    private static final String EXAMPLE = "{\"reason\":\"Awarded to the wrong person\"}";
    private static final int MAX_REASON = 1000;

    private final ReachableIssuers issuers;
    private final Awards awards;
    private final MoveAward move;
    private final BaseUrl base;

    AwardResource(ReachableIssuers issuers, Awards awards, MoveAward move, BaseUrl base) {
        this.issuers = issuers;
        this.awards = awards;
        this.move = move;
        this.base = base;
    }

    /** Why; kept with the award and not shown in public. */
    record ReasonRequest(String reason) {
        ReasonRequest {
            Bounds.text("reason", reason, MAX_REASON);
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
        return find(id).chain(this::shown);
    }

    @POST
    @Path("/revoke")
    @Operation(
            operationId = "revokeAward",
            summary = "Revoke an award",
            description =
                    "Final. The badge stays hosted, and every verifier says that it is revoked. Repeating it changes nothing.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ReasonRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> revoke(@PathParam("id") String id, byte[] body) {
        return find(id).chain(award -> move.revoke(award, reason(body), by())).chain(this::shown);
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
        return find(id).chain(award -> move.suspend(award, reason(body), by())).chain(this::shown);
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
        return find(id).chain(award -> move.reinstate(award, by())).chain(this::shown);
    }

    private String by() {
        return issuers.caller().name();
    }

    private static String reason(byte[] body) {
        return RecordReader.read(body, ReasonRequest.class).orThrow().reason();
    }

    private Uni<Award> find(String id) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(awards::find)
                .orElseThrow(AwardResource::none)
                .map(found -> found.orElseThrow(AwardResource::none));
    }

    private Uni<Response> shown(Award award) {
        return issuers.get(award.issuerNo())
                .map(issuer ->
                        Responses.of(AwardView.answer(200, award, issuer.slug().value(), base)));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such award.");
    }
}
