package org.laurel.issuing.submission;

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
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** Where educators appeal what was decided on their evidence. */
@Path("/api/v1/submissions/{id}/appeal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Educators hand in evidence for a micro-credential.")
class SubmissionAppealResource {
    private final ReachableSubmissions reachable;
    private final AppealSubmission appeal;

    SubmissionAppealResource(ReachableSubmissions reachable, AppealSubmission appeal) {
        this.reachable = reachable;
        this.appeal = appeal;
    }

    /** Why the decision was wrong, for the assessor who looks at it again. */
    record AppealRequest(String reason) {
        AppealRequest {
            Bounds.text("reason", reason, 10_000);
            if (reason.strip().length() < 20) {
                throw new IllegalArgumentException("reason: expected at least 20 characters");
            }
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "appealSubmission",
            summary = "Appeal a decision",
            description =
                    "Of what came back, once for a submission, within the days that the terms give. An assessor who has not scored"
                            + " it reads the reason, scores the same round again and decides. Write nothing in it that says who you"
                            + " are.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AppealRequest.class),
                            example = "{\"reason\":\"The second plan shows what changed; it was not looked at.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Appealed: it waits for another assessor",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "409", description = "It did not come back, was appealed before, or the time is over")
    public Uni<Response> appeal(@PathParam("id") String id, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .get(id)
                .chain(read -> appeal.appeal(
                        read,
                        RecordReader.read(body, AppealRequest.class).orThrow().reason(),
                        by))
                .chain(() -> reachable.get(id))
                .map(now -> Responses.of(SubmissionView.answer(200, now)));
    }

    @GET
    @Operation(
            operationId = "getSubmissionAppeal",
            summary = "Read an appeal",
            description =
                    "With the decision that it is against, as it was; what came of it is the submission's decision.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The appeal",
            content = @Content(schema = @Schema(implementation = Appeals.Appeal.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).chain(appeal::find).map(found -> Responses.of(Answer.of(200, found)));
    }
}
