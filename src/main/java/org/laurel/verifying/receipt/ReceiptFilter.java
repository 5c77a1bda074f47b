package org.laurel.verifying.receipt;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laurel.verifying.report.VerificationReport;

/** Answers {@code /verify?receipt=true}, or who accepts {@code application/jwt}, with the receipt instead of the report. */
@Singleton
public final class ReceiptFilter {
    private static final MediaType JWT = new MediaType("application", "jwt");

    private final Receipts receipts;

    ReceiptFilter(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Replaces a report by its receipt, when that is what was asked for. */
    @ServerResponseFilter
    public void write(ContainerRequestContext request, ContainerResponseContext response) {
        boolean asked = "true".equals(request.getUriInfo().getQueryParameters().getFirst("receipt"));
        if ((asked || isAccepted(request)) && response.getEntity() instanceof VerificationReport report) {
            response.setEntity(receipts.write(report), response.getEntityAnnotations(), JWT);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, JWT);
        }
    }

    /** Who takes a JWT sooner than JSON asks for the receipt. */
    private static boolean isAccepted(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(JWT) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}
