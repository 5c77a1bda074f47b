package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Image;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.hosting.picture.BadgeFace;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** A published micro-credential's public page, which is its Open Badges achievement too. */
@Path("/achievements/{achievement}")
@Tag(name = "Public documents")
class AchievementPageResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final PublicDocuments documents;
    private final EndorsedDocuments endorsed;
    private final CredentialPictures pictures;
    private final PublicPages pages;

    AchievementPageResource(
            PublicDocuments documents, EndorsedDocuments endorsed, CredentialPictures pictures, PublicPages pages) {
        this.documents = documents;
        this.endorsed = endorsed;
        this.pictures = pictures;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "getAchievementPage",
            summary = "A published micro-credential",
            description = "HTML, or the Open Badges Achievement as JSON-LD. Drafts are not public.")
    @APIResponse(
            responseCode = "200",
            description = "The achievement",
            content =
                    @Content(
                            mediaType = "application/json",
                            example =
                                    "{\"id\":\"https://…\",\"type\":[\"Achievement\"],\"name\":\"Formative Assessment\"}"))
    public Uni<Response> achievement(@PathParam("achievement") String id, @BeanParam ReadParameters read) {
        Negotiation.Choice choice = Negotiation.choose(read.accept(), FORMS).orElseThrow(Hosted::notAcceptable);
        if (choice.form() == Representation.HTML) {
            Wording words = read.words();
            return definition(id)
                    .chain(definition -> pages.achievement(definition, words))
                    .chain(page -> Html.tagged(page, words, read.ifNoneMatch, ""));
        }
        return definition(id)
                .chain(endorsed::achievement)
                .map(document -> Hosted.response(Optional.of(document), choice.mediaType(), read.ifNoneMatch));
    }

    @GET
    @Path("card.png")
    @Operation(
            operationId = "getAchievementCard",
            summary = "The card that a link to a micro-credential shows elsewhere",
            description = "PNG of 1200 by 630 pixels, for Open Graph.")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", example = "the bytes of a picture"))
    public Uni<Response> card(
            @PathParam("achievement") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return definition(id).chain(definition -> issuerOf(definition)
                .chain(issuer -> pictures.card(
                        new BadgeFace(
                                definition.achievement().name(),
                                issuer.name(),
                                issuer.did().toString()),
                        image(definition, issuer)))
                .map(card -> Hosted.response(Optional.of(card), "image/png", ifNoneMatch)));
    }

    private static @Nullable Image image(AchievementDefinition definition, Issuer issuer) {
        Image own = definition.achievement().image();
        return own == null ? issuer.profile().image() : own;
    }

    private Uni<AchievementDefinition> definition(String id) {
        return documents
                .achievement(id)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential.")));
    }

    private Uni<Issuer> issuerOf(AchievementDefinition definition) {
        return documents.issuerOf(definition).map(Optional::orElseThrow);
    }
}
