package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /registry}: whom this service has screened, for other verifiers to trust or not. */
@Path("/registry")
@Tag(name = "Public documents")
class RegistryResource {
    private static final String MAX_AGE = "max-age=300";

    private final IssuerRegistry registry;

    RegistryResource(IssuerRegistry registry) {
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getRegistry",
            summary = "Issuers that passed screening",
            description =
                    "By DID, in the form of the Digital Credentials Consortium's registries, with the same as a JWT"
                            + " under \"signed\"; as application/jwt the JWT alone. It is signed with the service's own key, which"
                            + " /.well-known/jwks.json publishes; meta.programme names the programme that screens. Who was let in without screening is not in it.")
    @APIResponse(
            responseCode = "200",
            description = "The registry",
            content = {
                @Content(
                        mediaType = "application/json",
                        example =
                                "{\"meta\":{\"updated\":\"2026-11-25T08:00:00Z\",\"programme\":{\"id\":\"did:web:…\",\"name\":\"…\"}},\"registry\":{\"did:web:…\":{\"name\":\"Oak"
                                        + " Hill\",\"url\":\"https://oakhill.example\"}},\"signed\":\"eyJhbGciOiJFZERTQSIs….….…\"}"),
                @Content(mediaType = "application/jwt", example = "eyJhbGciOiJFZERTQSIs….….…")
            })
    public Uni<Response> json() {
        return registry.json().map(RegistryResource::answer);
    }

    /** The same, as a JWT. The method is public because the framework passes over others. */
    @GET
    @Produces("application/jwt")
    @Operation(hidden = true)
    public Uni<Response> jwt() {
        return registry.jwt().map(RegistryResource::answer);
    }

    private static Response answer(Object body) {
        return Response.ok(body instanceof ObjectNode json ? json.toString() : body)
                .header("Cache-Control", MAX_AGE)
                .header("Vary", "Accept")
                .build();
    }
}
