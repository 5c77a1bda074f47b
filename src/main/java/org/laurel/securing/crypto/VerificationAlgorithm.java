package org.laurel.securing.crypto;

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

    private final KeyType keyType;
    private final String jcaName;

    VerificationAlgorithm(KeyType keyType, String jcaName) {
        this.keyType = keyType;
        this.jcaName = jcaName;
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
