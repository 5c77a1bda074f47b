package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    RecipientResource(ReachableIssuers issuers, Recipients recipients, Awards awards) {
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
                            + " they got from this issuer, whose links answer 410 from then on. It cannot be undone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @APIResponse(responseCode = "204", description = "Erased")
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

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such recipient.");
    }
}
