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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.hosting.Suffixed;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.Wording;

/** A hosted badge: its signed bytes by Accept or suffix, and its share page for people. */
@Path("/credentials/{credential}")
@Tag(name = "Public documents")
class CredentialResource {
    private static final List<Representation> FORMS =
            List.of(Representation.JSON, Representation.JWT, Representation.HTML);

    private final PublicDocuments documents;
    private final CredentialVerifier verifier;
    private final Template share;
    private final BaseUrl base;

    CredentialResource(
            PublicDocuments documents,
            CredentialVerifier verifier,
            @Location("web/share.html") Template share,
            BaseUrl base) {
        this.documents = documents;
        this.verifier = verifier;
        this.share = share;
        this.base = base;
    }

    @GET
    @Operation(
            operationId = "getCredential",
            summary = "A hosted badge",
            description =
                    "The signed bytes, by Accept or by the suffix .json (embedded proof) or .jwt (VC-JWT); a browser"
                            + " gets the share page. Revoked badges are still served; erased ones answer 410.")
    @APIResponse(
            responseCode = "200",
            description = "The badge",
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",\"…\"],\"type\":["
                                    + "\"VerifiableCredential\",\"OpenBadgeCredential\"],\"…\":\"…\"}"))
    @APIResponse(responseCode = "406", description = "Nothing that Accept allows")
    @APIResponse(responseCode = "410", description = "Erased")
    public Uni<Response> credential(
            @Parameter(example = "1-abcdefghijklmnopqrstuvwxyz.json") @PathParam("credential") String credential,
            @HeaderParam("Accept") @Nullable String accept,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Suffixed name = Suffixed.of(credential);
        Negotiation.Choice choice = name.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        if (choice.form() == Representation.HTML) {
            return page(name.name());
        }
        return documents
                .credential(name.name(), choice.form())
                .map(found -> Hosted.response(found, choice.mediaType(), ifNoneMatch));
    }

    private Uni<Response> page(String id) {
        return documents.credential(id, Representation.JSON).chain(found -> {
            PublicDocument document =
                    found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such badge."));
            return verifier.verify(VerificationInput.of(document.body()))
                    .chain(report -> Html.page(share.data("badge", SharedBadge.of(document.body()))
                            .data("one", ShownReport.of(report, Wording.ENGLISH))
                            .data("url", base.credential(id))
                            .data("base", base.text())));
        });
    }
}
