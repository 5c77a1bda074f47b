package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Paging;
import org.laurel.shared.letter.Letters;

/** What became of the programme's own letters. */
@Path("/api/v1/people/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class PeopleLetterResource {
    private final Letters letters;

    PeopleLetterResource(Letters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(
            operationId = "listProgrammeLetters",
            summary = "What became of the programme's letters",
            description =
                    "Invitations into its roles, links to new passwords, and what applicants are told; newest first,"
                            + " without addresses. Filters: state (waiting, sent, refused, failed or dropped), subject.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"kind\":\"member.invited\",\"subject\":\"0-…\",\"state\":\"sent\"}]}"))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return letters.list(0, Letters.Filter.of(state, subject), Paging.request(limit, cursor))
                .map(page -> Paging.response(page, uri));
    }
}
