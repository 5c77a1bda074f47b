package org.laurel.access.caller;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;

/**
 * What a request says of who sends it.
 *
 * @param method of the request
 * @param authorization the header {@code Authorization}
 * @param cookies the header {@code Cookie}
 * @param origin the header {@code Origin}, which browsers send with every request that changes something
 * @param site the header {@code Sec-Fetch-Site}
 */
public record Presented(
        String method,
        @Nullable String authorization,
        @Nullable String cookies,
        @Nullable String origin,
        @Nullable String site) {
    private static final String BEARER = "bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Reads the headers.
     *
     * @param header gives a header by its name, null when it did not come
     */
    public static Presented of(String method, Function<String, @Nullable String> header) {
        return new Presented(
                method,
                header.apply("Authorization"),
                header.apply("Cookie"),
                header.apply("Origin"),
                header.apply("Sec-Fetch-Site"));
    }

    /**
     * The name of the cookie of a session. {@code __Host-} makes browsers take it from this very host only, by https, for all
     * of its paths (RFC 6265bis §4.1.3.2).
     */
    public static String cookieName(BaseUrl base) {
        return base.isDevelopment() ? "laurel-session" : "__Host-laurel-session";
    }

    /** The token, wherever it stands. */
    public Optional<String> token(BaseUrl base) {
        return bearer().or(() -> session(base));
    }

    Optional<String> bearer() {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    Optional<String> session(BaseUrl base) {
        return cookie(cookieName(base));
    }

    /** The value of a cookie by its name; of the first, when there are several. */
    public Optional<String> cookie(String name) {
        if (cookies == null) {
            return Optional.empty();
        }
        String start = name + "=";
        for (String cookie : cookies.split(";", -1)) {
            if (cookie.strip().startsWith(start)) {
                return Optional.of(cookie.strip().substring(start.length())).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it changes nothing, or a page of ours sent it: a page of somebody else cannot write these headers. A page that
     * tells nobody its address sends a form with the origin {@code null} (Fetch §3.2), which says nothing; the site does.
     */
    public boolean isFromOurPages(BaseUrl base) {
        if (SAFE.contains(method)) {
            return true;
        }
        return origin == null || origin.equals("null") ? "same-origin".equals(site) : origin.equals(base.text());
    }
}
