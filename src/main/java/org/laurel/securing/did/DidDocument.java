package org.laurel.securing.did;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a DID resolved to, as far as proofs need it.
 *
 * @param id the DID
 * @param methods every verification method with a key we can read
 * @param assertionMethods the ids listed, or embedded, under {@code assertionMethod}
 * @param authenticationMethods the ids listed, or embedded, under {@code authentication}
 * @param obtainedAt when it was fetched, so that an old copy can be told from a fresh one
 * @param hostAway whether it is the last good copy, because the host does not answer now
 * @param alsoKnownAs other addresses of whom it is about, as it says itself (DID 1.0 §5.1.3)
 */
public record DidDocument(
        String id,
        List<VerificationMethod> methods,
        Set<String> assertionMethods,
        Set<String> authenticationMethods,
        Instant obtainedAt,
        boolean hostAway,
        List<String> alsoKnownAs) {

    /** How long the last good copy of an issuer's keys serves while its host is away. */
    public static final Duration LAST_GOOD = Duration.ofDays(7);

    /** Copies the collections. */
    public DidDocument {
        methods = List.copyOf(methods);
        assertionMethods = Set.copyOf(assertionMethods);
        authenticationMethods = Set.copyOf(authenticationMethods);
        alsoKnownAs = List.copyOf(alsoKnownAs);
    }

    /** A document that was had just now. */
    public DidDocument(
            String id,
            List<VerificationMethod> methods,
            Set<String> assertionMethods,
            Set<String> authenticationMethods,
            Instant obtainedAt) {
        this(id, methods, assertionMethods, authenticationMethods, obtainedAt, false, List.of());
    }

    /** The same, had again at another time. */
    public DidDocument obtained(Instant at) {
        return new DidDocument(id, methods, assertionMethods, authenticationMethods, at, hostAway, alsoKnownAs);
    }

    /** Whether both give the same keys the same rights, whenever they were had. */
    public boolean saysTheSameAs(DidDocument other) {
        return id.equals(other.id)
                && methods.equals(other.methods)
                && assertionMethods.equals(other.assertionMethods)
                && authenticationMethods.equals(other.authenticationMethods)
                && alsoKnownAs.equals(other.alsoKnownAs);
    }

    /** The same as the last good copy of a host that is away. */
    public DidDocument asLastGood() {
        return new DidDocument(id, methods, assertionMethods, authenticationMethods, obtainedAt, true, alsoKnownAs);
    }

    /** The method with exactly this id. */
    public Optional<VerificationMethod> method(String didUrl) {
        return methods.stream().filter(m -> m.id().equals(didUrl)).findFirst();
    }

    /** Whether the method may sign presentations: it is listed under {@code authentication}. */
    public boolean mayAuthenticate(String didUrl) {
        return authenticationMethods.contains(didUrl);
    }

    /** Whether the method may sign credentials: it is listed under {@code assertionMethod}. */
    public boolean mayAssert(String didUrl) {
        return assertionMethods.contains(didUrl);
    }
}
