package org.laurel.verifying;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Takes a body for what it holds where nobody said what it is: programs such as curl call every body a form, and only a
 * page sends one and wants a page back.
 */
@Singleton
public final class UnnamedBodies {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BEFORE_RESOURCES = -99_998;

    void register(@Observes Router router) {
        for (String path : new String[] {"/verify", "/verify/receipt"}) {
            router.route(HttpMethod.POST, path).order(BEFORE_RESOURCES).handler(UnnamedBodies::rename);
        }
    }

    private static void rename(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = header(request, HttpHeaders.CONTENT_TYPE);
        boolean page = header(request, HttpHeaders.ACCEPT).contains("text/html");
        if (type.isBlank() || (type.startsWith(FORM) && !page)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        }
        context.next();
    }

    private static String header(HttpServerRequest request, CharSequence name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
