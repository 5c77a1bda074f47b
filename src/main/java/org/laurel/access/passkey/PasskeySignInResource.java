package org.laurel.access.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Presented;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.Sessions;
import org.laurel.access.session.SignedIn;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** Signs people in by passkey: the device says who they are, and has made sure of it. */
@Path("/sign-in/passkey")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
class PasskeySignInResource {
    private final PasskeyDoor door;
    private final Sessions sessions;
    private final BrowserSessions browsers;

    PasskeySignInResource(PasskeyDoor door, Sessions sessions, BrowserSessions browsers) {
        this.door = door;
        this.sessions = sessions;
        this.browsers = browsers;
    }

    /** What the browser made, and whether to get a token in the answer in place of a cookie. */
    record PasskeySignInRequest(
            ObjectNode credential, @Nullable Boolean token) {}

    @POST
    @Path("/options")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "askForPasskey",
            summary = "Begin to sign in with a passkey",
            description = "Gives what a browser needs for navigator.credentials.get (WebAuthn Level 3,"
                    + " parseRequestOptionsFromJSON). Its challenge is good once, for five minutes.")
    @APIResponse(
            responseCode = "200",
            description = "The options",
            content = @Content(example = "{\"publicKey\":{\"challenge\":\"…\",\"rpId\":\"badges.example.org\"}}"))
    public Uni<Response> ask() {
        return door.request()
                .map(options ->
                        Response.ok(options).header("Cache-Control", "no-store").build());
    }

    @POST
    @Operation(
            operationId = "signInWithPasskey",
            summary = "Sign in with a passkey",
            description =
                    "Takes what the browser made of the options (PublicKeyCredential.toJSON), and answers as signing in"
                            + " with a password does.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PasskeySignInRequest.class),
                            example = "{\"credential\":{\"id\":\"…\",\"type\":\"public-key\",\"response\":{}}}"))
    @APIResponse(
            responseCode = "201",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "401", description = "The passkey is not known, or what it signed does not hold")
    public Uni<Response> signIn(
            @HeaderParam("User-Agent") @Nullable String agent,
            @HeaderParam("Cookie") @Nullable String cookies,
            byte[] body) {
        PasskeySignInRequest request =
                RecordReader.read(body, PasskeySignInRequest.class).orThrow();
        boolean asToken = Boolean.TRUE.equals(request.token());
        Presented presented = new Presented("POST", null, asToken ? null : cookies, null, null);
        return door.account(request.credential()).chain(account -> sessions.begin(account, agent == null ? "" : agent)
                .call(() -> browsers.end(presented))
                .map(made -> Responses.of(browsers.answer(account, made, asToken))));
    }
}
