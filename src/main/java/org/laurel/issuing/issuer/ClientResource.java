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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.client.ApiClient;
import org.laurel.access.client.ApiClients;
import org.laurel.access.role.Scope;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The management endpoint of an issuer's API clients. */
@Path("/api/v1/issuers/{issuer}/clients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "API clients", description = "Programs that call for an issuer, each with a token and scopes of its own.")
class ClientResource {
    private final ReachableIssuers reachable;
    private final ApiClients clients;
    private final OnceOnly onceOnly;

    ClientResource(ReachableIssuers reachable, ApiClients clients, OnceOnly onceOnly) {
        this.reachable = reachable;
        this.clients = clients;
        this.onceOnly = onceOnly;
    }

    /** What a client is called and may do. */
    record ClientRequest(String name, List<String> scopes) {
        ClientRequest {
            Bounds.text("name", name, 200);
        }
    }

    /** A client with its token, shown this once. */
    record NewClientView(String id, String name, List<Scope> scopes, String token) {
        static NewClientView of(ApiClients.NewClient made) {
            ApiClient client = made.client();
            return new NewClientView(client.id(), client.name(), client.scopes(), made.token());
        }
    }

    @POST
    @Operation(
            operationId = "createClient",
            summary = "Make an API client",
            description = "The token is shown in this answer and never again; only its hash is kept. Scopes:"
                    + " issuer:read, issuer:write, key:write, client:write, achievement:read, achievement:write,"
                    + " award:read, award:create, award:revoke, recipient:erase, endorsement:write, event:read.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ClientRequest.class),
                            example = "{\"name\":\"Moodle\",\"scopes\":[\"award:create\",\"award:read\"]}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = NewClientView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found -> onceOnly.run(OnceOnlyCall.of(by, key, "POST clients " + found.id(), body), recorder -> {
                    ClientRequest request =
                            RecordReader.read(body, ClientRequest.class).orThrow();
                    return clients.create(
                                    found.number(),
                                    request.name(),
                                    scopes(request.scopes(), found.number()),
                                    recorder.keeping(made -> Answer.of(201, NewClientView.of(made))))
                            .map(made -> Answer.of(201, NewClientView.of(made)));
                }));
    }

    @GET
    @Operation(operationId = "listClients", summary = "List API clients", description = "Newest first, without tokens.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "A page of clients",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"id\":\"1-…\",\"name\":\"Moodle\",\"scopes\":[\"award:create\"]}]}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .get(issuer)
                .chain(found -> clients.list(found.number(), Paging.request(limit, cursor)))
                .map(page -> Paging.response(page, uri));
    }

    @DELETE
    @Path("/{client}")
    @Operation(
            operationId = "removeClient",
            summary = "Remove an API client",
            description = "Its token stops working at once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("issuer") String issuer, @PathParam("client") String client) {
        return reachable
                .get(issuer)
                .chain(found -> clients.remove(found.number(), client))
                .map(removed -> Responses.removed(removed, "The issuer has no such client."));
    }

    private List<Scope> scopes(List<String> names, int issuerNo) {
        List<Violation> faults = new ArrayList<>();
        List<Scope> scopes = new ArrayList<>();
        if (names.isEmpty()) {
            faults.add(new Violation("/scopes", "required", "\"scopes\" needs at least one scope."));
        }
        for (int i = 0; i < names.size(); i++) {
            Scope scope = Scope.of(names.get(i)).filter(Scope::isGrantable).orElse(null);
            if (scope == null) {
                faults.add(new Violation(
                        "/scopes/" + i, "invalid", "\"" + names.get(i) + "\" is no scope that a client can hold."));
            } else if (!reachable.caller().may(scope, issuerNo)) {
                faults.add(new Violation(
                        "/scopes/" + i, "forbidden", "You cannot give a scope that you do not hold: " + scope + "."));
            } else {
                scopes.add(scope);
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
        return scopes;
    }
}
