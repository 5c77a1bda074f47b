package org.laurel.securing.crypto;

/** The signature algorithms an issuer can sign with, by their JOSE names (RFC 7518 §3.1, RFC 8037). */
public enum SignatureAlgorithm {
    /** ECDSA with P-256 and SHA-256; signatures are r‖s, 64 bytes. */
    ES256("ES256", KeyType.P256, "SHA256withECDSAinP1363Format"),
    /** Ed25519; signatures are 64 bytes. */
    EDDSA("EdDSA", KeyType.ED25519, "Ed25519"),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256("RS256", KeyType.RSA, "SHA256withRSA");

    private final String joseName;
    private final KeyType keyType;
    private final String jcaName;

    SignatureAlgorithm(String joseName, KeyType keyType, String jcaName) {
        this.joseName = joseName;
        this.keyType = keyType;
        this.jcaName = jcaName;
    }

    /** The value of the JOSE {@code alg} header. */
    public String joseName() {
        return joseName;
    }

    /** The kind of key it needs. */
    public KeyType keyType() {
        return keyType;
    }

    /** The name by which {@link java.security.Signature} knows it. */
    public String jcaName() {
        return jcaName;
    }

    /** The algorithm that an issuer's key of this type signs with; throws IllegalArgumentException for types it never has. */
    public static SignatureAlgorithm of(KeyType type) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.keyType == type) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("issuers do not sign with keys of type " + type);
    }
}
