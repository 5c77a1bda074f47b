package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.AssessorDesk;
import org.laurel.issuing.submission.SubmissionDecision;
import org.laurel.issuing.submission.SubmissionDecision.Outcome;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** Where assessed evidence is decided on. */
@Path("/api/v1/assessments/{id}/decision")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Assessment", description = "Assessors score evidence on its rubric; of who handed it in nothing is shown.")
class AssessmentDecisionResource {
    private final AssessorDesk desk;
    private final AwardAssessed awardAssessed;

    AssessmentDecisionResource(AssessorDesk desk, AwardAssessed awardAssessed) {
        this.desk = desk;
        this.awardAssessed = awardAssessed;
    }

    /**
     * What is decided.
     *
     * @param outcome as the award rule says
     * @param feedback for the educator; needed when it goes back
     */
    record AssessmentDecisionRequest(
            Outcome outcome, @Nullable String feedback) {
        AssessmentDecisionRequest {
            Bounds.within("feedback", feedback, 10_000);
        }
    }

    @POST
    @Operation(
            operationId = "decideAssessment",
            summary = "Award, or send back",
            description =
                    "The award rule decides, and a person says it: \"award\" signs and hosts the badge, with the levels that were"
                            + " reached as its results; \"return\" sends the evidence back with feedback, to be handed in again. Who was"
                            + " awarded is not in the answer.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_READ)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AssessmentDecisionRequest.class),
                            example = "{\"outcome\":\"return\",\"feedback\":\"Show how the next lesson changed.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Decided; durable",
            content = @Content(schema = @Schema(implementation = SubmissionDecision.class)))
    @APIResponse(responseCode = "409", description = "The award rule says otherwise, or it is not to be decided now")
    public Uni<Response> decide(@PathParam("id") String id, byte[] body) {
        Assessor assessor = desk.assessor();
        AssessmentDecisionRequest request =
                RecordReader.read(body, AssessmentDecisionRequest.class).orThrow();
        return desk.get(id)
                .chain(read -> awardAssessed.decide(read, request.outcome(), request.feedback(), assessor))
                .map(decision -> Responses.of(Answer.of(200, decision)));
    }
}
