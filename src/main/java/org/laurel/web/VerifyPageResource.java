package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** The verifier for people: a file to choose or a box to paste a badge or a link into, and the report as a page. */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
class VerifyPageResource {
    private final CredentialVerifier verifier;
    private final Template template;

    VerifyPageResource(CredentialVerifier verifier, @Location("web/verify.html") Template template) {
        this.verifier = verifier;
        this.template = template;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @QueryParam("url") @Nullable String url,
            @QueryParam("recipient") @Nullable String recipient,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        return url == null || url.isBlank() ? page(null, "", "", words) : judge(url, recipient, words);
    }

    /** Judges a file, or else what was pasted: the box still holds what was asked before. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public Uni<Response> post(
            @RestForm @Nullable String badge,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String recipient,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        if (file != null && file.size() > 0) { // browsers send an empty file when none was chosen
            return answer(verifier.verifyFile(file.uploadedFile(), Asked.whose(recipient)), "", words);
        }
        return badge == null || badge.isBlank()
                ? page(null, words.text("page.chooseFirst"), "", words)
                : judge(badge.strip(), recipient, words);
    }

    private Uni<Response> judge(String text, @Nullable String recipient, Wording words) {
        return answer(verifier.verify(text.getBytes(StandardCharsets.UTF_8), Asked.whose(recipient)), text, words);
    }

    private Uni<Response> answer(Uni<VerificationReport> report, String text, Wording words) {
        return report.chain(judged -> page(judged.in(words), "", text, words))
                .onFailure(failure -> failure instanceof FetchException || failure instanceof ProblemException)
                .recoverWithUni(failure -> page(null, refusal(failure, words), text, words));
    }

    /** Why nothing was judged, in the reader's language, and what to do instead. */
    static String refusal(Throwable failure, Wording words) {
        if (failure instanceof FetchException fetch) {
            return words.text(
                    fetch.reason() == FetchException.Reason.REFUSED ? "refusal.refused" : "refusal.unreachable");
        }
        ProblemType type = failure instanceof ProblemException problem ? problem.type() : ProblemType.INTERNAL;
        return switch (type) {
            case TOO_LARGE, BAD_PARAMETER -> words.text("refusal." + type.slug());
            default -> words.text("refusal.other");
        };
    }

    private Uni<Response> page(@Nullable VerificationReport report, String message, String text, Wording words) {
        return Html.page(
                template.data("report", report)
                        .data("verdict", report == null ? null : Verdicts.of(report, words))
                        .data("issuerKnown", report != null && issuerKnown(report))
                        .data("issuerAsked", report != null && issuerAsked(report))
                        .data("message", message)
                        .data("text", text),
                words);
    }

    /** Whether the registries were asked at all: nobody asks about who did not sign. */
    static boolean issuerAsked(VerificationReport report) {
        return report.check("issuer-known")
                .filter(check -> check.outcome() == CheckOutcome.WARNING || check.outcome() == CheckOutcome.PASSED)
                .isPresent();
    }

    /** Whether a registry that is trusted here names the issuer. */
    static boolean issuerKnown(VerificationReport report) {
        return report.check("issuer-known")
                .filter(check -> check.outcome() == CheckOutcome.PASSED)
                .isPresent();
    }
}
