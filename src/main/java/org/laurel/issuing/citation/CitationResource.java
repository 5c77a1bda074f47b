package org.laurel.issuing.citation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** Lets authors see what is wrong with the research they cite, before anybody reviews it. */
@Path("/api/v1/citations/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials", description = "What can be earned, drafted, published, frozen.")
class CitationResource {
    private static final int MOST = 20;

    private final CitationCheck check;

    CitationResource(CitationCheck check) {
        this.check = check;
    }

    /**
     * What to check.
     *
     * @param citations of one micro-credential, at most twenty
     * @param ourselves names of those who offer it, by which self-citation is told
     */
    record CheckRequest(List<Citation> citations, List<String> ourselves) {
        CheckRequest {
            if (citations.isEmpty() || citations.size() > MOST) {
                throw new IllegalArgumentException("citations: expected 1 to " + MOST + ", got " + citations.size());
            }
        }
    }

    /** A fault, and the place of it in the request. */
    record FindingView(String pointer, CitationFault fault, String detail) {}

    /** What could not be looked at, which is no fault. */
    record UncheckedView(String pointer, String why) {}

    /** All of both. */
    record ReportView(List<FindingView> findings, List<UncheckedView> unchecked) {
        static ReportView of(CitationReport report) {
            return new ReportView(
                    report.findings().stream()
                            .map(one -> new FindingView("/citations" + one.pointer(), one.fault(), one.detail()))
                            .toList(),
                    report.unchecked().stream()
                            .map(one -> new UncheckedView("/citations/" + one.index(), one.why()))
                            .toList());
        }
    }

    @POST
    @Operation(
            operationId = "checkCitations",
            summary = "Check the research that is cited",
            description = "Names what is wrong: doi-malformed, url-malformed, not-found, title-differs, year-differs,"
                    + " authors-differ, retracted, quote-not-there, only-self-citation, one-source-for-several-claims,"
                    + " too-old. A register of works and the pages themselves are asked only where the service is set to;"
                    + " what cannot be reached is unchecked, never a fault. Nothing is kept.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CheckRequest.class),
                            example = "{\"citations\":[{\"authors\":[\"Hattie, John\",\"Timperley, Helen\"],"
                                    + "\"title\":\"The Power of Feedback\",\"year\":2007,\"doi\":\"10.3102/003465430298487\","
                                    + "\"claim\":\"Feedback on the task helps most\",\"tier\":\"moderate\"}],"
                                    + "\"ourselves\":[\"Oak Hill School District\"]}"))
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> check(byte[] body) {
        CheckRequest request = RecordReader.read(body, CheckRequest.class).orThrow();
        return check.check(request.citations(), request.ourselves())
                .map(report -> Responses.of(Answer.of(200, ReportView.of(report))));
    }
}
