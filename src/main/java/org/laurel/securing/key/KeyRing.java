package org.laurel.securing.key;

import java.util.List;
import java.util.Optional;
import org.laurel.securing.crypto.SignatureAlgorithm;

/**
 * The keys of one issuer.
 *
 * @param issuerNo the issuer's number
 * @param keys every key it ever had, oldest first
 * @param signing those that sign now, newest first
 */
public record KeyRing(int issuerNo, List<IssuerKey> keys, List<SigningKey> signing) {

    /** Copies the lists. */
    public KeyRing {
        keys = List.copyOf(keys);
        signing = List.copyOf(signing);
    }

    /** The newest active key of an algorithm. */
    public Optional<SigningKey> active(SignatureAlgorithm algorithm) {
        return signing.stream().filter(key -> key.algorithm() == algorithm).findFirst();
    }
}
