package org.laurel.securing.crypto;

/** The kinds of public key that we know (CID 1.0 §2.2, RFC 7518 §6). */
public enum KeyType {
    /** Edwards curve 25519, 32 bytes. */
    ED25519("Ed25519", "Ed25519"),
    /** NIST P-256, compressed point of 33 bytes in a Multikey. */
    P256("EC", "secp256r1"),
    /** NIST P-384, compressed point of 49 bytes in a Multikey. */
    P384("EC", "secp384r1"),
    /** RSA, 2048 to 4096 bits; no Multikey form is used. */
    RSA("RSA", "");

    private final String jcaAlgorithm;
    private final String curveName;

    KeyType(String jcaAlgorithm, String curveName) {
        this.jcaAlgorithm = jcaAlgorithm;
        this.curveName = curveName;
    }

    /** The name by which {@link java.security.KeyFactory} knows it. */
    public String jcaAlgorithm() {
        return jcaAlgorithm;
    }

    /** The curve's name for JCA; empty for RSA. */
    String curveName() {
        return curveName;
    }
}
