package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Slug;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** What screeners do with applications. */
@Path("/api/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class ScreeningResource {
    private static final int LONGEST = 10_000;

    private final ReachableApplications reachable;
    private final Screeners screeners;
    private final Decide decide;

    ScreeningResource(ReachableApplications reachable, Screeners screeners, Decide decide) {
        this.reachable = reachable;
        this.screeners = screeners;
        this.decide = decide;
    }

    /** Every criterion of the rubric, scored and commented. */
    record ReviewRequest(List<Application.CriterionScore> scores) {}

    /** Why one may not score. */
    record ConflictRequest(String reason) {
        ConflictRequest {
            Bounds.text("reason", reason, LONGEST);
        }
    }

    /** What is decided, why, and for an accepted organisation its name in URLs. */
    record DecisionRequest(
            ApplicationOutcome outcome,
            String reasons,
            @Nullable Slug slug) {
        DecisionRequest {
            Bounds.text("reasons", reasons, LONGEST);
        }
    }

    @POST
    @Path("/reviews")
    @Operation(
            operationId = "scoreApplication",
            summary = "Score an application",
            description =
                    "By the rubric's edition that counted when it was handed in, each criterion with a comment. Two"
                            + " screeners score; where they differ by more than the rubric allows, a third scores and decides.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_SCREEN)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewRequest.class),
                            example = "{\"scores\":[{\"criterion\":\"mission\",\"score\":2,\"comment\":\"Clear.\"}]}"))
    @APIResponse(
            responseCode = "201",
            description = "Scored",
            content = @Content(schema = @Schema(implementation = ApplicationView.ScoreView.class)))
    public Uni<Response> score(@PathParam("id") String id, byte[] body) {
        long account = reachable.account();
        ReviewRequest request = RecordReader.read(body, ReviewRequest.class).orThrow();
        return reachable
                .get(id)
                .chain(found -> screeners.score(found, account, request.scores()))
                .map(score -> Responses.of(Answer.of(201, ApplicationView.ScoreView.of(score))));
    }

    @POST
    @Path("/conflicts")
    @Operation(
            operationId = "declareConflict",
            summary = "Declare a conflict of interest",
            description =
                    "You will not score it, and what you scored in this round no longer counts. Who is affiliated with"
                            + " the applicant is kept out without it.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_SCREEN)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ConflictRequest.class),
                            example = "{\"reason\":\"I worked there until 2024.\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = ApplicationView.ConflictView.class)))
    public Uni<Response> conflict(@PathParam("id") String id, byte[] body) {
        long account = reachable.account();
        ConflictRequest request = RecordReader.read(body, ConflictRequest.class).orThrow();
        return reachable
                .get(id)
                .chain(found -> screeners.declare(found, account, request.reason()))
                .map(made -> Responses.of(Answer.of(201, ApplicationView.ConflictView.of(made))));
    }

    @POST
    @Path("/decision")
    @Operation(
            operationId = "decideApplication",
            summary = "Decide on an application",
            description =
                    "accept, request-changes or decline, with reasons that the applicant reads. Accepting makes the"
                            + " organisation, its did:web and keys, makes the applicant its owner, and signs the programme's endorsement"
                            + " of its Profile: all of it, or nothing.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_SCREEN)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionRequest.class),
                            example = "{\"outcome\":\"accept\",\"reasons\":\"Sound research, trained assessors.\","
                                    + "\"slug\":\"oak-hill\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> decide(@PathParam("id") String id, byte[] body) {
        DecisionRequest request = RecordReader.read(body, DecisionRequest.class).orThrow();
        Decide.Wanted wanted = new Decide.Wanted(
                request.outcome(),
                request.reasons(),
                request.slug(),
                reachable.caller().account(),
                reachable.caller().name());
        return reachable
                .get(id)
                .chain(found -> {
                    if (reachable.owns(found)) {
                        throw ProblemException.of(ProblemType.CONFLICT, "It is your own application.");
                    }
                    return decide.decide(found, wanted);
                })
                .chain(issuer -> reachable
                        .get(id)
                        .map(found -> Responses.of(Answer.of(
                                200,
                                new DecidedView(
                                        found.id(),
                                        found.state(),
                                        issuer.map(Issuer::slug)
                                                .map(Slug::value)
                                                .orElse(null),
                                        issuer.map(Issuer::did).orElse(null))))));
    }

    /** What came of it: the organisation that was let in, if one was. */
    record DecidedView(
            String id,
            ApplicationState state,
            @Nullable String issuer,
            @Nullable String did) {}
}
