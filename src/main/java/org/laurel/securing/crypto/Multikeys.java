package org.laurel.securing.crypto;

import java.util.Arrays;
import java.util.Map;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Multibase;

/** The Multikey form: a multicodec prefix and the key's bytes, base58btc (CID 1.0 §2.2.2). */
final class Multikeys {
    /** Longer than any key we know. */
    private static final int MAX_LENGTH = 128;

    private static final Map<KeyType, String> PREFIX =
            Map.of(KeyType.ED25519, "ed01", KeyType.P256, "8024", KeyType.P384, "8124");

    private Multikeys() {}

    static VerificationKey read(String multikey) {
        if (multikey.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a Multikey has at most " + MAX_LENGTH + " characters");
        }
        byte[] bytes = Multibase.decodeBase58(multikey);
        String prefix = bytes.length < 2 ? "" : Hex.encode(Arrays.copyOf(bytes, 2));
        KeyType type = PREFIX.entrySet().stream()
                .filter(e -> e.getValue().equals(prefix))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UnsupportedKeyException(
                        "the Multikey is of a kind that is not supported; Ed25519, P-256 and P-384 are"));
        byte[] key = Arrays.copyOfRange(bytes, 2, bytes.length);
        if (type == KeyType.ED25519) {
            return PublicKeys.ed25519(key);
        }
        NistCurve curve = NistCurve.of(type);
        return PublicKeys.ec(curve, curve.decompress(key));
    }

    static String write(KeyType type, byte[] material) {
        String prefix = PREFIX.get(type);
        if (prefix == null) {
            throw new IllegalStateException("a key of type " + type + " has no Multikey form");
        }
        return Multibase.base58(Hex.decode(prefix + Hex.encode(material)));
    }
}
