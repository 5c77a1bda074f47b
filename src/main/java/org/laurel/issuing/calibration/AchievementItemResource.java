package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.assessment.RubricRule;
import org.laurel.issuing.submission.PlantedEvidence;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The training items and planted items of a micro-credential, for those who draft it. */
@Path("/api/v1/achievements/{id}/calibration-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Training of assessors, planted items, and how well assessors agree.")
class AchievementItemResource {
    private final ReachableItems reachable;
    private final CalibrationItems items;
    private final OnceOnly onceOnly;

    AchievementItemResource(ReachableItems reachable, CalibrationItems items, OnceOnly onceOnly) {
        this.reachable = reachable;
        this.items = items;
        this.onceOnly = onceOnly;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addCalibrationItem",
            summary = "Add evidence whose true levels are known",
            description =
                    "Of a published version: \"training\" for assessors before they get evidence, \"planted\" for their queue."
                            + " It has to be what an educator could hand in, and its truth has a level for each criterion of what is"
                            + " answered. Who adds it never gets it to score.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CalibrationItemRequest.class),
                            example =
                                    "{\"kind\":\"training\",\"answers\":[{\"part\":\"overview\",\"text\":\"My class …\"}],"
                                            + "\"statements\":{\"ownWork\":true,\"pupilsConsent\":\"given\",\"aiUse\":\"none\"},"
                                            + "\"truth\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\","
                                            + "\"feedback\":\"The next lesson changed.\"}]}"))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = CalibrationItemView.class)))
    @APIResponse(responseCode = "409", description = "Its rubric may still change, or there is none")
    public Uni<Response> add(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        Caller caller = reachable.caller();
        return onceOnly.run(
                OnceOnlyCall.of(caller.name(), key, "POST calibration-items " + id, body),
                recorder -> reachable.achievement(id).chain(found -> {
                    CalibrationItemRequest request = RecordReader.read(body, CalibrationItemRequest.class)
                            .orThrow();
                    requireWhole(found, request);
                    return items.add(
                                    found,
                                    new CalibrationItems.Fresh(
                                            request.kind(),
                                            request.content(),
                                            request.levels(),
                                            caller.account(),
                                            caller.name()),
                                    recorder.keeping(made -> CalibrationItemView.answer(201, made)))
                            .map(made -> CalibrationItemView.answer(201, made));
                }));
    }

    private static void requireWhole(AchievementDefinition achievement, CalibrationItemRequest request) {
        MicroCredentialTemplate template = ReachableItems.frozen(achievement);
        List<Violation> faults = new ArrayList<>(PlantedEvidence.faults(template, request.content()));
        new RubricRule(template)
                .faults(request.levels(), PlantedEvidence.blind(request.content(), achievement.updatedAt()))
                .forEach(fault -> faults.add(new Violation(
                        fault.pointer().replaceFirst("^/scores", "/truth"), fault.code(), fault.detail())));
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
    }

    @GET
    @Operation(
            operationId = "listCalibrationItems",
            summary = "List training items and planted items",
            description = "Newest first, with their truth; for those who draft, never for assessors.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"kind\":\"training\",\"state\":\"active\"}]}"))
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .achievement(id)
                .chain(found -> items.list(found, Paging.request(limit, cursor)))
                .map(page -> Paging.response(page.map(CalibrationItemView::of), uri));
    }
}
