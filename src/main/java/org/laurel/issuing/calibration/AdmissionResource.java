package org.laurel.issuing.calibration;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** Who may assess evidence for a micro-credential that has training items. */
@Path("/api/v1/achievements/{id}/admissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Training of assessors, planted items, and how well assessors agree.")
class AdmissionResource {
    private final ReachableItems reachable;
    private final TrainAssessor train;
    private final Trainings trainings;

    AdmissionResource(ReachableItems reachable, TrainAssessor train, Trainings trainings) {
        this.reachable = reachable;
        this.train = train;
        this.trainings = trainings;
    }

    /**
     * Who is admitted without training.
     *
     * @param assessor the id of their account
     * @param reason why, for the audit
     */
    record AdmissionRequest(String assessor, String reason) {
        AdmissionRequest {
            Bounds.text("assessor", assessor, 100);
            Bounds.text("reason", reason, 2000);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "admitAssessor",
            summary = "Admit an assessor by hand",
            description = "Without training, and with the reason, which the audit keeps.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AdmissionRequest.class),
                            example = "{\"assessor\":\"0-…\",\"reason\":\"Trained with the authors in May.\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Admitted",
            content = @Content(schema = @Schema(implementation = Trainings.Admitted.class)))
    @APIResponse(responseCode = "409", description = "They are admitted already")
    public Uni<Response> admit(@PathParam("id") String id, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .achievement(id)
                .chain(found -> {
                    AdmissionRequest request =
                            RecordReader.read(body, AdmissionRequest.class).orThrow();
                    return train.admit(found, request.assessor(), request.reason(), by);
                })
                .map(admitted -> Responses.of(Answer.of(201, admitted)));
    }

    @GET
    @Operation(
            operationId = "listAdmissions",
            summary = "List who was admitted",
            description = "By training, or by hand and why.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of admissions",
            content = @Content(example = "{\"items\":[{\"assessor\":\"0-…\",\"how\":\"training\"}]}"))
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .achievement(id)
                .chain(found -> trainings.admitted(found, Paging.request(limit, cursor)))
                .map(page -> Paging.response(page, uri));
    }
}
