package org.laurel.issuing.issuer;

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
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Responses;
import org.laurel.shared.origin.BaseUrl;

/** The picture of an issuer. */
@Path("/api/v1/issuers/{issuer}/image")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Issuers")
class IssuerImageResource {
    private final Issuers issuers;
    private final ReachableIssuers reachable;
    private final PictureDoor pictures;
    private final BaseUrl base;

    IssuerImageResource(Issuers issuers, ReachableIssuers reachable, PictureDoor pictures, BaseUrl base) {
        this.issuers = issuers;
        this.reachable = reachable;
        this.pictures = pictures;
        this.base = base;
    }

    @GET
    @Produces("image/png")
    @Operation(
            operationId = "getIssuerImage",
            summary = "The picture",
            description = "PNG, as it is kept; it is public at the address that the profile names.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_READ)
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", example = "the bytes of a picture"))
    public Uni<Response> get(
            @PathParam("issuer") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return reachable
                .get(id)
                .chain(found -> pictures.kept(found.profile().image()))
                .map(kept -> Responses.file(kept.png(), "image/png", kept.digest(), ifNoneMatch));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putIssuerImage",
            summary = "Upload a picture",
            description =
                    "PNG, JPEG or SVG up to 1 MiB, told by its content. It is drawn anew as a PNG of at most 1200 pixels a"
                            + " side, so that nothing but its pixels is kept; of an SVG shapes, text and gradients are taken, and"
                            + " nothing that runs or comes from elsewhere. Badges that were signed before keep theirs.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_WRITE)
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
            content = @Content(schema = @Schema(implementation = IssuerView.class)))
    @APIResponse(responseCode = "413", description = "Larger than 1 MiB")
    @APIResponse(responseCode = "415", description = "Neither PNG nor JPEG nor SVG")
    public Uni<Response> put(
            @PathParam("issuer") String id,
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
            operationId = "deleteIssuerImage",
            summary = "Show no picture of one's own any more",
            description = "Badges that were signed with it keep it, and its address stays.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Taken off",
            content = @Content(schema = @Schema(implementation = IssuerView.class)))
    public Uni<Response> delete(@PathParam("issuer") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changed(id, ifMatch, issuerNo -> Uni.createFrom().nullItem());
    }

    private Uni<Response> changed(String id, @Nullable String ifMatch, IntFunction<Uni<@Nullable Image>> image) {
        String by = reachable.caller().name();
        return reachable.get(id).chain(found -> {
            EntityTags.requireMatch(ifMatch, found.version());
            return image.apply(found.number())
                    .chain(made -> issuers.update(
                            found, PictureDoor.shown(found.profile(), made, Profile.class), found.settings(), by))
                    .map(updated -> Responses.of(IssuerView.answer(200, updated, base)));
        });
    }
}
