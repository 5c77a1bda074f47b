package org.laurel.holding;

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
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Links that show the page of one's own badge for a while. */
@Path("/api/v1/awards/{id}/share-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holding")
class ShareLinkResource {
    private static final int DAYS = 30;

    private final HeldByMe mine;
    private final Holdings holdings;
    private final BaseUrl base;

    ShareLinkResource(HeldByMe mine, Holdings holdings, BaseUrl base) {
        this.mine = mine;
        this.holdings = holdings;
        this.base = base;
    }

    /** For how many days; thirty when not said. */
    record ShareLinkRequest(@Nullable Integer days) {
        ShareLinkRequest {
            if (days != null && (days < 1 || days > ShareLink.MOST_DAYS)) {
                throw new IllegalArgumentException("days: expected 1 to " + ShareLink.MOST_DAYS);
            }
        }
    }

    /**
     * A link.
     *
     * @param id by which it is withdrawn
     * @param url the link itself, shown once
     * @param madeAt when it was made
     * @param endsAt until when it works
     */
    record ShareLinkView(String id, @Nullable String url, Instant madeAt, Instant endsAt) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "shareAward",
            summary = "Make a link to the page of one's own badge",
            description =
                    "It shows the page, a private one too, until it ends or is withdrawn. Its unguessable part is shown once.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShareLinkRequest.class),
                            example = "{\"days\":14}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ShareLinkView.class)))
    public Uni<Response> make(@PathParam("id") String id, byte @Nullable [] body) {
        String by = mine.name();
        ShareLinkRequest request = RecordReader.read(RecordReader.orNothing(body), ShareLinkRequest.class)
                .orThrow();
        Integer days = request.days();
        return mine.get(id)
                .chain(badge -> holdings.share(badge, days == null ? DAYS : days, by))
                .map(made -> Responses.of(Answer.of(201, view(made.link(), base.shared(made.token())))));
    }

    private static ShareLinkView view(ShareLink link, @Nullable String url) {
        return new ShareLinkView(link.id(), url, link.madeAt(), link.endsAt());
    }

    @GET
    @Operation(
            operationId = "listShareLinks",
            summary = "List the links to the page of one's own badge",
            description = "Those that work, newest first; at most 50.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The links",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"endsAt\":\"2026-12-24T00:00:00Z\"}]}"))
    public Uni<Response> list(@PathParam("id") String id) {
        return mine.get(id)
                .chain(holdings::links)
                .map(links -> Responses.of(Answer.of(
                        200,
                        Map.of(
                                "items",
                                links.stream().map(link -> view(link, null)).toList()))));
    }

    @DELETE
    @Path("/{link}")
    @Operation(
            operationId = "withdrawShareLink",
            summary = "Withdraw a link",
            description = "It answers 410 from then on.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Uni<Response> withdraw(@PathParam("id") String id, @PathParam("link") String link) {
        String by = mine.name();
        return mine.get(id)
                .chain(badge -> holdings.withdraw(badge, link, by))
                .invoke(withdrawn -> {
                    if (!withdrawn) {
                        throw ProblemException.of(ProblemType.NOT_FOUND, "There is no such link.");
                    }
                })
                .replaceWith(Response.noContent().build());
    }
}
