package org.laurel.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.laurel.verifying.report.Wording;

/** Sends pages: no script, no foreign resource, no frame, and only as fresh as the verification they show. */
final class Html {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' https: data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /** A page that is in English whoever asks. */
    static Uni<Response> page(TemplateInstance page) {
        return page(page, Wording.ENGLISH);
    }

    /** A page in the language that was asked for. */
    static Uni<Response> page(TemplateInstance page, Wording words) {
        return page.data("words", words.texts("page."))
                .data("outcomes", words.texts("outcome."))
                .data("lang", words.language())
                .createUni()
                .map(html -> Response.ok(html)
                        .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .header("Content-Security-Policy", POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }
}
