package org.laurel.boot;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The settings by which people sign in at their organisation's OpenID Connect provider: all of them, or none. */
final class ProviderSettings {
    private static final String ISSUER = "LAUREL_OIDC_ISSUER";
    private static final List<String> TOGETHER =
            List.of(ISSUER, "LAUREL_OIDC_CLIENT_ID", "LAUREL_OIDC_CLIENT_SECRET", "LAUREL_OIDC_NAME");

    private ProviderSettings() {}

    /** Refuses a few without the others, and an issuer whose answers anybody on the way could change. */
    static void check(Map<String, String> environment, String baseUrl) {
        List<String> missing = TOGETHER.stream()
                .filter(name -> Settings.set(environment, name).isEmpty())
                .toList();
        if (missing.size() == TOGETHER.size()) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new StartException(String.join(", ", missing)
                    + (missing.size() == 1 ? " is" : " are")
                    + " missing: signing in by OpenID Connect needs all of " + String.join(", ", TOGETHER));
        }
        String issuer = Settings.set(environment, ISSUER).orElseThrow();
        if (!isIssuer(issuer, baseUrl.startsWith("http:"))) {
            throw new StartException(ISSUER + ": expected an https URL without query and fragment such as"
                    + " https://login.example.org, or http on localhost while LAUREL_BASE_URL is too; got \"" + issuer
                    + "\"");
        }
    }

    /** OpenID Connect Core 1.0 §2, {@code iss}; exactly as the provider writes it. */
    private static boolean isIssuer(String text, boolean atHome) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String host = uri.getHost();
        boolean bare = host != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        return bare
                && ("https".equals(uri.getScheme())
                        || atHome && "http".equals(uri.getScheme()) && Settings.LOOPBACK.contains(host));
    }
}
