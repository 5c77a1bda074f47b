package org.laurel.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.receipt.ReceiptCheck;
import org.laurel.verifying.receipt.Receipts;
import org.laurel.verifying.report.Wording;

/** For people who filed a receipt: a box to paste it into, and what it says. */
@Path("/verify/receipt")
@Produces(MediaType.TEXT_HTML)
class ReceiptPageResource {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Receipts receipts;
    private final ObjectMapper json;
    private final Template template;

    ReceiptPageResource(Receipts receipts, ObjectMapper json, @Location("web/receipt.html") Template template) {
        this.receipts = receipts;
        this.json = json;
        this.template = template;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(@HeaderParam("Accept-Language") @Nullable String language) {
        return page(null, "", "", Wording.of(language));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> post(
            @RestForm @Nullable String receipt, @HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        return receipt == null || receipt.isBlank()
                ? page(null, words.text("page.receiptPaste"), "", words)
                : check(receipt.strip(), words);
    }

    /** What came of a receipt that was pasted where badges are. */
    Uni<Response> check(String receipt, Wording words) {
        return page(receipts.check(receipt, words), "", receipt, words);
    }

    private Uni<Response> page(@Nullable ReceiptCheck check, String message, String text, Wording words) {
        Map<String, Object> report =
                check == null || check.report() == null ? null : json.convertValue(check.report(), MEMBERS);
        return Html.page(
                template.data("check", check)
                        .data("report", report)
                        .data("message", message)
                        .data("text", text),
                words);
    }
}
