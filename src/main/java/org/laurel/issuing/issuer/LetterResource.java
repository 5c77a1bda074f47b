package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Paging;
import org.laurel.shared.letter.Letters;

/** What became of an issuer's letters. */
@Path("/api/v1/issuers/{issuer}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class LetterResource {
    private final ReachableIssuers reachable;
    private final Letters letters;

    LetterResource(ReachableIssuers reachable, Letters letters) {
        this.reachable = reachable;
        this.letters = letters;
    }

    @GET
    @Operation(
            operationId = "listLetters",
            summary = "What became of an issuer's letters",
            description =
                    "To recipients, members and authors; newest first, without addresses. Filters: state (waiting,"
                            + " sent, refused, failed or dropped), subject (the id of an award, say). Refused is what the mail"
                            + " server would not take; failed, what could not be sent for three days.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.EVENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"kind\":\"credential.awarded\",\"subject\":\"1-…\",\"state\":\"refused\",\"answer\":\"550\"}]}"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            example = "refused",
            schema = @Schema(implementation = String.class))
    @Parameter(name = "subject", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50", schema = @Schema(implementation = String.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public Uni<Response> list(@PathParam("issuer") String issuer, @Context UriInfo uri) {
        var query = uri.getQueryParameters();
        Letters.Filter filter = Letters.Filter.of(query.getFirst("state"), query.getFirst("subject"));
        return reachable
                .get(issuer)
                .chain(found -> letters.list(
                        found.number(), filter, Paging.request(query.getFirst("limit"), query.getFirst("cursor"))))
                .map(page -> Paging.response(page, uri));
    }
}
