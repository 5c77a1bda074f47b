package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an issuer publishes what it awards, as its profile says: at addresses that begin so ({@code startsWith}), at
 * these hosts ({@code allowedOrigins}), or, where it says nothing, at the profile's own (OB 2.0, VerificationObject).
 */
final class IssuerScope {

    private IssuerScope() {}

    /**
     * Why an address lies outside; empty when it lies within.
     *
     * @param profile the issuer's profile as it is published
     * @param issuerId the address of the profile
     * @param id the address that is judged
     */
    static Optional<String> objection(JsonNode profile, String issuerId, String id) {
        JsonNode policy = profile.path("verification");
        List<String> beginnings = Texts.of(policy.path("startsWith"));
        if (!beginnings.isEmpty() && beginnings.stream().noneMatch(beginning -> beginsWith(id, beginning))) {
            return Optional.of("the issuer's badges have addresses that begin with " + String.join(" or ", beginnings)
                    + ", and this is " + id);
        }
        List<String> hosts = Texts.of(policy.path("allowedOrigins"));
        if (hosts.isEmpty() && beginnings.isEmpty()) {
            hosts = List.of(authority(issuerId));
        }
        return hosts.isEmpty() || hosts.stream().anyMatch(host -> isAt(id, host))
                ? Optional.empty()
                : Optional.of("the issuer's badges lie at " + String.join(" or ", hosts) + ", and this one at "
                        + authority(id));
    }

    /** The host must be the same, too: {@code https://a.example} is no beginning of {@code https://a.example.evil.example}. */
    private static boolean beginsWith(String id, String beginning) {
        return id.startsWith(beginning)
                && !authority(beginning).isEmpty()
                && authority(id).equals(authority(beginning));
    }

    /** An origin is named by its host, with or without port, or in full. */
    private static boolean isAt(String id, String origin) {
        String named = Texts.isUrl(origin) ? authority(origin) : origin.toLowerCase(Locale.ROOT);
        return !named.isEmpty() && authority(id).equals(named);
    }

    private static String authority(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null || authority.contains("@") ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
