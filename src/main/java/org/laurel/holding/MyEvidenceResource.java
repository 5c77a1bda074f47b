package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.issuing.showing.ShownEvidence.Shown;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The evidence that one's own badge shows: opened and closed by who holds it. */
@Path("/api/v1/people/me/badges/{award}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Holding")
class MyEvidenceResource {
    private final HeldByMe mine;
    private final ShownEvidence shownEvidence;

    MyEvidenceResource(HeldByMe mine, ShownEvidence shownEvidence) {
        this.mine = mine;
        this.shownEvidence = shownEvidence;
    }

    /** Whether everybody who has the badge may read it from now on. */
    record EvidenceAccessRequest(EvidenceAccess access) {}

    /** All that it shows. */
    record ShownList(List<Shown> items) {}

    @GET
    @Operation(
            operationId = "listMyEvidence",
            summary = "List what one's own badge shows of the evidence",
            description = "As it was agreed to when it was handed in, and whether it can be read now.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "What it shows",
            content = @Content(schema = @Schema(implementation = ShownList.class)))
    public Uni<Response> list(@PathParam("award") String award) {
        return mine.get(award).chain(this::shown);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeMyEvidence",
            summary = "Open or close evidence that one's own badge shows",
            description =
                    "What is closed answers 403, \"closed by the holder\", until it is opened again; the badge stays as it is and"
                            + " verifies as before. 410 when it was erased.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = EvidenceAccessRequest.class),
                            example = "{\"access\":\"closed\"}"))
    @APIResponse(
            responseCode = "200",
            description = "What it shows now",
            content = @Content(schema = @Schema(implementation = ShownList.class)))
    public Uni<Response> change(@PathParam("award") String award, @PathParam("id") String id, byte[] body) {
        String by = mine.name();
        EvidenceAccessRequest request =
                RecordReader.read(body, EvidenceAccessRequest.class).orThrow();
        return mine.get(award).chain(badge -> shownEvidence
                .change(badge.named(), id, request.access().access(), by)
                .invoke(changed -> {
                    if (!changed) {
                        throw ProblemException.of(ProblemType.NOT_FOUND, "The badge shows no such evidence.");
                    }
                })
                .chain(() -> shown(badge)));
    }

    private Uni<Response> shown(HeldBadge badge) {
        return shownEvidence.of(badge.named()).map(items -> Responses.of(Answer.of(200, new ShownList(items))));
    }
}
