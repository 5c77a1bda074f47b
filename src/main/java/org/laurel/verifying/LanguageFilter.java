package org.laurel.verifying;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** Says a report in the language that the caller asked for, before it becomes a receipt. */
@Singleton
public final class LanguageFilter {
    /** Answers pass the filters of the highest priority first, and a receipt is made at the usual 5000. */
    private static final int BEFORE_RECEIPTS = 6000;

    /** Replaces a report by the same one in the language of the caller. */
    @ServerResponseFilter(priority = BEFORE_RECEIPTS)
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof VerificationReport report) {
            Wording words = Wording.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            if (words != Wording.ENGLISH) {
                response.setEntity(report.in(words)); // a report is made in English
            }
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, words.language());
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
