package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Responses;

/** One training item or planted item. */
@Path("/api/v1/calibration-items/{item}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Training of assessors, planted items, and how well assessors agree.")
class CalibrationItemResource {
    private final ReachableItems reachable;
    private final CalibrationItems items;
    private final Planting planting;

    CalibrationItemResource(ReachableItems reachable, CalibrationItems items, Planting planting) {
        this.reachable = reachable;
        this.items = items;
        this.planting = planting;
    }

    @GET
    @Operation(
            operationId = "getCalibrationItem",
            summary = "Read a training item or planted item",
            description = "With its truth; for those who draft, never for assessors.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = CalibrationItemView.class)))
    public Uni<Response> get(@PathParam("item") String item) {
        return reachable.item(item).map(CalibrationItemResource::shown);
    }

    @POST
    @Path("/retire")
    @Operation(
            operationId = "retireCalibrationItem",
            summary = "Take an item out of use",
            description = "Its copies leave the queue; what was scored on it goes on counting.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Out of use",
            content = @Content(schema = @Schema(implementation = CalibrationItemView.class)))
    public Uni<Response> retire(@PathParam("item") String item) {
        String by = reachable.caller().name();
        return reachable.item(item).chain(read -> items.retire(read, by)).map(CalibrationItemResource::shown);
    }

    @POST
    @Path("/plant")
    @Operation(
            operationId = "plantCalibrationItem",
            summary = "Plant an item in the queue now",
            description =
                    "Items come into the queue by themselves, as many on a hundred submissions as the terms say; this does so at"
                            + " once. One copy of an item waits at a time, and nobody gets an item twice.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(responseCode = "204", description = "It waits in the queue")
    @APIResponse(responseCode = "409", description = "It is no planted item, waits already, or everybody has scored it")
    public Uni<Response> plant(@PathParam("item") String item) {
        String by = reachable.caller().name();
        return reachable
                .item(item)
                .chain(read -> reachable.of(read).chain(achievement -> planting.plant(read, achievement, by)))
                .map(done -> Response.noContent().build());
    }

    private static Response shown(CalibrationItem item) {
        return Responses.of(CalibrationItemView.answer(200, item));
    }
}
