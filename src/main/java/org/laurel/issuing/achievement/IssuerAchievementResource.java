package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Choices;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;

/** The management endpoint of an issuer's micro-credentials. */
@Path("/api/v1/issuers/{issuer}/achievements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials", description = "What can be earned: drafts, publication, versions.")
class IssuerAchievementResource {
    static final String EXAMPLE =
            "{\"name\":\"Formative Assessment\",\"description\":\"Uses evidence of learning to adjust teaching.\","
                    + "\"criteria\":{\"narrative\":\"Hand in two lesson plans and what changed between them.\"},"
                    + "\"achievementType\":\"MicroCredential\",\"directAward\":true}";

    private final ReachableIssuers issuers;
    private final AchievementDefinitions definitions;
    private final DraftAchievement draft;
    private final OnceOnly onceOnly;

    IssuerAchievementResource(
            ReachableIssuers issuers, AchievementDefinitions definitions, DraftAchievement draft, OnceOnly onceOnly) {
        this.issuers = issuers;
        this.definitions = definitions;
        this.draft = draft;
        this.onceOnly = onceOnly;
    }

    @POST
    @Operation(
            operationId = "createAchievement",
            summary = "Draft a micro-credential",
            description =
                    "Takes every member of an Open Badges 3.0 Achievement but id, which we give; or \"template\", from which"
                            + " the achievement follows (docs/programme.md), with humanCode, inLanguage, image and version"
                            + " beside it. It is a draft until published; directAward lets it be awarded without evidence handed in here.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {AchievementRequest.class, TemplateRequest.class}),
                            example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = issuers.caller().name();
        return issuers.get(issuer)
                .chain(found ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST achievements " + found.id(), body), recorder -> {
                            return draft.draft(
                                            found,
                                            WantedAchievement.read(body),
                                            by,
                                            recorder.keeping(made -> AchievementView.answer(201, made, found)))
                                    .map(made -> AchievementView.answer(201, made, found));
                        }));
    }

    @GET
    @Operation(
            operationId = "listAchievements",
            summary = "List an issuer's micro-credentials",
            description = "Newest first; ?state= draft, in-review, changes-requested, published or retired.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of micro-credentials",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"state\":\"draft\"}]}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return issuers.get(issuer).chain(found -> definitions
                .list(
                        Optional.of(Set.of(found.number())),
                        Choices.read("state", state, AchievementState.class),
                        Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(one -> AchievementView.of(one, found)), uri)));
    }
}
