package org.laurel.verifying;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** {@code /verify}: judges a badge that anyone sends, or a link to one. */
@Path("/verify")
@Tag(name = "Verification")
@Produces({MediaType.APPLICATION_JSON, "application/jwt"})
final class VerifyResource {
    private static final String EXAMPLE =
            "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", \"…\"], \"type\": [\"VerifiableCredential\","
                    + " \"OpenBadgeCredential\"], \"…\": \"…\"}";

    private final CredentialVerifier verifier;

    VerifyResource(CredentialVerifier verifier) {
        this.verifier = verifier;
    }

    /** Judges what is sent, or follows the link that it is. The method is public because the framework passes over others. */
    @POST
    @Consumes({
        "application/vc",
        "application/vc+ld+json",
        "application/vp",
        "application/ld+json",
        "application/json",
        "application/vc+jwt",
        "application/vp+jwt",
        "application/vc+sd-jwt",
        "application/dc+sd-jwt",
        "application/jwt",
        "text/plain",
        "image/png",
        "image/jpeg",
        "image/svg+xml",
        "image/gif",
        "image/webp",
        "text/html",
        "application/pdf",
        "application/zip",
        "application/jose",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Operation(
            operationId = "verify",
            summary = "Verify a badge",
            description =
                    "Judges an Open Badge 3.0 or 2.0 or another Verifiable Credential: JSON with an embedded proof, a"
                            + " compact JWS around a credential (OB 3.0 §8.2), or a PNG or SVG with either inside (OB 3.0 §5.3)"
                            + " or a QR code on it, or a PDF with either as an embedded file. A text that is a URL, or a body {\"url\": \"https://…\"}, is a link to"
                            + " one. What was sent is told by its content. As multipart/form-data, either file or url is sent."
                            + " The answer is 200 whenever there was something to judge; look at \"verified\" and"
                            + " \"outcome\".")
    @RequestBody(
            description = "A credential, at most 1 MiB, a picture or PDF of at most 10 MiB with one inside, or a link: "
                    + EXAMPLE + ", or eyJhbGciOiJFUzI1NiIs….eyJAY29udGV4dCI6….c2lnbmF0dXJl")
    @APIResponse(responseCode = "200", description = "The report: every check, its outcome, and one plain sentence")
    @APIResponse(responseCode = "400", description = "The body is no credential, or the link goes where we do not go")
    @APIResponse(
            responseCode = "413",
            description = "JSON or a JWT is larger than 1 MiB, or a picture or PDF than 10 MiB")
    @APIResponse(responseCode = "415", description = "The media type is not taken here")
    @Parameter(
            name = "receipt",
            in = ParameterIn.QUERY,
            description = "true: the answer is the report as a signed receipt, application/jwt, for /verify/receipt",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<VerificationReport> sent(byte @Nullable [] body, @BeanParam AskedParameters asked) {
        return report(verifier.verify(body == null ? new byte[0] : body, asked.asked()));
    }

    /** Judges a file of a form, or follows the link of one. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "verifyForm",
            summary = "Verify a badge that is a file of a form",
            description = "The same for a form with either file or url.")
    @APIResponse(responseCode = "200", description = "The report: every check, its outcome, and one plain sentence")
    @APIResponse(responseCode = "400", description = "The file is no credential, or the form has not one of the two")
    public Uni<VerificationReport> upload(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("url") @Nullable String url,
            @BeanParam AskedParameters asked) {
        if ((file == null) == (url == null)) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER, "expected either file or url in the form, got neither or both");
        }
        return file == null
                ? follow(InputForms.url(url, "/url"), asked)
                : report(verifier.verifyFile(file.uploadedFile(), asked.asked()));
    }

    /** Follows a link. */
    @GET
    @Operation(
            operationId = "verifyLink",
            summary = "Verify the badge behind a link",
            description = "Follows the link, at most three redirects and one page that names a credential, and judges"
                    + " what is there.")
    @APIResponse(responseCode = "200", description = "The report; indeterminate when nothing could be had")
    @APIResponse(responseCode = "400", description = "The parameter is no https URL, or nothing there is a credential")
    public Uni<VerificationReport> link(
            @Parameter(description = "An https URL", example = "https://laurel.example/credentials/1-abc.json")
                    @QueryParam("url")
                    @Nullable String url,
            @BeanParam AskedParameters asked) {
        return follow(InputForms.url(url, "?url"), asked);
    }

    private Uni<VerificationReport> follow(URI url, AskedParameters asked) {
        return report(verifier.verifyUrl(url, asked.asked()));
    }

    private static Uni<VerificationReport> report(Uni<VerificationReport> report) {
        return report.onFailure(FetchException.class)
                .transform(
                        refusal -> ProblemException.of(ProblemType.BAD_PARAMETER, String.valueOf(refusal.getMessage())))
                .map(VerifyResource::refuseWhatIsNoCredential);
    }

    /** What could not be read is not a failed verification: there was nothing to verify. */
    private static VerificationReport refuseWhatIsNoCredential(VerificationReport report) {
        if (report.outcome() != Verdict.FAILED) {
            return report;
        }
        report.checks().stream()
                .filter(check -> check.outcome() == CheckOutcome.FAILED)
                .map(CheckReport::problems)
                .flatMap(problems -> problems.stream())
                .filter(problem -> problem.kind() == ProblemKind.NOT_READABLE)
                .map(Problem::detail)
                .findFirst()
                .ifPresent(detail -> {
                    throw ProblemException.of(ProblemType.NOT_A_CREDENTIAL, detail);
                });
        return report;
    }
}
