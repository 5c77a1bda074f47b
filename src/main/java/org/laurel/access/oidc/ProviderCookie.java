package org.laurel.access.oidc;

import java.time.Duration;
import java.util.Optional;
import org.laurel.access.caller.Presented;
import org.laurel.shared.origin.BaseUrl;

/**
 * The cookie that ties a sign-in to the browser that began it: nobody can have somebody else come back in their place, and
 * so work in their account unawares (RFC 6749 §10.12). No script reads it; it comes along when the provider leads back.
 */
final class ProviderCookie {
    /** How long a sign-in may take. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private ProviderCookie() {}

    /** The secret of the sign-in that the browser began last. */
    static Optional<String> secret(Presented presented, BaseUrl base) {
        return presented.cookie(name(base));
    }

    /** The header {@code Set-Cookie} that keeps it. */
    static String keep(ProviderFlow flow, BaseUrl base) {
        return cookie(flow.secret(), LONGEST, base);
    }

    /** The header {@code Set-Cookie} that forgets it. */
    static String forget(BaseUrl base) {
        return cookie("", Duration.ZERO, base);
    }

    /** {@code __Host-} makes browsers take it from this very host only (RFC 6265bis §4.1.3.2). */
    private static String name(BaseUrl base) {
        return base.isDevelopment() ? "laurel-oidc" : "__Host-laurel-oidc";
    }

    private static String cookie(String value, Duration age, BaseUrl base) {
        return name(base) + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (base.isDevelopment() ? "" : "; Secure");
    }
}
