package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.access.caller.Presented;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;

/** One's own sessions: where one has signed in. */
@Path("/api/v1/people/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
class MySessionResource {
    private final Sessions sessions;
    private final CurrentCaller current;
    private final BrowserSessions browsers;

    MySessionResource(Sessions sessions, CurrentCaller current, BrowserSessions browsers) {
        this.sessions = sessions;
        this.current = current;
        this.browsers = browsers;
    }

    @GET
    @Operation(operationId = "listMySessions", summary = "List one's own sessions", description = "Newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content = @Content(example = "{\"items\":[{\"id\":\"0-…\",\"agent\":\"Firefox\",\"current\":true}]}"))
    public Uni<Response> list(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Cookie") @Nullable String cookies) {
        long account = current.get().account().orElseThrow();
        return mine(authorization, cookies).chain(mine -> sessions.of(account)
                .map(all -> Responses.of(Answer.of(
                        200,
                        Map.of(
                                "items",
                                all.stream()
                                        .map(one -> SessionView.of(one, mine))
                                        .toList())))));
    }

    private Uni<Optional<String>> mine(@Nullable String authorization, @Nullable String cookies) {
        return browsers.current(new Presented("GET", authorization, cookies, null, null));
    }

    @DELETE
    @Operation(
            operationId = "endMyOtherSessions",
            summary = "End one's other sessions",
            description = "All but the one that asks.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Response> endOthers(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Cookie") @Nullable String cookies) {
        long account = current.get().account().orElseThrow();
        return mine(authorization, cookies)
                .chain(mine -> sessions.endOthers(account, mine))
                .map(done -> Response.noContent().build());
    }

    @DELETE
    @Path("/{session}")
    @Operation(operationId = "endMySession", summary = "End one of one's own sessions", description = "At once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Response> end(@PathParam("session") String session) {
        return sessions.end(current.get().account().orElseThrow(), session)
                .map(ended -> Responses.removed(ended, "You have no such session."));
    }
}
