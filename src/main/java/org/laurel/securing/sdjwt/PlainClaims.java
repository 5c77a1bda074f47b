package org.laurel.securing.sdjwt;

import java.util.Set;

/**
 * The members of a payload that must stand in plain, with all in them, since a holder who could leave one out could hide
 * what a verifier must know: that it has ended, or where its revocation is told (RFC 9901 §9.7).
 */
public enum PlainClaims {
    /** Of a Verifiable Credential of W3C (VC-JOSE-COSE §3.2). */
    VERIFIABLE_CREDENTIAL(
            "iss",
            "nbf",
            "exp",
            "cnf",
            "vct",
            "status",
            "@context",
            "type",
            "credentialStatus",
            "credentialSchema",
            "relatedResource",
            "issuer",
            "validFrom",
            "validUntil"),
    /** Of an SD-JWT VC of the IETF (SD-JWT VC §2.2.2.2). */
    SD_JWT_VC("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status");

    /** Of an issuer that is an object only the id matters to a verdict. */
    private static final String ISSUER = "issuer";

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> names;

    PlainClaims(String... names) {
        this.names = Set.of(names);
    }

    /** Whether nothing may be hidden in this member of the payload. */
    boolean isWholly(String member) {
        return names.contains(member) && !member.equals(ISSUER);
    }

    /** Whether the member of this name must stand in plain: in the payload itself, or, with its name, in a member of it. */
    boolean holds(String within, String name) {
        return within.isEmpty()
                ? names.contains(name)
                : within.equals(ISSUER) && names.contains(ISSUER) && name.equals("id");
    }
}
