package org.laurel.access.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.people.CurrentAccount;
import org.laurel.access.people.Names;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** One's own passkeys. */
@Path("/api/v1/people/me/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
class MyPasskeyResource {
    private final Passkeys passkeys;
    private final PasskeyDoor door;
    private final CurrentAccount me;

    MyPasskeyResource(Passkeys passkeys, PasskeyDoor door, CurrentAccount me) {
        this.passkeys = passkeys;
        this.door = door;
        this.me = me;
    }

    /** A passkey to be added: what to call it, and what the browser made. */
    record PasskeyRequest(String name, ObjectNode credential) {
        PasskeyRequest {
            name = Names.required(name);
        }
    }

    /** Another name. */
    record PasskeyNameRequest(String name) {
        PasskeyNameRequest {
            name = Names.required(name);
        }
    }

    @GET
    @Operation(operationId = "listMyPasskeys", summary = "List one's own passkeys", description = "The oldest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The passkeys",
            content = @Content(example = "{\"items\":[{\"id\":\"0-…\",\"name\":\"My phone\"}]}"))
    public Uni<Response> list() {
        return passkeys.of(me.number())
                .map(all -> Paging.whole(all.stream().map(PasskeyView::of).toList()));
    }

    @POST
    @Path("/options")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "askForMyPasskey",
            summary = "Begin to add a passkey",
            description = "Gives what a browser needs for navigator.credentials.create (WebAuthn Level 3,"
                    + " parseCreationOptionsFromJSON). Its challenge is good once, for five minutes.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The options",
            content =
                    @Content(example = "{\"publicKey\":{\"challenge\":\"…\",\"rp\":{\"id\":\"badges.example.org\"}}}"))
    public Uni<Response> ask() {
        return me.get().chain(door::creation).map(options -> Response.ok(options)
                .header("Cache-Control", "no-store")
                .build());
    }

    @POST
    @Operation(
            operationId = "addMyPasskey",
            summary = "Add a passkey",
            description =
                    "Takes what the browser made of the options (PublicKeyCredential.toJSON). From then on it signs in"
                            + " without address and password.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PasskeyRequest.class),
                            example =
                                    "{\"name\":\"My phone\",\"credential\":{\"id\":\"…\",\"type\":\"public-key\",\"response\":{}}}"))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = PasskeyView.class)))
    public Uni<Response> add(byte[] body) {
        PasskeyRequest request = RecordReader.read(body, PasskeyRequest.class).orThrow();
        return me.get()
                .chain(account -> door.add(account, request.name(), request.credential()))
                .map(made -> Responses.of(Answer.of(201, PasskeyView.of(made))));
    }

    @POST
    @Path("/{passkey}/rename")
    @Operation(
            operationId = "renameMyPasskey",
            summary = "Give a passkey another name",
            description = "For its owner to tell it from others.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PasskeyNameRequest.class),
                            example = "{\"name\":\"My old phone\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Renamed",
            content = @Content(schema = @Schema(implementation = PasskeyView.class)))
    public Uni<Response> rename(@PathParam("passkey") String id, byte[] body) {
        PasskeyNameRequest request =
                RecordReader.read(body, PasskeyNameRequest.class).orThrow();
        return me.get()
                .chain(account -> passkeys.rename(account, id, request.name()))
                .map(renamed -> Responses.of(Answer.of(
                        200,
                        PasskeyView.of(renamed.orElseThrow(
                                () -> ProblemException.of(ProblemType.NOT_FOUND, "You have no such passkey."))))));
    }

    @DELETE
    @Path("/{passkey}")
    @Operation(
            operationId = "removeMyPasskey",
            summary = "Remove a passkey",
            description = "It signs in no more; sessions that it began go on.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("passkey") String id) {
        return me.get()
                .chain(account -> passkeys.remove(account, id))
                .map(removed -> Responses.removed(removed, "You have no such passkey."));
    }
}
