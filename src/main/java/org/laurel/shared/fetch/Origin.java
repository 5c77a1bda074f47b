package org.laurel.shared.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a URL (RFC 6454 §4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case
 * @param port given or the scheme's own
 */
record Origin(String scheme, String host, int port) {

    /** The origin of an absolute URL with a host; null when it has none. */
    static @Nullable Origin of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** Reads a setting; throws IllegalArgumentException with a sentence for people. */
    static Origin parse(String text) {
        URI uri = URI.create(text.strip());
        Origin origin = of(uri);
        boolean bare = uri.getRawPath() == null
                || uri.getRawPath().isEmpty()
                || uri.getRawPath().equals("/");
        if (origin == null || !bare || uri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "expected an origin such as http://localhost:9911, got \"" + text + "\"");
        }
        return origin;
    }

    /** Whether it is plain http on this machine. */
    boolean isPlainLoopback() {
        return scheme.equals("http") && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    boolean is(@Nullable Origin other) {
        return Objects.equals(this, other);
    }
}
