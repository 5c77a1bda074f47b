package org.laurel.issuing.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.AssessorDesk;
import org.laurel.issuing.assessment.ScoresRequest;
import org.laurel.issuing.submission.BlindSubmission;
import org.laurel.issuing.submission.PlantedEvidence;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** Where assessors train before evidence comes to them. */
@Path("/api/v1/achievements/{id}/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Training of assessors, planted items, and how well assessors agree.")
class TrainingResource {
    private final ReachableItems reachable;
    private final AssessorDesk desk;
    private final TrainAssessor train;
    private final Trainings trainings;

    TrainingResource(ReachableItems reachable, AssessorDesk desk, TrainAssessor train, Trainings trainings) {
        this.reachable = reachable;
        this.desk = desk;
        this.train = train;
        this.trainings = trainings;
    }

    /**
     * A training item, as assessors see it.
     *
     * @param id its id
     * @param evidence what it says
     * @param scored whether the assessor has scored it
     * @param agreement on which share of its criteria they agree with the truth
     * @param truth the true levels, and why; absent before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrainingItemView(
            String id,
            BlindSubmission evidence,
            boolean scored,
            @Nullable Double agreement,
            @Nullable List<CriterionScore> truth) {}

    @GET
    @Operation(
            operationId = "getTraining",
            summary = "How far you are with the training",
            description =
                    "Where a micro-credential has training items, its evidence comes to assessors who have scored enough of them"
                            + " well enough.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_SCORE)
    @APIResponse(
            responseCode = "200",
            description = "What there is to score, and how far you are",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        Assessor assessor = desk.assessor();
        return reachable
                .achievement(id)
                .chain(found -> train.state(found, assessor))
                .map(state -> Responses.of(Answer.of(200, TrainingView.of(id, state))));
    }

    @GET
    @Path("/{item}")
    @Operation(
            operationId = "getTrainingItem",
            summary = "Read a training item",
            description = "With the truth once you have scored it.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_SCORE)
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = TrainingItemView.class)))
    public Uni<Response> item(@PathParam("id") String id, @PathParam("item") String item) {
        Assessor assessor = desk.assessor();
        return reachable.achievement(id).chain(found -> training(found, item)).chain(read -> trainings
                .scored(read, assessor.account())
                .map(levels -> {
                    long same = levels.stream()
                            .filter(level -> level.given() == level.truth())
                            .count();
                    boolean scored = !levels.isEmpty();
                    return Responses.of(Answer.of(
                            200,
                            new TrainingItemView(
                                    read.id(),
                                    PlantedEvidence.blind(read.content(), read.madeAt()),
                                    scored,
                                    scored ? (Double) ((double) same / levels.size()) : null,
                                    scored ? read.truth() : null)));
                }));
    }

    @POST
    @Path("/{item}/scores")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "scoreTrainingItem",
            summary = "Score a training item",
            description =
                    "As evidence is scored, once and for all; then its truth can be read. Who has scored enough items well enough"
                            + " is admitted.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ASSESSMENT_SCORE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ScoresRequest.class),
                            example =
                                    "{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\",\"feedback\":\"The next lesson changed.\"}]}"))
    @APIResponse(
            responseCode = "200",
            description = "How far you are",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "409", description = "You have scored it already, or it is retired")
    public Uni<Response> score(@PathParam("id") String id, @PathParam("item") String item, byte[] body) {
        Assessor assessor = desk.assessor();
        ScoresRequest request = RecordReader.read(body, ScoresRequest.class).orThrow();
        return reachable.achievement(id).chain(found -> training(found, item)
                .chain(read -> train.score(read, found, request.given(), assessor))
                .map(state -> Responses.of(Answer.of(200, TrainingView.of(id, state)))));
    }

    /** Planted items do not exist for assessors. */
    private Uni<CalibrationItem> training(AchievementDefinition achievement, String item) {
        return reachable.item(item).invoke(read -> {
            if (read.kind() != CalibrationItem.Kind.TRAINING
                    || !read.achievement().equals(achievement.id())) {
                throw ReachableItems.none();
            }
        });
    }
}
