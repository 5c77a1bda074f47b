package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import org.laurel.verifying.AskedParameters;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.receipt.Receipts;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** The verifier for people: a file to choose or a box to paste a badge or a link into, and the report as a page. */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
class VerifyPageResource {
    private final CredentialVerifier verifier;
    private final ReceiptPageResource receipts;
    private final Template template;

    VerifyPageResource(
            CredentialVerifier verifier, ReceiptPageResource receipts, @Location("web/verify.html") Template template) {
        this.verifier = verifier;
        this.receipts = receipts;
        this.template = template;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @QueryParam("url") @Nullable String url,
            @BeanParam AskedParameters parameters,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Entered entered = new Entered(url == null ? "" : url.strip(), parameters.asked());
        Wording words = Wording.of(language);
        return entered.text().isEmpty() ? page(null, "", entered, words) : judge(entered, words);
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
        Entered entered = new Entered(badge == null ? "" : badge.strip(), Asked.whose(recipient));
        if (file != null && file.size() > 0) { // browsers send an empty file when none was chosen
            return entered.text().isEmpty()
                    ? answer(verifier.verifyFile(file.uploadedFile(), entered.asked()), entered, words)
                    : page(null, words.text("page.chooseOne"), entered, words);
        }
        if (entered.text().isEmpty()) {
            return page(null, words.text("page.chooseFirst"), entered, words);
        }
        return Receipts.isMeant(entered.text()) ? receipts.check(entered.text(), words) : judge(entered, words);
    }

    private Uni<Response> judge(Entered entered, Wording words) {
        byte[] bytes = entered.text().getBytes(StandardCharsets.UTF_8);
        return answer(verifier.verify(bytes, entered.asked()), entered, words);
    }

    private Uni<Response> answer(Uni<VerificationReport> report, Entered entered, Wording words) {
        return report.chain(judged -> page(judged, "", entered, words))
                .onFailure(failure -> failure instanceof FetchException || failure instanceof ProblemException)
                .recoverWithUni(failure -> page(null, refusal(failure, words), entered, words));
    }

    /** Why nothing was judged, in the reader's language, and what to do instead. */
    static String refusal(Throwable failure, Wording words) {
        if (failure instanceof FetchException fetch) {
            return words.text(
                    fetch.reason() == FetchException.Reason.REFUSED ? "refusal.refused" : "refusal.unreachable");
        }
        ProblemType type = failure instanceof ProblemException problem ? problem.type() : ProblemType.INTERNAL;
        return switch (type) {
            case TOO_LARGE, BAD_PARAMETER, GONE, NOT_A_CREDENTIAL -> words.text("refusal." + type.slug());
            default -> words.text("refusal.other");
        };
    }

    private Uni<Response> page(@Nullable VerificationReport report, String message, Entered entered, Wording words) {
        return Html.page(
                template.data("one", report == null ? null : ShownReport.of(report, words))
                        .data("message", message)
                        .data("text", entered.text())
                        .data("recipient", entered.asked().recipient()),
                words);
    }

    private record Entered(String text, Asked asked) {}
}
