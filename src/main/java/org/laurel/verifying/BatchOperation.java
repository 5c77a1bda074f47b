package org.laurel.verifying;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.laurel.shared.door.StreamedOperations;

/** Writes {@code POST /verify/batch} into the API document, which sees only JAX-RS by itself. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class BatchOperation implements OASFilter {
    private static final String IN =
            "{\"@context\":[\"…\"],\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"]}\n"
                    + "\"eyJhbGciOiJFUzI1NiJ9….…\"\n{\"url\":\"https://badges.example/c/1.json\"}\n";
    private static final String OUT = "{\"line\":1,\"verified\":true,\"outcome\":\"verified\",\"summary\":\"…\"}\n";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Operation operation = OASFactory.createOperation()
                .operationId("verifyBatch")
                .summary("Verify many badges")
                .description(
                        "One badge a line: a credential, a JWT (in quotes or not) or {\"url\"}; or one a file of a ZIP archive: JSON,"
                                + " JWT, PNG, SVG, PDF or JPEG, at most 10 MiB each. At most 10,000 lines of"
                                + " 1 MiB and 256 MiB in all. The reports come as a stream, in order, each with its line;"
                                + " with Accept: text/csv as rows for a spreadsheet. A line that is no credential gets a"
                                + " report that says so, and the others are judged.")
                .tags(List.of("Verification"))
                .addParameter(OASFactory.createParameter()
                        .name("recipient")
                        .in(Parameter.In.QUERY)
                        .description("Whose the badges should be: an e-mail address, a name, a DID or a URL")
                        .example("ada@example.org")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(StreamedOperations.content("application/x-ndjson", IN)
                                .addMediaType(
                                        "application/zip",
                                        OASFactory.createMediaType().example("an archive of at most 256 MiB"))))
                .responses(responses());
        document.getPaths()
                .addPathItem("/verify/batch", OASFactory.createPathItem().POST(operation));
    }

    private static APIResponses responses() {
        return OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description("A report a line")
                                .content(StreamedOperations.content("application/x-ndjson", OUT)
                                        .addMediaType(
                                                "text/csv",
                                                OASFactory.createMediaType()
                                                        .example("line,verified,outcome,summary,…"))))
                .addAPIResponse(
                        "400",
                        OASFactory.createAPIResponse()
                                .description("No ZIP archive, or a parameter that is for one badge at a time"))
                .addAPIResponse("415", OASFactory.createAPIResponse().description("The media type is not taken here"))
                .addAPIResponse(
                        "429",
                        OASFactory.createAPIResponse()
                                .description("Other batches are being judged; Retry-After says when to come back"));
    }
}
