package org.laurel.web.evidence;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.laurel.shared.door.StreamedOperations;

/** Writes the evidence that badges show into the API document, which sees only JAX-RS by itself. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EvidenceOperations implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .addPathItem(
                        "/evidence/{token}",
                        OASFactory.createPathItem()
                                .GET(OASFactory.createOperation()
                                        .operationId("getShownEvidence")
                                        .tags(List.of("Public documents"))
                                        .summary("Read evidence that a badge shows")
                                        .description(
                                                "The very bytes whose digest stands in the badge (digestMultibase), while its holder"
                                                        + " leaves it open: in a sandbox, of sound and video pieces, too (Range). What is"
                                                        + " closed or erased says nothing against the badge.")
                                        .addParameter(StreamedOperations.path("token"))
                                        .responses(OASFactory.createAPIResponses()
                                                .addAPIResponse(
                                                        "200",
                                                        OASFactory.createAPIResponse()
                                                                .description("The bytes")
                                                                .content(StreamedOperations.content(
                                                                        "text/plain", "We changed the lesson. …")))
                                                .addAPIResponse(
                                                        "403",
                                                        OASFactory.createAPIResponse()
                                                                .description("Closed by the holder of the badge"))
                                                .addAPIResponse(
                                                        "404",
                                                        OASFactory.createAPIResponse()
                                                                .description("There was never anything here"))
                                                .addAPIResponse(
                                                        "410",
                                                        OASFactory.createAPIResponse()
                                                                .description("Erased")))));
    }
}
