package org.laurel.document.jsonld;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash functions of RDFC-1.0 and of the Data Integrity suites. */
public enum HashAlgorithm {
    /** For Ed25519 and P-256. */
    SHA_256("SHA-256"),
    /** For P-384. */
    SHA_384("SHA-384");

    private final String jcaName;

    HashAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** The hash of the bytes. */
    public byte[] hash(byte[] bytes) {
        return digest().digest(bytes);
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jcaName, e);
        }
    }
}
