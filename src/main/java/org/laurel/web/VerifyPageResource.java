package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.FetchException;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.VerificationReport;

/** The verifier for people: a box to paste a badge or a link into, and the report as a page. */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
class VerifyPageResource {
    private static final int MAX_TEXT = 1 << 20;

    private final CredentialVerifier verifier;
    private final Template template;

    VerifyPageResource(CredentialVerifier verifier, @Location("web/verify.html") Template template) {
        this.verifier = verifier;
        this.template = template;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @QueryParam("url") @Nullable String url, @QueryParam("recipient") @Nullable String recipient) {
        return url == null || url.isBlank() ? page(null, null, "") : judge(url, recipient);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public Uni<Response> post(@RestForm @Nullable String badge, @RestForm @Nullable String recipient) {
        return badge == null || badge.isBlank()
                ? page(null, "Paste a badge or a link first.", "")
                : judge(badge.strip(), recipient);
    }

    private Uni<Response> judge(String text, @Nullable String recipient) {
        String whose = recipient == null || recipient.isBlank() ? null : recipient.strip();
        if (text.length() > MAX_TEXT) {
            return page(null, "That is more than 1 MiB, too large for a badge.", "");
        }
        Optional<URI> link = link(text);
        Uni<VerificationReport> report = link.isPresent()
                ? verifier.verifyUrl(link.get(), whose)
                : verifier.verify(VerificationInput.of(text.getBytes(StandardCharsets.UTF_8), whose));
        return report.chain(judged -> page(judged, null, text))
                .onFailure(FetchException.class)
                .recoverWithUni(failure -> page(null, failure.getMessage(), text));
    }

    private static Optional<URI> link(String text) {
        try {
            return text.startsWith("http://") || text.startsWith("https://")
                    ? Optional.of(URI.create(text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Uni<Response> page(@Nullable VerificationReport report, @Nullable String message, String text) {
        return Html.page(template.data("report", report)
                .data("verdict", report == null ? null : Verdicts.of(report))
                .data("message", message)
                .data("text", text));
    }
}
