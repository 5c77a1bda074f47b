package org.laurel.finding.figures;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;

/** The figures of an organisation, for those who answer for it: assessors would learn from them what was planted. */
@Path("/api/v1/issuers/{issuer}/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Training of assessors, planted items, and how well assessors agree.")
class FiguresResource {
    private final ReachableIssuers reachable;
    private final Figures figures;

    FiguresResource(ReachableIssuers reachable, Figures figures) {
        this.reachable = reachable;
        this.figures = figures;
    }

    @GET
    @Operation(
            operationId = "getFigures",
            summary = "How an organisation assesses, in figures",
            description =
                    "In all, by micro-credential, by assessor and criterion: how long decisions take, how many pass, how often two"
                            + " assessors agree, and quadratic-weighted kappa against the known levels of planted items. What nothing is"
                            + " known for is null. \"alarm\": of the last 30 planted scores fewer than 80 of a hundred agree.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.EVENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = IssuerFigures.class)))
    public Uni<Response> get(@PathParam("issuer") String issuer) {
        return reachable
                .get(issuer)
                .chain(found -> figures.of(found.number()))
                .map(all -> Responses.of(Answer.of(200, all)));
    }
}
