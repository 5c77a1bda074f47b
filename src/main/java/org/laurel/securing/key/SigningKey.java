package org.laurel.securing.key;

import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.VerificationKey;

/** A key that signs and shows only its public half. */
public interface SigningKey {

    /** What it signs with. */
    SignatureAlgorithm algorithm();

    /** The public half. */
    VerificationKey publicKey();

    /** The DID whose key this is; equal to the issuer's id. */
    String controller();

    /** The DID URL of its Multikey verification method, for Data Integrity proofs: {@code did:web:…#z6Mk…}. */
    String multikeyId();

    /** The DID URL of its JsonWebKey verification method, the {@code kid} of a VC-JWT: {@code did:web:…#thumbprint}. */
    String jsonWebKeyId();

    /** Signs the bytes as they are; ECDSA signatures come as r‖s. Blocks the thread for as long as the arithmetic takes. */
    byte[] sign(byte[] message);
}
