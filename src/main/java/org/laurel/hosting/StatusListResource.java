package org.laurel.hosting;

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
import org.laurel.shared.work.Workers;

/** Hosts status lists as signed credentials (Bitstring Status List 1.0). */
@Path("/status/{list}")
@Tag(name = "Public documents")
class StatusListResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.JWT);

    private final PublicDocuments documents;
    private final Workers workers;

    StatusListResource(PublicDocuments documents, Workers workers) {
        this.documents = documents;
        this.workers = workers;
    }

    @GET
    @Operation(
            operationId = "getStatusList",
            summary = "A status list",
            description =
                    "A signed BitstringStatusListCredential; by Accept, or by the suffix .json or .jwt. It may be kept"
                            + " for its ttl.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            mediaType = "application/json",
                            example =
                                    "{\"type\":[\"VerifiableCredential\",\"BitstringStatusListCredential\"],\"…\":\"…\"}"))
    public Uni<Response> statusList(
            @Parameter(example = "1-1") @PathParam("list") String list,
            @HeaderParam("Accept") @Nullable String accept,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Suffixed name = Suffixed.of(list);
        Negotiation.Choice choice = name.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        return workers.comeBack(documents.statusList(name.name(), choice.form()))
                .map(found -> Hosted.response(found, choice.mediaType(), ifNoneMatch));
    }
}
