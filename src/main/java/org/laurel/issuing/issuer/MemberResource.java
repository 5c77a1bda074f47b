package org.laurel.issuing.issuer;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.access.people.AccountLinks;
import org.laurel.access.people.Accounts;
import org.laurel.access.people.InvitationRequest;
import org.laurel.access.people.LinkView;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scope;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The management endpoint of an issuer's members: who does what for it. */
@Path("/api/v1/issuers/{issuer}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Members", description = "People of an organisation, and their roles in it.")
class MemberResource {
    private final ReachableIssuers reachable;
    private final Accounts accounts;
    private final AccountLinks links;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    MemberResource(ReachableIssuers reachable, Accounts accounts, AccountLinks links, OnceOnly onceOnly, BaseUrl base) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.links = links;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "List members",
            description = "Newest first, each with their roles here.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of members",
            content = @Content(example = "{\"items\":[{\"person\":\"0-…\",\"name\":\"Ada\",\"roles\":[\"owner\"]}]}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable.get(issuer).chain(found -> accounts.members(organisation(found), Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(one -> MemberView.of(one, found.number())), uri)));
    }

    @POST
    @Operation(
            operationId = "inviteMember",
            summary = "Invite somebody into an organisation",
            description =
                    "As owner, author, assessor, adjudicator or awarder; into an organisation that recognises as owner. The link is for you to pass on, and sent to the address where mail is set up; it works"
                            + " once, for seven days. Who uses it has proven the address.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = InvitationRequest.class),
                            example = "{\"email\":\"grace@example.org\",\"role\":\"author\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Uni<Response> invite(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found -> onceOnly.run(OnceOnlyCall.of(by, key, "POST members " + found.id(), body), recorder -> {
                    InvitationRequest request =
                            RecordReader.read(body, InvitationRequest.class).orThrow();
                    return links.invite(
                                    request.gift(organisation(found), roles(found)),
                                    request.email(),
                                    by,
                                    recorder.keeping(made -> LinkView.made(made, base)))
                            .map(made -> LinkView.made(made, base));
                }));
    }

    @GET
    @Path("/invitations")
    @Operation(
            operationId = "listMemberInvitations",
            summary = "List invitations into an organisation",
            description = "Those that can still be used, newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of invitations",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"id\":\"0-…\",\"role\":\"author\",\"email\":\"grace@example.org\"}]}"))
    public Uni<Response> invitations(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .get(issuer)
                .chain(found -> links.open(organisation(found), Paging.request(limit, cursor)))
                .map(page -> Paging.response(page.map(LinkView::of), uri));
    }

    @DELETE
    @Path("/invitations/{invitation}")
    @Operation(
            operationId = "withdrawMemberInvitation",
            summary = "Take an invitation back",
            description = "Its link stops working at once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_WRITE)
    @APIResponse(responseCode = "204", description = "Taken back")
    public Uni<Response> withdraw(@PathParam("issuer") String issuer, @PathParam("invitation") String invitation) {
        return reachable
                .get(issuer)
                .chain(found -> links.withdraw(organisation(found), invitation))
                .map(done -> Responses.removed(done, "There is no such invitation that can still be used."));
    }

    @DELETE
    @Path("/{person}/roles/{role}")
    @Operation(
            operationId = "removeMember",
            summary = "Take a role away",
            description = "It stops counting at once. The only owner cannot be removed but by the programme.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.MEMBER_WRITE)
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Response> remove(
            @PathParam("issuer") String issuer, @PathParam("person") String person, @PathParam("role") String role) {
        Caller caller = reachable.caller();
        boolean programme = caller.everywhere().contains(Scope.MEMBER_WRITE);
        return reachable
                .get(issuer)
                .chain(found -> accounts.find(person)
                        .chain(account -> account.isEmpty()
                                ? Uni.createFrom().item(false)
                                : Role.of(Role.Realm.ISSUER, role)
                                        .map(known -> accounts.remove(new Accounts.Removal(
                                                account.get(), organisation(found), known, programme, caller.name())))
                                        .orElse(Uni.createFrom().item(false))))
                .map(done -> Responses.removed(done, "There is no such member with this role."));
    }

    /** Which there are in it; the programme's own are given elsewhere. */
    private static Set<Role> roles(Issuer issuer) {
        return switch (issuer.kind()) {
            case ISSUER -> Role.in(Role.Realm.ISSUER);
            case RECOGNISER -> Set.of(Role.OWNER);
            case PROGRAMME ->
                throw ProblemException.of(
                        ProblemType.CONFLICT,
                        "It is the programme, whose people are invited by POST /api/v1/people/invitations.");
        };
    }

    private static Organisation organisation(Issuer issuer) {
        return new Organisation(issuer.number(), issuer.id());
    }
}
