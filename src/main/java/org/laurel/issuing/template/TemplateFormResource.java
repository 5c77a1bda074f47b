package org.laurel.issuing.template;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

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
    public Uni<Response> get(
            @Parameter(description = "A number, or current; the first is the only one there is", example = "current")
                    @QueryParam("edition")
                    @Nullable String edition) {
        if (edition != null && !edition.equals("current") && !edition.equals("" + TemplateForm.CURRENT.edition())) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is no such edition of the template; the current one is " + TemplateForm.CURRENT.edition()
                            + ".");
        }
        return Uni.createFrom().item(() -> Responses.of(Answer.of(200, TemplateForm.CURRENT)));
    }
}
