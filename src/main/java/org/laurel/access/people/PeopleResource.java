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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The management endpoint of people's accounts, for those who run the programme. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Accounts of people, their roles in the programme, and the links that let them in.")
class PeopleResource {
    private final Accounts accounts;
    private final AccountLinks links;
    private final CurrentCaller current;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    PeopleResource(Accounts accounts, AccountLinks links, CurrentCaller current, OnceOnly onceOnly, BaseUrl base) {
        this.accounts = accounts;
        this.links = links;
        this.current = current;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    /** Somebody whose address was proven elsewhere. */
    record AccountRequest(String name, EmailAddress email) {
        AccountRequest {
            name = Names.required(name);
        }
    }

    /** Whom an account becomes part of. */
    record MergeRequest(String into) {}

    @GET
    @Operation(
            operationId = "listPeople",
            summary = "List people",
            description = "Newest first; ?email= finds the one who has proven that address.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of people",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"id\":\"0-…\",\"name\":\"Ada\",\"emails\":[\"ada@example.org\"]}]}"))
    public Uni<Response> list(
            @QueryParam("email") @Nullable String email,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        if (email != null) {
            return accounts.findByAddress(address(email)).map(found -> Response.ok(Answer.write(Map.of(
                            "items", found.map(AccountView::of).map(List::of).orElse(List.of()))))
                    .build());
        }
        return accounts.list(Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(AccountView::of), uri));
    }

    private static EmailAddress address(String email) {
        try {
            return new EmailAddress(email);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    List.of(new Violation("?email", "invalid", "email: " + e.getMessage() + ".")));
        }
    }

    @POST
    @Operation(
            operationId = "createPerson",
            summary = "Make an account",
            description = "For somebody whose address you know to be theirs. They cannot sign in before a link to a"
                    + " password was made for them (recovery).")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AccountRequest.class),
                            example = "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = current.get().name();
        return onceOnly.run(OnceOnlyCall.of(by, key, "POST people", body), recorder -> {
            AccountRequest request =
                    RecordReader.read(body, AccountRequest.class).orThrow();
            return accounts.create(
                            new Accounts.NewAccount(request.name(), request.email(), Optional.empty(), by),
                            recorder.keeping(made -> AccountView.answer(201, made)))
                    .map(made -> AccountView.answer(201, made));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPerson", summary = "Read an account", description = "With its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_READ)
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return found(id).map(account -> Responses.of(AccountView.answer(200, account)));
    }

    @POST
    @Path("/{id}/recovery")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "recoverPerson",
            summary = "Make a link to a new password",
            description =
                    "For you to pass on, and sent to the account's oldest address where mail is set up; it works once, for a"
                            + " day. Using it ends all sessions of the account.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Uni<Response> recover(@PathParam("id") String id) {
        String by = current.get().name();
        return found(id)
                .chain(account -> links.recovery(active(account), by))
                .map(made -> Responses.of(LinkView.made(made, base)));
    }

    @POST
    @Path("/{id}/merge")
    @Operation(
            operationId = "mergePeople",
            summary = "Make an account part of another",
            description =
                    "Its addresses and roles go over, its sessions end, its password is forgotten. It cannot be undone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = MergeRequest.class),
                            example = "{\"into\":\"0-abcdefghijklmnopqrstuvwxyz\"}"))
    @APIResponse(
            responseCode = "200",
            description = "The account that is left",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> merge(@PathParam("id") String id, byte[] body) {
        String by = current.get().name();
        MergeRequest request = RecordReader.read(body, MergeRequest.class).orThrow();
        return found(id).chain(from -> accounts.find(request.into())
                .map(into -> into.orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID, List.of(new Violation("/into", "unknown", "There is no such account.")))))
                .chain(into -> accounts.merge(from, into, by))
                .map(left -> Responses.of(AccountView.answer(200, left))));
    }

    @DELETE
    @Path("/{id}/roles/{role}")
    @Operation(
            operationId = "removeProgrammeRole",
            summary = "Take a role in the programme away",
            description = "It stops counting at once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PEOPLE_WRITE)
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Response> removeRole(@PathParam("id") String id, @PathParam("role") String role) {
        String by = current.get().name();
        return found(id).chain(account -> Role.of(Role.Realm.PROGRAMME, role)
                .map(known -> accounts.remove(new Accounts.Removal(account, Organisation.PROGRAMME, known, true, by)))
                .orElse(Uni.createFrom().item(false))
                .map(removed -> Responses.removed(removed, "They do not have such a role.")));
    }

    private Uni<Account> found(String id) {
        return accounts.find(id)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such account.")));
    }

    private static Account active(Account account) {
        if (account.state() != Account.State.ACTIVE) {
            throw ProblemException.of(ProblemType.CONFLICT, "The account is " + account.state() + ".");
        }
        return account;
    }
}
