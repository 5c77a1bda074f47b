package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hosts what lets others check our signatures. */
@Path("/")
@Tag(name = "Public documents", description = "What is signed, and what lets anyone check it.")
class KeyDocumentResource {
    private final PublicDocuments documents;

    KeyDocumentResource(PublicDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Path("issuers/{issuer}/did.json")
    @Operation(
            operationId = "getDidDocument",
            summary = "An issuer's DID document",
            description = "What did:web:{host}:issuers:{slug} resolves to: every key as Multikey and JsonWebKey.")
    @APIResponse(
            responseCode = "200",
            description = "The DID document",
            content =
                    @Content(
                            mediaType = "application/did+json",
                            example =
                                    "{\"id\":\"did:web:laurel.example:issuers:oak-hill\",\"assertionMethod\":[\"…\"]}"))
    public Uni<Response> didDocument(
            @PathParam("issuer") String issuer, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return documents.didDocument(issuer).map(found -> Hosted.response(found, "application/did+json", ifNoneMatch));
    }

    @GET
    @Path(".well-known/jwks.json")
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
