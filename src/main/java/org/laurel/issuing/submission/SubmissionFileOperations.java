package org.laurel.issuing.submission;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.StreamedOperations;

/** Writes the streams of files into the API document, which sees only JAX-RS by itself. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SubmissionFileOperations implements OASFilter {
    private static final String FILE = "/api/v1/submissions/{id}/files/{file}";
    private static final String STREAM = "application/octet-stream";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        PathItem file = document.getPaths().getPathItem(FILE);
        if (file == null) {
            return;
        }
        file.GET(get()).PATCH(patch());
        PathItem files = document.getPaths().getPathItem("/api/v1/submissions/{id}/files");
        files.getPOST()
                .addParameter(
                        StreamedOperations.query("part", "the id of the part, where the body is the file", "plans"))
                .addParameter(StreamedOperations.query("name", "the name of the file, likewise", "plan.pdf"));
        files.getPOST()
                .getRequestBody()
                .getContent()
                .addMediaType(STREAM, OASFactory.createMediaType().schema(binary()))
                .addMediaType(
                        "multipart/form-data",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty(
                                                "part",
                                                OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                                        .addProperty("file", binary())));
        document.getPaths()
                .addPathItem(
                        "/api/v1/assessments/{id}/files/{file}",
                        OASFactory.createPathItem().GET(blind()));
    }

    private static Operation get() {
        return operation("getSubmissionFile", "Evidence", Scopes.SUBMISSION_READ)
                .summary("Read a file")
                .description(
                        "As it was handed in. PDF, pictures, sound and video may be shown in place, the rest is saved; of"
                                + " sound and video pieces are sent (Range).")
                .responses(answers("200", "The bytes", STREAM));
    }

    private static Operation patch() {
        return operation("sendSubmissionFile", "Evidence", Scopes.SUBMISSION_WRITE)
                .summary("Go on sending a file")
                .description(
                        "From Upload-Offset on (tus 1.0); HEAD tells how much has come, as Upload-Offset of Upload-Length. What came of a broken connection is kept for a day. With the last"
                                + " byte the file is looked at: what is not what its name says is refused (422), and gone.")
                .addParameter(StreamedOperations.text("Upload-Offset", Parameter.In.HEADER)
                        .required(true)
                        .description("how much has come before")
                        .example("0"))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/offset+octet-stream",
                                        OASFactory.createMediaType().schema(binary()))))
                .responses(answers("204", "Durable; Upload-Offset says how much has come", null)
                        .addAPIResponse(
                                "409",
                                OASFactory.createAPIResponse()
                                        .description("It goes on elsewhere, or somebody else writes it now"))
                        .addAPIResponse("413", OASFactory.createAPIResponse().description("More than was announced")));
    }

    private static Operation blind() {
        return operation("getAssessmentFile", "Assessment", Scopes.ASSESSMENT_READ)
                .summary("Read a file of evidence")
                .description(
                        "For who has taken the assessment: under a name that says nothing, and without what the file says of"
                                + " who made it.")
                .responses(answers("200", "The bytes", STREAM));
    }

    private static APIResponses answers(String status, String description, @Nullable String type) {
        APIResponse response = OASFactory.createAPIResponse().description(description);
        if (type != null) {
            response.content(OASFactory.createContent()
                    .addMediaType(
                            type, OASFactory.createMediaType().schema(binary()).example("%PDF-1.7 …")));
        }
        return OASFactory.createAPIResponses().addAPIResponse(status, response);
    }

    private static Schema binary() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
    }

    private static Operation operation(String id, String tag, String scope) {
        return StreamedOperations.operation(id, tag, Scopes.SCHEME, scope)
                .addParameter(StreamedOperations.path("id"))
                .addParameter(StreamedOperations.path("file"));
    }
}
