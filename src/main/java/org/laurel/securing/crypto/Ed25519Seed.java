package org.laurel.securing.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.laurel.shared.encoding.Hex;

/** Makes an Ed25519 key pair of 32 secret bytes, the same each time (RFC 8032 §5.1.5). */
public final class Ed25519Seed {
    /** What stands before the 32 bytes in PKCS #8 (RFC 8410 §7). */
    private static final String PKCS8 = "302e020100300506032b657004220420";

    private Ed25519Seed() {}

    /** The pair; throws IllegalArgumentException when the seed has another length. */
    public static KeyPair keyPair(byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("expected a seed of 32 bytes, got " + seed.length);
        }
        byte[] publicBytes =
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
        try {
            PrivateKey privateKey = CryptoProviders.keyFactory(KeyType.ED25519).generatePrivate(keySpec(seed));
            return new KeyPair(PublicKeys.ed25519(publicBytes).jcaKey(), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    /** The private half as JCA takes it. */
    static KeySpec keySpec(byte[] seed) {
        return new PKCS8EncodedKeySpec(Hex.decode(PKCS8 + Hex.encode(seed)));
    }
}
