package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.hold.HoldRequest;
import org.laurel.issuing.hold.LegalHold;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.issuing.hold.LegalHolds.Held;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Where a recipient is held, so that nobody erases them for now. */
@Path("/api/v1/recipients/{id}/hold")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
class RecipientHoldResource {
    private final ReachableIssuers issuers;
    private final Recipients recipients;
    private final LegalHolds holds;

    RecipientHoldResource(ReachableIssuers issuers, Recipients recipients, LegalHolds holds) {
        this.issuers = issuers;
        this.recipients = recipients;
        this.holds = holds;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "holdRecipient",
            summary = "Hold a recipient",
            description =
                    "From then on nobody erases them, 409 names who said so, when and why, until the hold is lifted. One that is"
                            + " there stays as it is.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = HoldRequest.class),
                            example = "{\"reason\":\"Case 4711, until it is closed\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Held",
            content = @Content(schema = @Schema(implementation = LegalHold.class)))
    public Uni<Response> hold(@PathParam("id") String id, byte[] body) {
        String by = issuers.caller().name();
        HoldRequest request = RecordReader.read(body, HoldRequest.class).orThrow();
        return held(id).chain(held -> holds.hold(held, request.reason(), by))
                .map(hold -> Responses.of(Answer.of(200, hold)));
    }

    @GET
    @Operation(
            operationId = "getRecipientHold",
            summary = "Whether a recipient is held",
            description = "Who said so, when and why; 404 when they are not.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = LegalHold.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return held(id).chain(holds::find)
                .map(found -> Responses.of(Answer.of(200, found.orElseThrow(RecipientHoldResource::notHeld))));
    }

    @DELETE
    @Operation(
            operationId = "liftRecipientHold",
            summary = "Lift the hold on a recipient",
            description = "They can be erased from then on.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @APIResponse(responseCode = "204", description = "Lifted")
    public Uni<Response> lift(@PathParam("id") String id) {
        String by = issuers.caller().name();
        return held(id).chain(held -> holds.lift(held, by))
                .map(lifted -> Responses.removed(lifted, "They are not held."));
    }

    private Uni<Held> held(String id) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(recipients::held)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such recipient.")));
    }

    private static ProblemException notHeld() {
        return ProblemException.of(ProblemType.NOT_FOUND, "They are not held.");
    }
}
