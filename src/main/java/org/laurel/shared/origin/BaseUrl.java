package org.laurel.shared.origin;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Our public origin, and every address and DID under it. Addresses are for ever: what was signed names them. */
@ApplicationScoped
public class BaseUrl {
    private static final String EVIDENCE = "/evidence/";

    private final String base;
    private final String issuers;

    /** Takes the origin from the settings: no path, no final slash. */
    public BaseUrl(@ConfigProperty(name = "laurel.base-url", defaultValue = "http://localhost:8080") String base) {
        this.base = base;
        URI uri = URI.create(base);
        String port = uri.getPort() < 0 ? "" : "%3A" + uri.getPort();
        this.issuers = "did:web:" + uri.getHost() + port + ":issuers:";
    }

    /** {@code https://badges.example.org}. */
    public String text() {
        return base;
    }

    /** Whether it is an address for development: plain http on loopback. */
    public boolean isDevelopment() {
        return base.startsWith("http:");
    }

    /** Where a credential is hosted; its id and its JWT's {@code jti}. */
    public String credential(String publicId) {
        return base + "/credentials/" + publicId;
    }

    /** Where the holder of a credential manages its page. */
    public String management(String publicId) {
        return credential(publicId) + "/manage";
    }

    /** Where a page is shown to whoever has the token of a link. */
    public String shared(String token) {
        return base + "/shared/" + token;
    }

    /** Where evidence is read that a badge shows; its id there. */
    public String evidence(String token) {
        return base + EVIDENCE + token;
    }

    /** The unguessable part of such an address; empty when it is another. */
    public Optional<String> evidenceToken(@Nullable String address) {
        String start = base + EVIDENCE;
        return Optional.ofNullable(address)
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()));
    }

    /** Where an achievement is shown; its id. */
    public String achievement(String publicId) {
        return base + "/achievements/" + publicId;
    }

    /** Where an issuer is shown. */
    public String issuer(String slug) {
        return base + "/issuers/" + slug;
    }

    /** Where an endorsement is hosted; its id. */
    public String endorsement(String publicId) {
        return base + "/endorsements/" + publicId;
    }

    /** Where a status list is published; its id. */
    public String statusList(String listId) {
        return base + "/status/" + listId;
    }

    /** The DID of an issuer: {@code did:web} of our host, a port written {@code %3A} (did:web §2.2). */
    public String issuerDid(String slug) {
        return issuers + slug;
    }
}
