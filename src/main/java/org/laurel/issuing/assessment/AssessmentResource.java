package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Choices;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** The assessors' desk. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Assessment", description = "Assessors score evidence on its rubric; of who handed it in nothing is shown.")
class AssessmentResource {
    private static final String SCORES =
            "{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\",\"feedback\":\"The next lesson changed.\"}]}";

    private final AssessorDesk desk;
    private final Assessments assessments;
    private final ScoreEvidence scoreEvidence;
    private final Clock clock;

    AssessmentResource(AssessorDesk desk, Assessments assessments, ScoreEvidence scoreEvidence, Clock clock) {
        this.desk = desk;
        this.assessments = assessments;
        this.scoreEvidence = scoreEvidence;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listAssessments",
            summary = "The assessor's queue",
            description =
                    "At all organisations where you assess, what was handed in first before the rest; what is open unless"
                            + " ?state= says otherwise. ?late=true: the promised day is over; ?mine=true: what you have taken. Your own"
                            + " work, and what you declared that you know, is not in it. \"training\" says for which"
                            + " micro-credentials you first have to score training items, \"workload\" how much waits for you.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments, without the evidence",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50", schema = @Schema(implementation = String.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("late") @Nullable Boolean late,
            @QueryParam("mine") @Nullable Boolean mine,
            @Context UriInfo uri) {
        long account = desk.assessor().account();
        var query = uri.getQueryParameters();
        Assessments.Wanted wanted = new Assessments.Wanted(
                account,
                desk.issuers(),
                Choices.read("state", state, AssessmentState.class),
                Boolean.TRUE.equals(late),
                Boolean.TRUE.equals(mine));
        return assessments
                .queue(wanted, Paging.request(query.getFirst("limit"), query.getFirst("cursor")))
                .map(page -> page.map(one -> AssessmentView.of(one, account, clock.instant(), null)))
                .chain(page -> desk.beside()
                        .map(beside -> Paging.response(page, uri, next -> QueueView.of(page.items(), next, beside))));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getAssessment",
            summary = "Read an assessment",
            description =
                    "With the evidence for who has taken it; how others scored it is told once that can sway nobody.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The assessment",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        Assessor assessor = desk.assessor();
        return desk.get(id).chain(read -> shown(read, assessor));
    }

    @POST
    @Path("/{id}/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "claimAssessment",
            summary = "Take an assessment",
            description =
                    "For as long as the organisation says; again to prolong it. Where two assessors score it, each scores for"
                            + " themselves.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_SCORE)
    @APIResponse(
            responseCode = "200",
            description = "Yours, with the evidence",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "All places are taken, or it is not to be scored now")
    public Uni<Response> claim(@PathParam("id") String id) {
        return claim(id, false);
    }

    @POST
    @Path("/{id}/adjudication/claim")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "claimAdjudication",
            summary = "Take an assessment whose assessors differ",
            description = "With the evidence, and with the scores of both.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_ADJUDICATE)
    @APIResponse(
            responseCode = "200",
            description = "Yours, with the evidence",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "The assessors do not differ, or somebody else has taken it")
    public Uni<Response> claimAdjudication(@PathParam("id") String id) {
        return claim(id, true);
    }

    private Uni<Response> claim(String id, boolean adjudicates) {
        Assessor assessor = desk.assessor();
        return desk.get(id)
                .chain(read -> scoreEvidence.claim(read, assessor, adjudicates))
                .chain(taken -> shown(taken, assessor));
    }

    @POST
    @Path("/{id}/recusal")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "recuseAssessment",
            summary = "Say that you know whose work it is",
            description = "It goes back to the queue, and never comes to you again.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_READ)
    @APIResponse(responseCode = "204", description = "It is for somebody else")
    public Uni<Response> recuse(@PathParam("id") String id) {
        Assessor assessor = desk.assessor();
        return desk.get(id).chain(read -> assessments.recuse(read, assessor)).map(done -> Response.noContent()
                .build());
    }

    @POST
    @Path("/{id}/scores")
    @Operation(
            operationId = "scoreAssessment",
            summary = "Score evidence",
            description =
                    "A level for each criterion of each part that was answered, once and for all. Where two assessors differ"
                            + " on what passes, an adjudicator decides between them; where they agree, the lower level counts.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ScoresRequest.class), example = SCORES))
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_SCORE)
    @APIResponse(
            responseCode = "200",
            description = "Scored",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "It is not yours to score now")
    public Uni<Response> score(@PathParam("id") String id, byte[] body) {
        return score(id, body, false);
    }

    @POST
    @Path("/{id}/adjudication")
    @Operation(
            operationId = "adjudicateAssessment",
            summary = "Decide between two assessors",
            description = "A level for each criterion, which counts from then on.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ScoresRequest.class), example = SCORES))
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_ADJUDICATE)
    @APIResponse(
            responseCode = "200",
            description = "Scored",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "It is not yours to decide now")
    public Uni<Response> adjudicate(@PathParam("id") String id, byte[] body) {
        return score(id, body, true);
    }

    private Uni<Response> score(String id, byte[] body, boolean adjudicates) {
        Assessor assessor = desk.assessor();
        ScoresRequest request = RecordReader.read(body, ScoresRequest.class).orThrow();
        return desk.get(id)
                .chain(read -> scoreEvidence.score(read, assessor, request.given(), adjudicates))
                .chain(scored -> shown(scored, assessor));
    }

    private Uni<Response> shown(Assessment assessment, Assessor assessor) {
        boolean seated = assessment
                .seatOf(assessor.account())
                .filter(seat -> seat.holds(clock.instant()))
                .isPresent();
        return (seated
                        ? scoreEvidence
                                .shown(assessment)
                                .map(shown -> AssessmentView.of(assessment, assessor.account(), clock.instant(), shown))
                        : Uni.createFrom()
                                .item(AssessmentView.of(assessment, assessor.account(), clock.instant(), null)))
                .map(view -> Responses.of(Answer.of(200, view)));
    }
}
