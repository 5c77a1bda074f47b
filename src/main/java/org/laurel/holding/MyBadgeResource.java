package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.CurrentAccount;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;

/** The badges that were awarded to the proven addresses of one's own account. */
@Path("/api/v1/people/me/badges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Holding", description = "What a holder does with a badge: show or hide its page, share it for a while.")
class MyBadgeResource {
    private final HeldByMe mine;
    private final Holdings holdings;
    private final CurrentAccount me;
    private final BaseUrl base;

    MyBadgeResource(HeldByMe mine, Holdings holdings, CurrentAccount me, BaseUrl base) {
        this.mine = mine;
        this.holdings = holdings;
        this.me = me;
        this.base = base;
    }

    /**
     * What the page shows from now on.
     *
     * @param visibility whether everybody sees it; as it is when not said
     * @param nameLine a name to put to it, at most 100 characters; none when it is empty, as it is when not said
     */
    record BadgePageRequest(
            @Nullable Visibility visibility, @Nullable String nameLine) {
        BadgePageRequest {
            nameLine = nameLine == null ? null : Bounds.oneLine(nameLine);
            if (nameLine != null && !BadgeNames.isName(nameLine)) {
                throw new IllegalArgumentException("nameLine: expected at most " + BadgeNames.LONGEST + " characters");
            }
        }

        BadgePage of(BadgePage before) {
            BadgePage page = visibility == null ? before : before.hidden(visibility == Visibility.PRIVATE);
            return nameLine == null ? page : page.named(nameLine);
        }
    }

    @GET
    @Operation(
            operationId = "listMyBadges",
            summary = "List one's own badges",
            description = "Those that any issuer here awarded to a proven address of the account, newest first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "A page of badges",
            content = @Content(example = "{\"items\":[{\"award\":\"1-…\",\"visibility\":\"public\"}],\"next\":\"…\"}"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50", schema = @Schema(implementation = String.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public Uni<Response> list(@Context UriInfo uri) {
        var query = uri.getQueryParameters();
        return me.get()
                .chain(account ->
                        holdings.of(account, Paging.request(query.getFirst("limit"), query.getFirst("cursor"))))
                .map(page -> Paging.response(page.map(badge -> MyBadgeView.of(badge, base)), uri));
    }

    @GET
    @Path("/{award}")
    @Operation(operationId = "getMyBadge", summary = "Read one's own badge", description = "By the id of its award.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The badge",
            content = @Content(schema = @Schema(implementation = MyBadgeView.class)))
    public Uni<Response> get(@PathParam("award") String award) {
        return mine.get(award).map(this::shown);
    }

    @PATCH
    @Path("/{award}")
    @Operation(
            operationId = "changeMyBadge",
            summary = "Say what the page of one's own badge shows",
            description =
                    "\"private\" hides the page with its card, frame and preview from who has no link of the holder's. The"
                            + " signed badge is served as before, so that whoever was given it can verify it. The name is marked as one that"
                            + " nobody signed.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = BadgePageRequest.class),
                            example = "{\"visibility\":\"private\",\"nameLine\":\"Ada Lovelace\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = MyBadgeView.class)))
    public Uni<Response> change(@PathParam("award") String award, byte[] body) {
        String by = mine.name();
        BadgePageRequest request =
                RecordReader.read(body, BadgePageRequest.class).orThrow();
        return mine.get(award)
                .chain(badge -> holdings.change(badge, request.of(badge.page()), by))
                .chain(() -> mine.get(award))
                .map(this::shown);
    }

    @POST
    @Path("/{award}/erasure")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "askErasureOfMyBadge",
            summary = "Ask for the erasure of one's own badge",
            description = "The issuer is told by an event, and erases its recipient. Asking again changes nothing.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = MyBadgeView.class)))
    public Uni<Response> erasure(@PathParam("award") String award) {
        String by = mine.name();
        return mine.get(award)
                .chain(badge -> holdings.askErasure(badge, by))
                .chain(() -> mine.get(award))
                .map(this::shown);
    }

    private Response shown(HeldBadge badge) {
        return Responses.of(Answer.of(200, MyBadgeView.of(badge, base)));
    }
}
