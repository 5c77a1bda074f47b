package org.laurel.shared.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.shared.problem.ProblemType;

/**
 * What every request meets first: ambiguous framing is refused (RFC 9112 §6.3), public documents and the verifier are open
 * to pages of other origins (CORS {@code *}, nothing else is), and the server's own refusals have our shape.
 */
@ApplicationScoped
public class FrontDoor {
    /** Where routes stand that take or give streams, of any length: right behind it, before all that bounds bodies. */
    public static final int BEHIND = -99_999;

    private static final int FIRST = -100_000;
    /** Behind the routes that take larger bodies as a stream, before the framework hangs up without a word. */
    private static final int SIZED = -99_000;

    /** RFC 9110 §8.3.1; parameters are for whoever reads the body. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*(?:;.*)?)?");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<String> CLOSED =
            List.of("/api/", "/console", "/docs", "/sign-in", "/sign-out", "/welcome");

    private final long mostBytes;

    FrontDoor(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(FrontDoor::enter);
        router.route().order(SIZED).handler(this::measure);
        router.errorHandler(
                413,
                context -> Refusals.refuse(context, ProblemType.TOO_LARGE, "The body is larger than is taken here."));
        router.errorHandler(
                404, context -> Refusals.refuse(context, ProblemType.NOT_FOUND, "There is nothing at this address."));
        router.errorHandler(
                400, context -> Refusals.refuse(context, ProblemType.MALFORMED, "The request cannot be read."));
        router.errorHandler(
                405,
                context -> Refusals.refuse(
                        context, ProblemType.METHOD_NOT_ALLOWED, "This address does not take that method."));
    }

    private static void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isAmbiguous(request)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Refusals.refuse(context, ProblemType.MALFORMED, "The framing of the request is ambiguous.");
            return;
        }
        if (request.uri().contains("%00")) {
            Refusals.refuse(
                    context, ProblemType.MALFORMED, "The address has a NUL character (%00), which no text here has.");
            return;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
            Refusals.refuse(
                    context,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type cannot be read: expected type/subtype.");
            return;
        }
        context.response().putHeader("X-Content-Type-Options", "nosniff");
        if (!isPublic(context)) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
        if (HttpMethod.OPTIONS.equals(request.method())) {
            context.response()
                    .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST")
                    .putHeader("Access-Control-Allow-Headers", "Accept, Content-Type")
                    .putHeader("Access-Control-Max-Age", "86400")
                    .setStatusCode(204)
                    .end();
            return;
        }
        context.next();
    }

    /** Nothing of a body that says that it is too large is read, so that the connection is of no more use. */
    private void measure(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isMore(length)) {
            context.next();
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(sent -> context.request().connection().close());
        Refusals.refuse(context, ProblemType.TOO_LARGE, "The body is larger than is taken here.");
    }

    /** What is no number, which the codec lets nobody send, is taken for too much. */
    private boolean isMore(String length) {
        return !LENGTH.matcher(length).matches() || Long.parseLong(length) > mostBytes;
    }

    private static boolean isAmbiguous(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean strange = encodings.size() > 1
                || encodings.size() == 1
                        && !"chunked".equalsIgnoreCase(encodings.get(0).strip());
        return strange
                || !encodings.isEmpty() && request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().getAll(HttpHeaders.HOST).size() > 1;
    }

    private static boolean isPublic(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = plain(context);
        if (path.equals("/verify") || path.startsWith("/verify/")) {
            return true;
        }
        boolean reading = READING.contains(request.method()) || HttpMethod.OPTIONS.equals(request.method());
        return reading && CLOSED.stream().noneMatch(path::startsWith);
    }

    /** The path as it will be matched: no dot segments, needless escapes or matrix parameters (RFC 3986 §6.2.2). */
    private static String plain(RoutingContext context) {
        String path = context.normalizedPath();
        return path.indexOf(';') < 0 && !path.contains("//")
                ? path
                : path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
    }
}
