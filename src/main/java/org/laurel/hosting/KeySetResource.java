package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hosts every issuer's public keys (OB 3.0 key provenance). */
@Path("/.well-known/jwks.json")
@Tag(name = "Public documents")
class KeySetResource {
    private final PublicDocuments documents;

    KeySetResource(PublicDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Operation(
            operationId = "getKeySet",
            summary = "Every issuer's public keys",
            description = "Retired ones too, each with the DID it belongs to as iss (OB 3.0 key provenance).")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content =
                    @Content(
                            mediaType = "application/jwk-set+json",
                            example =
                                    "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"did:web:…#…\",\"iss\":\"did:web:…\"}]}"))
    public Uni<Response> keySet(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return documents
                .keySet()
                .map(document -> Hosted.response(Optional.of(document), "application/jwk-set+json", ifNoneMatch));
    }
}
