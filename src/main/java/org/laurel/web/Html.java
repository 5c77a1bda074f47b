package org.laurel.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;
import org.laurel.verifying.report.Wording;

/** Sends pages: no script but our own, no foreign resource, no frame around them, as fresh as the verification they show. */
public final class Html {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private Html() {}

    /** A page that is in English whoever asks. */
    static Uni<Response> page(TemplateInstance page) {
        return page(page, Wording.ENGLISH);
    }

    /** A page in the language that was asked for. */
    static Uni<Response> page(TemplateInstance page, Wording words) {
        return answered(Response.ok(), page, words);
    }

    /**
     * A page with a status of its own.
     *
     * @param start the status
     */
    static Uni<Response> answered(Response.ResponseBuilder start, TemplateInstance page, Wording words) {
        return rendered(page, words)
                .map(html -> response(start.entity(html), words, "'none'").build());
    }

    /**
     * A page that may stand within pages of others.
     *
     * @param start the status
     */
    static Uni<Response> framed(Response.ResponseBuilder start, TemplateInstance page, Wording words) {
        return rendered(page, words)
                .map(html -> response(start.entity(html), words, "*").build());
    }

    /**
     * A page with a tag that changes when anything in it does but the time of the verification.
     *
     * @param ifNoneMatch the tags that the reader has
     * @param time how that time stands in the page
     */
    static Uni<Response> tagged(TemplateInstance page, Wording words, @Nullable String ifNoneMatch, String time) {
        return rendered(page, words).map(html -> {
            String lasting = html.replace(time, "");
            String tag = "W/\"" + Base64Url.encode(Sha256.of(lasting.getBytes(StandardCharsets.UTF_8))) + "\"";
            boolean fresh = EntityTags.matches(ifNoneMatch, tag);
            return response(fresh ? Response.notModified() : Response.ok(html), words, "'none'")
                    .header(HttpHeaders.ETAG, tag)
                    .build();
        });
    }

    /**
     * A page for one person: nobody keeps it, so that going back after signing out shows nothing.
     *
     * @param start its status, and headers of its own
     */
    public static Uni<Response> personal(Response.ResponseBuilder start, TemplateInstance page, Wording words) {
        return rendered(page, words).map(html -> response(start.entity(html), words, "'none'")
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .build());
    }

    /** The same where a route of its own answers. */
    public static Uni<Void> personal(RoutingContext context, int status, TemplateInstance page, Wording words) {
        return personal(Response.status(status), page, words)
                .invoke(response -> send(context, response))
                .replaceWithVoid();
    }

    /** Leads on from there. */
    public static void leadOn(RoutingContext context, String address) {
        send(context, leadOn(address).build());
    }

    private static void send(RoutingContext context, Response response) {
        HttpServerResponse sent = context.response().setStatusCode(response.getStatus());
        response.getStringHeaders().forEach(sent::putHeader);
        sent.end(response.hasEntity() ? response.getEntity().toString() : "");
    }

    /** Leads on to a page after something was done, so that loading it again does it not again (RFC 9110 §15.4.4). */
    public static Response.ResponseBuilder leadOn(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    /** The text of a page. */
    static Uni<String> rendered(TemplateInstance page, Wording words) {
        return page.data("words", words.texts("page."))
                .data("outcomes", words.texts("outcome."))
                .data("lang", words.language())
                .createUni();
    }

    private static Response.ResponseBuilder response(
            Response.ResponseBuilder response, Wording words, String ancestors) {
        return response.header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HttpHeaders.VARY, ReadParameters.VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY + ancestors)
                .header("Referrer-Policy", "no-referrer");
    }
}
