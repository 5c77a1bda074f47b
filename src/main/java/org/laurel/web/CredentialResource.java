package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.laurel.hosting.Representation;
import org.laurel.hosting.Suffixed;
import org.laurel.hosting.certificate.Paper;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** A hosted badge: its signed bytes by Accept or suffix, and its share page for people. */
@Path("/credentials/{credential}")
@Tag(name = "Public documents")
class CredentialResource {
    private static final List<Representation> FORMS = List.of(
            Representation.JSON,
            Representation.JWT,
            Representation.HTML,
            Representation.PNG,
            Representation.SVG,
            Representation.PDF);

    private final BadgeFiles files;
    private final CredentialPages pages;

    CredentialResource(BadgeFiles files, CredentialPages pages) {
        this.files = files;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "getCredential",
            summary = "A hosted badge",
            description =
                    "The signed bytes, by Accept or by the suffix .json (embedded proof) or .jwt (VC-JWT) as its issuer signs,"
                            + " or a picture with them inside, .png or .svg, or a certificate that carries it, .pdf; a browser gets the share page. Revoked badges"
                            + " are still served; erased ones answer 410.")
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
            @BeanParam ReadParameters read,
            @Parameter(description = "Of the PDF: a4, which is the default, or letter", example = "a4")
                    @QueryParam("paper")
                    @Nullable String paper) {
        Suffixed name = Suffixed.of(credential);
        return Hosted.best(name, read.accept(), FORMS, choice -> given(name, choice, read, paper));
    }

    private Uni<Response> given(Suffixed name, Negotiation.Choice choice, ReadParameters read, @Nullable String paper) {
        if (choice.form() == Representation.HTML) {
            Wording words = read.words();
            return pages.share(name.name(), words)
                    .chain(shown -> Html.tagged(shown.page(), words, read.ifNoneMatch, shown.time()));
        }
        boolean printed = choice.form() == Representation.PDF;
        BadgeFiles.Print print = printed
                ? BadgeFiles.Print.of(read.words(), paper(paper))
                : BadgeFiles.Print.of(Wording.ENGLISH, Paper.A4);
        return files.file(name.name(), choice.form(), print)
                .map(found -> Hosted.response(found, choice.mediaType(), read.ifNoneMatch))
                .map(response -> varying(response, name.form().isPresent(), printed, print.words()));
    }

    /** What the answer depends on; nobody lists a badge that its holder has not made public. */
    private static Response varying(Response response, boolean named, boolean printed, Wording words) {
        Response.ResponseBuilder made = Response.fromResponse(response)
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.VARY, null)
                .header(HttpHeaders.VARY, named ? printed ? "Accept, Accept-Language" : "Accept" : ReadParameters.VARY);
        return printed
                ? made.header(HttpHeaders.CONTENT_LANGUAGE, words.language()).build()
                : made.build();
    }

    private static Paper paper(@Nullable String name) {
        if (name == null || name.equalsIgnoreCase("a4")) {
            return Paper.A4;
        }
        if (name.equalsIgnoreCase("letter")) {
            return Paper.LETTER;
        }
        throw ProblemException.of(ProblemType.BAD_PARAMETER, "The paper is a4 or letter.");
    }
}
