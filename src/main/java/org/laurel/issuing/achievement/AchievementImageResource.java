package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Image;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Responses;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The picture of a micro-credential, which its badges carry. */
@Path("/api/v1/achievements/{id}/image")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class AchievementImageResource {
    private final AchievementDefinitions definitions;
    private final ReachableAchievements reachable;
    private final ReachableIssuers issuers;
    private final PictureDoor pictures;

    AchievementImageResource(
            AchievementDefinitions definitions,
            ReachableAchievements reachable,
            ReachableIssuers issuers,
            PictureDoor pictures) {
        this.definitions = definitions;
        this.reachable = reachable;
        this.issuers = issuers;
        this.pictures = pictures;
    }

    @GET
    @Produces("image/png")
    @Operation(
            operationId = "getAchievementImage",
            summary = "The picture",
            description = "PNG, as it is kept; it is public at the address that the achievement names.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", example = "the bytes of a picture"))
    public Uni<Response> get(@PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return reachable
                .get(id)
                .chain(found -> pictures.kept(found.achievement().image()))
                .map(kept -> Responses.file(kept.png(), "image/png", kept.digest(), ifNoneMatch));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putAchievementImage",
            summary = "Upload a picture",
            description =
                    "PNG, JPEG or SVG up to 1 MiB, told by its content. It is drawn anew as a PNG of at most 1200 pixels a"
                            + " side, so that nothing but its pixels is kept; of an SVG shapes, text and gradients are taken, and"
                            + " nothing that runs or comes from elsewhere. Of drafts only: published versions are frozen.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/png", example = "the bytes of a picture"),
                @Content(mediaType = "image/jpeg", example = "the bytes of a picture"),
                @Content(mediaType = "image/svg+xml", example = "the bytes of a picture")
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    @APIResponse(responseCode = "413", description = "Larger than 1 MiB")
    @APIResponse(responseCode = "415", description = "Neither PNG nor JPEG nor SVG")
    public Uni<Response> put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Content-Type") @Nullable String mediaType,
            @Parameter(description = "What it shows, for those who do not see it", example = "Two leaves of laurel")
                    @QueryParam("caption")
                    @Nullable String caption,
            byte[] body) {
        return changed(
                id, ifMatch, (issuerNo) -> pictures.take(issuerNo, PictureDoor.Upload.of(body, mediaType, caption)));
    }

    @DELETE
    @Operation(
            operationId = "deleteAchievementImage",
            summary = "Show no picture of one's own any more",
            description = "Of drafts only: published versions are frozen.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Taken off",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Uni<Response> delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changed(id, ifMatch, issuerNo -> Uni.createFrom().nullItem());
    }

    private Uni<Response> changed(String id, @Nullable String ifMatch, IntFunction<Uni<@Nullable Image>> image) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> {
            EntityTags.requireMatch(ifMatch, found.version());
            if (!found.state().isOpen()) {
                throw ProblemException.of(
                        ProblemType.CONFLICT,
                        "It is " + found.state()
                                + ", and published versions are frozen: make a new version for another picture.");
            }
            return image.apply(found.issuerNo())
                    .chain(made -> definitions.replace(
                            found,
                            new AchievementDefinitions.Content(
                                    PictureDoor.shown(found.achievement(), made, Achievement.class),
                                    found.directAward(),
                                    found.drafted()),
                            by))
                    .map(saved -> saved.orElseThrow(() ->
                            ProblemException.of(ProblemType.STALE, "It was changed in the meantime; read it again.")))
                    .chain(replaced -> issuers.get(replaced.issuerNo())
                            .map(issuer -> Responses.of(AchievementView.answer(200, replaced, issuer))));
        });
    }
}
