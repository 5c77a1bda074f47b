package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** What became of the research since a micro-credential was published. */
@Path("/api/v1/achievements/{id}/citations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class CitationReportResource {
    private final ReachableAchievements reachable;
    private final CitationReports reports;

    CitationReportResource(ReachableAchievements reachable, CitationReports reports) {
        this.reachable = reachable;
        this.reports = reports;
    }

    /** What could not be looked at, which is no fault. */
    record UncheckedView(String pointer, String why) {}

    /**
     * What was found the last time.
     *
     * @param checkedAt when
     * @param citations every fault
     * @param unchecked what could not be looked at
     */
    record WatchedView(Instant checkedAt, List<ReviewResource.CitationView> citations, List<UncheckedView> unchecked) {
        static WatchedView of(CitationReports.Kept kept) {
            return new WatchedView(
                    kept.checkedAt(),
                    ReviewResource.CitationView.all(kept.report()),
                    kept.report().unchecked().stream()
                            .map(one -> new UncheckedView("/research/" + one.index(), one.why()))
                            .toList());
        }
    }

    @GET
    @Operation(
            operationId = "getAchievementCitations",
            summary = "What became of its research",
            description =
                    "Published micro-credentials on the template are looked at again on a schedule, where a register of"
                            + " works is set: what was found the last time. A fault that is new is an event of the organisation's,"
                            + " achievement.citations-faulted. 404 while nobody has looked.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = WatchedView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).chain(reports::find).map(found -> found.map(
                        kept -> Responses.of(Answer.of(200, WatchedView.of(kept))))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "Its research has not been looked at since it was published.")));
    }
}
