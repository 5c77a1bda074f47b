package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Where recognitions are withdrawn. */
@Path("/api/v1/recognitions/{id}/withdraw")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recognition")
class RecognitionWithdrawalResource {
    private static final int LONGEST_REASON = 2000;

    private final ReachableIssuers issuers;
    private final Recognitions recognitions;
    private final BaseUrl base;

    RecognitionWithdrawalResource(ReachableIssuers issuers, Recognitions recognitions, BaseUrl base) {
        this.issuers = issuers;
        this.recognitions = recognitions;
        this.base = base;
    }

    /** Why it is withdrawn. */
    record RecognitionWithdrawalRequest(String reason) {
        RecognitionWithdrawalRequest {
            Bounds.text("reason", reason, LONGEST_REASON);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawRecognition",
            summary = "Withdraw a recognition",
            description = "The endorsement is revoked in its status list at once. Repeating it changes nothing.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ENDORSEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RecognitionWithdrawalRequest.class),
                            example = "{\"reason\":\"The agreement ended.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = RecognitionView.class)))
    public Uni<Response> withdraw(@PathParam("id") String id, byte[] body) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(recognitions::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such recognition.")))
                .chain(found -> recognitions.withdraw(
                        found,
                        RecordReader.read(body, RecognitionWithdrawalRequest.class)
                                .orThrow()
                                .reason(),
                        caller.name()))
                .map(withdrawn -> Responses.of(Answer.of(200, RecognitionView.of(withdrawn, base))));
    }
}
