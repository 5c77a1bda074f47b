package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;

/** The management endpoint of invitations into the programme's own roles. */
@Path("/api/v1/people/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class InvitationResource {
    private final AccountLinks links;
    private final CurrentCaller current;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    InvitationResource(AccountLinks links, CurrentCaller current, OnceOnly onceOnly, BaseUrl base) {
        this.links = links;
        this.current = current;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    @POST
    @Operation(
            operationId = "invitePerson",
            summary = "Invite somebody into the programme",
            description =
                    "As administrator, screener, reviewer or educator, who may apply for an organisation. The link is for you to pass on, and sent to the address where mail is set up; it works once, for"
                            + " seven days. Who uses it has proven the address.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = InvitationRequest.class),
                            example = "{\"email\":\"grace@example.org\",\"role\":\"screener\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Uni<Response> invite(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = current.get().name();
        return onceOnly.run(OnceOnlyCall.of(by, key, "POST invitations", body), recorder -> {
            InvitationRequest request =
                    RecordReader.read(body, InvitationRequest.class).orThrow();
            return links.invite(
                            request.gift(Organisation.PROGRAMME, Role.in(Role.Realm.PROGRAMME)),
                            request.email(),
                            by,
                            recorder.keeping(made -> LinkView.made(made, base)))
                    .map(made -> LinkView.made(made, base));
        });
    }

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations into the programme",
            description = "Those that can still be used, newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of invitations",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"id\":\"0-…\",\"role\":\"screener\",\"email\":\"grace@example.org\"}]}"))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return links.open(Organisation.PROGRAMME, Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(LinkView::of), uri));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Take an invitation back",
            description = "Its link stops working at once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @APIResponse(responseCode = "204", description = "Taken back")
    public Uni<Response> withdraw(@PathParam("id") String id) {
        return links.withdraw(Organisation.PROGRAMME, id)
                .map(done -> Responses.removed(done, "There is no such invitation that can still be used."));
    }
}
