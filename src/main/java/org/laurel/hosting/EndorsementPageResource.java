package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;

/** Hosts endorsements as they were signed (OB 3.0 EndorsementCredential). */
@Path("/endorsements/{endorsement}")
@Tag(name = "Public documents")
class EndorsementPageResource {
    private static final List<Representation> FORMS =
            List.of(Representation.JSON, Representation.JWT, Representation.HTML);

    private final EndorsedDocuments documents;
    private final BaseUrl base;

    EndorsementPageResource(EndorsedDocuments documents, BaseUrl base) {
        this.documents = documents;
        this.base = base;
    }

    @GET
    @Operation(
            operationId = "getEndorsement",
            summary = "A hosted endorsement",
            description =
                    "The signed bytes, by Accept or by the suffix .json (embedded proof) or .jwt (VC-JWT); a browser is"
                            + " led to what the verifier says of it. Those that were taken back are still served: their status says so.")
    @APIResponse(
            responseCode = "200",
            description = "The endorsement",
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"type\":[\"VerifiableCredential\",\"EndorsementCredential\"],\"…\":\"…\"}"))
    @APIResponse(responseCode = "303", description = "To the verifier's page, for a browser")
    public Uni<Response> endorsement(
            @Parameter(example = "1-abcdefghijklmnopqrstuvwxyz.json") @PathParam("endorsement") String endorsement,
            @HeaderParam("Accept") @Nullable String accept,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Suffixed name = Suffixed.of(endorsement);
        Negotiation.Choice choice = name.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        return documents.endorsement(name.name(), choice.form()).map(found -> {
            if (choice.form() == Representation.HTML && found.isPresent()) {
                String address = base.endorsement(name.name());
                return Response.seeOther(URI.create(
                                base.text() + "/verify?url=" + URLEncoder.encode(address, StandardCharsets.UTF_8)))
                        .header("Vary", "Accept")
                        .build();
            }
            return Hosted.response(found, choice.mediaType(), ifNoneMatch);
        });
    }
}
