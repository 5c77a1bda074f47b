package org.laurel.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Sends pages: no script, no foreign resource, no frame, and only as fresh as the verification they show. */
final class Html {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' https: data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    static Uni<Response> page(TemplateInstance page) {
        return page.createUni().map(html -> Response.ok(html)
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build());
    }
}
