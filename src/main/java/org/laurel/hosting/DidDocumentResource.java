package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.work.Workers;

/** Hosts the DID documents of issuers (did:web §2.4). */
@Path("/issuers/{issuer}/did.json")
@Tag(name = "Public documents", description = "What is signed, and what lets anyone check it.")
class DidDocumentResource {
    private final PublicDocuments documents;
    private final Workers workers;

    DidDocumentResource(PublicDocuments documents, Workers workers) {
        this.documents = documents;
        this.workers = workers;
    }

    @GET
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
        return workers.comeBack(documents.didDocument(issuer))
                .map(found -> Hosted.response(found, "application/did+json", ifNoneMatch));
    }
}
