package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Presented;
import org.laurel.access.people.EmailAddress;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** Signs people in and out, and takes in who holds a link. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in", description = "Sessions of people; programs have tokens of their own.")
class SignInResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Welcome welcome;
    private final BrowserSessions browsers;

    SignInResource(SignIn signIn, Sessions sessions, Welcome welcome, BrowserSessions browsers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.welcome = welcome;
        this.browsers = browsers;
    }

    /**
     * Who signs in.
     *
     * @param email a proven address
     * @param password the password
     * @param token whether to get a token in the answer, for a program that acts for this person, in place of a cookie
     */
    record SignInRequest(
            EmailAddress email, String password, @Nullable Boolean token) {}

    /** Who holds a link; the name and password of a new account, or the new password of one that is recovered. */
    record WelcomeRequest(
            String token, @Nullable String name, @Nullable String password) {}

    @POST
    @Path("sign-in")
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Sets a cookie (HttpOnly, SameSite=Lax), or gives a bearer token when asked to. After five wrong"
                            + " passwords the address has to wait, a minute at first. A session ends after seven days, or twelve"
                            + " hours without use.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SignInRequest.class),
                            example = "{\"email\":\"ada@example.org\",\"password\":\"correct horse battery staple\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "401", description = "Address or password is not right")
    @APIResponse(responseCode = "429", description = "Too many attempts; Retry-After says how long to wait")
    public Uni<Response> signIn(@HeaderParam("User-Agent") @Nullable String agent, byte[] body) {
        SignInRequest request = RecordReader.read(body, SignInRequest.class).orThrow();
        return signIn.with(request.email(), request.password()).chain(account -> sessions.begin(
                        account, agent == null ? "" : agent)
                .map(made -> Responses.of(browsers.answer(account, made, Boolean.TRUE.equals(request.token())))));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the session of the cookie or token that comes along; without one nothing happens.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Uni<Response> signOut(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Cookie") @Nullable String cookies) {
        return browsers.end(new Presented("POST", authorization, cookies, null, null))
                .map(cookie -> Response.noContent().header("Set-Cookie", cookie).build());
    }

    @POST
    @Path("welcome")
    @Operation(
            operationId = "useLink",
            summary = "Use an invitation, or a link to a new password",
            description =
                    "An invitation gives its role to the account that has proven its address, or to the one that is"
                            + " signed in, which has proven it from then on; else name and password make a new account. The link"
                            + " works once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WelcomeRequest.class),
                            example =
                                    "{\"token\":\"…\",\"name\":\"Ada Lovelace\",\"password\":\"correct horse battery staple\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Used",
            content = @Content(example = "{\"account\":\"0-…\",\"name\":\"Ada Lovelace\"}"))
    @APIResponse(responseCode = "404", description = "No link has this token, or it can no longer be used")
    public Uni<Response> welcome(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Cookie") @Nullable String cookies,
            @HeaderParam("Origin") @Nullable String origin,
            byte[] body) {
        WelcomeRequest request = RecordReader.read(body, WelcomeRequest.class).orThrow();
        Presented presented = new Presented("POST", authorization, cookies, origin, null);
        return welcome.use(
                        request.token(),
                        Optional.ofNullable(request.name()),
                        Optional.ofNullable(request.password()),
                        presented)
                .map(account -> Responses.of(Answer.of(200, Map.of("account", account.id(), "name", account.name()))));
    }
}
