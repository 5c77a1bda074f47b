package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Choices;
import org.laurel.shared.door.Paging;
import org.laurel.shared.store.Page;
import org.laurel.shared.work.OneByOne;

/** The management endpoint of all micro-credentials that a caller reaches: what reviewers have before them. */
@Path("/api/v1/achievements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class AchievementQueueResource {
    private final ReachableIssuers issuers;
    private final AchievementDefinitions definitions;

    AchievementQueueResource(ReachableIssuers issuers, AchievementDefinitions definitions) {
        this.issuers = issuers;
        this.definitions = definitions;
    }

    @GET
    @Operation(
            operationId = "listAllAchievements",
            summary = "List the micro-credentials of every organisation",
            description =
                    "Those in one state, newest first: ?state= draft, in-review, changes-requested, published or retired;"
                            + " in-review when it is not said, which is what reviewers have before them. Members of an organisation see"
                            + " its own.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of micro-credentials",
            content =
                    @Content(
                            example = "{\"items\":[{\"id\":\"1-…\",\"state\":\"in-review\",\"issuer\":\"oak-hill\"}]}"))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        AchievementState wanted =
                Choices.read("state", state, AchievementState.class).orElse(AchievementState.IN_REVIEW);
        return definitions
                .list(issuers.caller().issuers(), Optional.of(wanted), Paging.request(limit, cursor))
                .chain(this::shown)
                .map(page -> Paging.response(page, uri));
    }

    private Uni<Page<AchievementView>> shown(Page<AchievementDefinition> page) {
        List<AchievementView> views = new ArrayList<>();
        return OneByOne.each(page.items(), one -> issuers.get(one.issuerNo())
                        .invoke(issuer -> views.add(AchievementView.of(one, issuer))))
                .map(done -> new Page<>(views, page.next()));
    }
}
