package org.laurel.securing.crypto;

import java.util.Map;
import java.util.Optional;

/** The signature algorithms that are read, more than issuers here sign with; each takes keys of one type only. */
public enum VerificationAlgorithm {
    /** Ed25519 (RFC 8032 §5.1). */
    ED25519(KeyType.ED25519, SignatureAlgorithm.EDDSA.jcaName()),
    /** ECDSA with P-256 and SHA-256, r‖s. */
    ES256(KeyType.P256, SignatureAlgorithm.ES256.jcaName()),
    /** ECDSA with P-384 and SHA-384, r‖s. */
    ES384(KeyType.P384, "SHA384withECDSAinP1363Format"),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256(KeyType.RSA, SignatureAlgorithm.RS256.jcaName()),
    /** RSASSA-PSS with SHA-256, MGF1 of the same, and a salt of 32 bytes (RFC 7518 §3.5). */
    PS256(KeyType.RSA, "RSASSA-PSS");

    private static final Map<String, VerificationAlgorithm> JOSE_NAMES = Map.of(
            "RS256", RS256, "PS256", PS256, "ES256", ES256, "ES384", ES384, "EdDSA", ED25519, "Ed25519", ED25519);

    private final KeyType keyType;
    private final String jcaName;

    VerificationAlgorithm(KeyType keyType, String jcaName) {
        this.keyType = keyType;
        this.jcaName = jcaName;
    }

    /** The algorithm of this name in a JOSE header (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864); empty when it is not read here. */
    public static Optional<VerificationAlgorithm> ofJoseName(String name) {
        return Optional.ofNullable(JOSE_NAMES.get(name));
    }

    /** The kind of key it takes. */
    public KeyType keyType() {
        return keyType;
    }

    String jcaName() {
        return jcaName;
    }

    /** The algorithm of a key where nothing names one, as in Data Integrity; RSA keys mean {@link #RS256}. */
    static VerificationAlgorithm naturalTo(KeyType type) {
        return switch (type) {
            case ED25519 -> ED25519;
            case P256 -> ES256;
            case P384 -> ES384;
            case RSA -> RS256;
        };
    }
}
