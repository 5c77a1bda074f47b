package org.laurel.verifying.receipt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** {@code /verify/receipt}: tells whether a receipt that somebody filed is genuine. */
@Path("/verify/receipt")
@Tag(name = "Verification")
@Produces(MediaType.APPLICATION_JSON)
final class ReceiptResource {
    private final Receipts receipts;

    ReceiptResource(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Checks a receipt. */
    @POST
    @Consumes({"application/jwt", "text/plain", "application/octet-stream"})
    @Operation(
            operationId = "verifyReceipt",
            summary = "Check a receipt",
            description =
                    "A receipt is what POST /verify?receipt=true answered: the report, signed by this service's own"
                            + " key, which /.well-known/jwks.json publishes and the receipt carries. Nothing is looked up:"
                            + " the answer is about the time at which the receipt was made.")
    @RequestBody(description = "The receipt, a compact JWS: eyJhbGciOiJFZERTQSIs….eyJpc3MiOi….c2lnbmF0dXJl")
    @APIResponse(responseCode = "200", description = "Whether it is genuine, and the report in it")
    @APIResponse(responseCode = "400", description = "The body is empty")
    public ReceiptCheck check(
            @Nullable String body,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        if (body == null || body.isBlank()) {
            throw ProblemException.of(ProblemType.MALFORMED, "expected a receipt, got an empty body");
        }
        return receipts.check(body, Wording.of(language));
    }
}
