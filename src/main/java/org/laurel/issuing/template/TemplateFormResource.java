package org.laurel.issuing.template;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;

/** The template, for those who write on it or make a form of it. */
@Path("/api/v1/programme/template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class TemplateFormResource {

    @GET
    @Operation(
            operationId = "getTemplateForm",
            summary = "Read the template",
            description =
                    "What each part of a micro-credential is called and what to write there, in the words that the"
                            + " completeness check uses; the pointers are those of a draft's \"template\".")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateForm.class),
                            example = "{\"edition\":1,\"parts\":[{\"pointer\":\"/title\",\"name\":\"Title\","
                                    + "\"help\":\"What an educator will say that they earned.\"}]}"))
    public Uni<Response> get() {
        return Uni.createFrom().item(() -> Responses.of(Answer.of(200, TemplateForm.CURRENT)));
    }
}
