package org.laurel.securing.did;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.VerificationKey;

/**
 * A public key as a DID document gives it (CID 1.0 §2.2).
 *
 * @param id its absolute DID URL
 * @param controller who controls it
 * @param type {@code Multikey}, {@code JsonWebKey}, or a legacy name
 * @param key the key
 * @param expires proofs made at or after this time do not count; null when not set
 * @param revoked proofs made at or after this time do not count; null when not set
 */
public record VerificationMethod(
        String id,
        String controller,
        String type,
        VerificationKey key,
        @Nullable Instant expires,
        @Nullable Instant revoked) {}
