package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** The management endpoint of recipients. */
@Path("/api/v1/recipients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients", description = "People who were awarded.")
class RecipientResource {
    private final ReachableIssuers issuers;
    private final Recipients recipients;
    private final Awards awards;
    private final RecipientExport export;

    RecipientResource(ReachableIssuers issuers, Recipients recipients, Awards awards, RecipientExport export) {
        this.export = export;
        this.issuers = issuers;
        this.recipients = recipients;
        this.awards = awards;
    }

    @DELETE
    @Operation(
            operationId = "eraseRecipient",
            summary = "Erase a person",
            description =
                    "Destroys the key that everything about this person lies under: name, addresses, and every badge"
                            + " they got from this issuer, whose links answer 410 from then on, with the evidence that they were"
                            + " awarded for. It cannot be undone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "409", description = "They are held; the answer says by whom, since when and why")
    public Uni<Response> erase(@PathParam("id") String id) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(recipients::find)
                .orElseThrow(RecipientResource::none)
                .map(found -> found.orElseThrow(RecipientResource::none))
                .chain(person -> awards.erase(person.issuerNo(), person.number(), caller.name()))
                .replaceWith(Response.noContent().build());
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportRecipient",
            summary = "Everything that is kept about a recipient",
            description =
                    "Who they are and all their awards, to answer who asks what is kept about them, as JSON; by Accept:"
                            + " application/zip with every badge in each of its forms. Evidence is not in it: it is its educator's, who"
                            + " exports it with their account, or by the program that handed it in.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "The data",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        example = "{\"id\":\"1-…\",\"recipient\":{\"email\":\"ada@example.org\"},\"awards\":[]}"),
                @Content(mediaType = "application/zip", example = "the bytes of a ZIP")
            })
    public Uni<Response> export(@PathParam("id") String id) {
        return export.of(issuers.caller(), id).map(found -> Response.ok(found.json())
                .header("Content-Disposition", "attachment; filename=\"laurel-recipient.json\"")
                .build());
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such recipient.");
    }
}
