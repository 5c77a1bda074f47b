package org.laurel.issuing.achievement;

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
import org.laurel.access.role.Scopes;
import org.laurel.issuing.achievement.AchievementDefinitions.Review;
import org.laurel.issuing.citation.CitationReport;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.problem.Violation;

/** The way of a micro-credential from a draft on the template through review. */
@Path("/api/v1/achievements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class ReviewResource {
    private final ReachableAchievements reachable;
    private final ReachableIssuers issuers;
    private final AchievementDefinitions definitions;
    private final ReviewAchievement review;
    private final Outbox outbox;

    ReviewResource(
            ReachableAchievements reachable,
            ReachableIssuers issuers,
            AchievementDefinitions definitions,
            ReviewAchievement review,
            Outbox outbox) {
        this.reachable = reachable;
        this.issuers = issuers;
        this.definitions = definitions;
        this.review = review;
        this.outbox = outbox;
    }

    /** What came of a review: {@code publish} or {@code request-changes}, with comments at parts of the template. */
    record AchievementReviewRequest(Review.Outcome outcome, List<Review.Comment> comments) {
        AchievementReviewRequest {
            if (outcome == Review.Outcome.CLOSED) {
                throw new IllegalArgumentException("outcome: expected publish or request-changes");
            }
            if (outcome == Review.Outcome.REQUEST_CHANGES && comments.isEmpty()) {
                throw new IllegalArgumentException(
                        "comments: expected at least one, so that the authors know what to change");
            }
            if (comments.size() > 100) {
                throw new IllegalArgumentException("comments: expected at most 100, got " + comments.size());
            }
        }
    }

    /** A fault of a citation. */
    record CitationView(String pointer, String fault, String detail) {
        static List<CitationView> all(CitationReport report) {
            return report.findings().stream()
                    .map(one -> new CitationView(
                            "/research" + one.pointer(), one.fault().toString(), one.detail()))
                    .toList();
        }
    }

    /**
     * What a draft lacks, and what is wrong with its research.
     *
     * @param complete whether nothing is missing, so that it can be handed in
     * @param errors all that is missing, in the words of the template
     * @param citations what the check of its citations found; a reviewer weighs it
     */
    record CompletenessView(boolean complete, List<Violation> errors, List<CitationView> citations) {
        static CompletenessView of(ReviewAchievement.Completeness judged) {
            return new CompletenessView(judged.lacks().isEmpty(), judged.lacks(), CitationView.all(judged.citations()));
        }
    }

    @GET
    @Path("/completeness")
    @Operation(
            operationId = "checkAchievement",
            summary = "What a draft still lacks",
            description =
                    "All that is missing, in the words of the template and by JSON Pointer into it, and what is wrong with"
                            + " the research it cites. 409 for one that was not drafted on the template.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = CompletenessView.class)))
    public Uni<Response> completeness(@PathParam("id") String id) {
        return reachable.get(id).chain(found -> issuers.get(found.issuerNo())
                .chain(issuer -> review.judge(found, issuer))
                .map(judged -> Responses.of(Answer.of(200, CompletenessView.of(judged)))));
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "submitAchievement",
            summary = "Hand a draft in for review",
            description = "422 names all that is missing. From then on it stays as it is until a reviewer decides.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Handed in",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> submit(@PathParam("id") String id) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> issuers.get(found.issuerNo())
                .chain(issuer -> review.submit(found, issuer, by)
                        .map(done -> Responses.of(AchievementView.answer(200, done, issuer)))));
    }

    @POST
    @Path("/reviews")
    @Operation(
            operationId = "reviewAchievement",
            summary = "Review a micro-credential",
            description =
                    "publish, which freezes it and signs the programme's endorsement of this version; or request-changes,"
                            + " with comments at the parts of the template. Members of the organisation do not review its work.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_REVIEW)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AchievementReviewRequest.class),
                            example = "{\"outcome\":\"request-changes\",\"comments\":[{\"pointer\":\"/research/1\","
                                    + "\"text\":\"This study is about another method.\"}]}"))
    @APIResponse(
            responseCode = "200",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> review(@PathParam("id") String id, byte[] body) {
        AchievementReviewRequest request =
                RecordReader.read(body, AchievementReviewRequest.class).orThrow();
        return reachable.get(id).chain(found -> issuers.get(found.issuerNo()).chain(issuer -> {
            AchievementDefinition.Drafted drafted = found.drafted();
            Review made = new Review(
                    issuers.caller().name(),
                    request.outcome(),
                    request.comments(),
                    review.now(),
                    drafted == null ? 0 : drafted.round());
            return review.review(found, issuer, made, issuers.caller().account())
                    .map(done -> Responses.of(AchievementView.answer(200, done, issuer)));
        }));
    }

    @GET
    @Path("/reviews")
    @Operation(
            operationId = "listAchievementReviews",
            summary = "Read the reviews of a micro-credential",
            description = "Oldest first: who, what came of it, and the comments at each part.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The reviews",
            content = @Content(example = "{\"items\":[{\"outcome\":\"request-changes\",\"comments\":[]}]}"))
    public Uni<Response> reviews(@PathParam("id") String id) {
        return reachable.get(id).chain(definitions::reviews).map(Paging::whole);
    }

    @GET
    @Path("/saves")
    @Operation(
            operationId = "listAchievementSaves",
            summary = "Read every save of a draft",
            description = "Newest first, at most 200: what it said, by whom and when.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "The saves",
            content = @Content(example = "{\"items\":[{\"version\":2,\"at\":\"2026-11-27T10:00:00Z\"}]}"))
    public Uni<Response> saves(@PathParam("id") String id) {
        return reachable.get(id).chain(definitions::saves).map(Paging::whole);
    }

    @GET
    @Path("/events")
    @Operation(
            operationId = "listAchievementEvents",
            summary = "Read what happened to a micro-credential",
            description = "Who did what, when; oldest first, at most 500.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "What happened",
            content = @Content(example = "{\"items\":[{\"type\":\"achievement.submitted\",\"actor\":\"0-…\"}]}"))
    public Uni<Response> events(@PathParam("id") String id) {
        return reachable
                .get(id)
                .chain(found -> outbox.about(found.issuerNo(), found.id()))
                .map(Paging::whole);
    }
}
