package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
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
import org.laurel.document.credential.Achievement;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** A published micro-credential's public page, which is its Open Badges achievement too. */
@Path("/achievements/{achievement}")
@Tag(name = "Public documents")
class AchievementPageResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final PublicDocuments documents;
    private final Template template;

    AchievementPageResource(PublicDocuments documents, @Location("web/achievement.html") Template template) {
        this.documents = documents;
        this.template = template;
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
    public Uni<Response> achievement(
            @PathParam("achievement") String id,
            @HeaderParam("Accept") @Nullable String accept,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Negotiation.Choice choice = Negotiation.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        return documents.achievement(id).chain(found -> {
            AchievementDefinition definition = found.orElseThrow(
                    () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential."));
            if (choice.form() == Representation.HTML) {
                return page(definition);
            }
            return Uni.createFrom()
                    .item(Hosted.response(
                            Optional.of(PublicDocuments.achievement(definition)), choice.mediaType(), ifNoneMatch));
        });
    }

    private Uni<Response> page(AchievementDefinition definition) {
        Achievement achievement = definition.achievement();
        return documents.issuerOf(definition).chain(found -> {
            Issuer issuer = found.orElseThrow();
            String narrative = achievement.criteria().narrative();
            return Html.page(template.data("achievement", achievement)
                    .data("criteria", narrative == null ? null : Markdown.html(narrative))
                    .data("issuer", issuer.profile().name())
                    .data("issuerPath", "/issuers/" + issuer.slug())
                    .data("retired", definition.state().toString().equals("retired")));
        });
    }
}
