package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.laurel.access.role.Scope;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Where awards are renewed and corrected. */
@Path("/api/v1/awards/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class ReplacementResource {
    private final ReachableAwards awards;
    private final ReplaceAward replaceAward;
    private final OnceOnly onceOnly;

    ReplacementResource(ReachableAwards awards, ReplaceAward replaceAward, OnceOnly onceOnly) {
        this.awards = awards;
        this.replaceAward = replaceAward;
        this.onceOnly = onceOnly;
    }

    @POST
    @Path("/renew")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "renewAward",
            summary = "Renew an award",
            description =
                    "The same badge for a time more, under a new id and signed anew; the date of the first award goes on."
                            + " The old one stays what it was, and each leads to the other (replaces, replacedBy). Without a body it is valid"
                            + " from now on, as long as the old one was. 409 when it is revoked, suspended, replaced already, or of a"
                            + " micro-credential that was retired.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RenewalRequest.class),
                            example = "{\"validUntil\":\"2030-06-30T00:00:00Z\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Renewed: the new award",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(responseCode = "409", description = "Its state does not allow it; the answer says what is allowed")
    public Uni<Response> renew(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        byte[] said = RecordReader.orNothing(body);
        String by = awards.caller().name();
        return awards.get(id).chain(old -> awards.issuer(old)
                .chain(issuer -> onceOnly.run(OnceOnlyCall.of(by, key, "POST renew " + id, said), recorder -> {
                    RenewalRequest wish =
                            RecordReader.read(said, RenewalRequest.class).orThrow();
                    return replaceAward
                            .renew(old, wish, by, recorder.keeping(made -> awards.answer(201, made, issuer)))
                            .map(made -> awards.answer(201, made, issuer));
                })));
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctAward",
            summary = "Correct an award",
            description =
                    "What is named is put right, what is left out stays, and \"without\" lists members to take out. The"
                            + " corrected badge has a new id; the old one is revoked in the same transaction, and each leads to the other"
                            + " (replaces, replacedBy). Needs award:revoke as well. 409 when it is revoked, suspended or replaced already.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CorrectionRequest.class),
                            example =
                                    "{\"reason\":\"The wrong term\",\"term\":\"Autumn 2026\",\"without\":[\"narrative\"]}"))
    @APIResponse(
            responseCode = "201",
            description = "Corrected: the new award",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(responseCode = "409", description = "Its state does not allow it; the answer says what is allowed")
    public Uni<Response> correct(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = awards.caller().name();
        return awards.get(id).invoke(this::requireRevoking).chain(old -> awards.issuer(old)
                .chain(issuer -> onceOnly.run(OnceOnlyCall.of(by, key, "POST correct " + id, body), recorder -> {
                    CorrectionRequest wish =
                            RecordReader.read(body, CorrectionRequest.class).orThrow();
                    return replaceAward
                            .correct(old, wish, by, recorder.keeping(made -> awards.answer(201, made, issuer)))
                            .map(made -> awards.answer(201, made, issuer));
                })));
    }

    private void requireRevoking(Award award) {
        if (!awards.caller().may(Scope.AWARD_REVOKE, award.issuerNo())) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "The token lacks the scope " + Scopes.AWARD_REVOKE + ".");
        }
    }
}
