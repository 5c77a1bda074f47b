package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Problems;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** The management endpoint of one micro-credential. */
@Path("/api/v1/achievements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class AchievementResource {
    private static final int LONGEST = 2000;

    private final ReachableAchievements reachable;
    private final ReachableIssuers issuers;
    private final AchievementDefinitions definitions;
    private final DraftAchievement draft;
    private final StackCheck stack;
    private final OnceOnly onceOnly;

    AchievementResource(
            ReachableAchievements reachable,
            ReachableIssuers issuers,
            AchievementDefinitions definitions,
            DraftAchievement draft,
            StackCheck stack,
            OnceOnly onceOnly) {
        this.reachable = reachable;
        this.issuers = issuers;
        this.definitions = definitions;
        this.draft = draft;
        this.stack = stack;
        this.onceOnly = onceOnly;
    }

    @GET
    @Operation(operationId = "getAchievement", summary = "Read a micro-credential", description = "With its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The micro-credential",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).chain(this::shown);
    }

    @PUT
    @Operation(
            operationId = "replaceAchievement",
            summary = "Replace a draft",
            description =
                    "Published versions are frozen: make a new version instead. Each save is kept; one that came too late"
                            + " is refused with both versions.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {AchievementRequest.class, TemplateRequest.class}),
                            example = IssuerAchievementResource.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> {
            found.requireOpen("change it");
            WantedAchievement wanted = WantedAchievement.read(body);
            if (ifMatch != null && !EntityTags.matches(ifMatch, EntityTags.of(found.version()))) {
                return Uni.createFrom().item(stale(found, wanted));
            }
            EntityTags.requireMatch(ifMatch, found.version());
            return draft.replace(found, wanted, by)
                    .chain(saved -> saved.isPresent()
                            ? shown(saved.get())
                            : reachable.get(id).map(now -> stale(now, wanted)));
        });
    }

    /** Why it is published without review. */
    record PublicationRequest(@Nullable String reason) {
        PublicationRequest {
            Bounds.within("reason", reason, LONGEST);
        }
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "publishAchievement",
            summary = "Publish a draft without review",
            description =
                    "The administrator alone; it is marked as waived, with who and why. From then on it is frozen and can be"
                            + " awarded. The body may be left away.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_PUBLISH)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationRequest.class),
                            example = "{\"reason\":\"A pilot of the district's own.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> publish(@PathParam("id") String id, byte @Nullable [] body) {
        String by = issuers.caller().name();
        String reason = body == null || body.length == 0
                ? null
                : RecordReader.read(body, PublicationRequest.class).orThrow().reason();
        return reachable
                .get(id)
                .call(stack::requireEarnable)
                .chain(found -> definitions.publish(found, by, reason))
                .chain(this::shown);
    }

    @POST
    @Path("/retire")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "retireAchievement",
            summary = "End awarding",
            description = "It can no longer be awarded; what was awarded stays.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> retire(@PathParam("id") String id) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> definitions.retire(found, by)).chain(this::shown);
    }

    @POST
    @Path("/versions")
    @Operation(
            operationId = "createAchievementVersion",
            summary = "Draft the next version",
            description = "A new micro-credential with an id of its own, linked to this one by related.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {AchievementRequest.class, TemplateRequest.class}),
                            example = IssuerAchievementResource.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> version(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> issuers.get(found.issuerNo())
                .chain(issuer ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST versions " + found.id(), body), recorder -> {
                            return draft.follow(
                                            found,
                                            WantedAchievement.read(body),
                                            by,
                                            recorder.keeping(made -> AchievementView.answer(201, made, issuer)))
                                    .map(made -> AchievementView.answer(201, made, issuer));
                        })));
    }

    /** Nothing written is lost: both versions, on the template when both are, else as achievements. */
    private static Response stale(AchievementDefinition now, WantedAchievement wanted) {
        AchievementDefinition.Drafted yours = wanted.drafted();
        AchievementDefinition.Drafted theirs = now.drafted();
        return Responses.of(
                yours != null && theirs != null
                        ? Problems.stale(yours.template(), theirs.template(), now.version())
                        : Problems.stale(
                                wanted.achievement(now.achievement().id(), List.of()),
                                now.achievement(),
                                now.version()));
    }

    private Uni<Response> shown(AchievementDefinition definition) {
        return issuers.get(definition.issuerNo())
                .map(issuer -> Responses.of(AchievementView.answer(200, definition, issuer)));
    }
}
