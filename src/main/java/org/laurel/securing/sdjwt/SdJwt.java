package org.laurel.securing.sdjwt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.encoding.Sha256;

/**
 * An SD-JWT in its compact form, {@code <issuer-signed JWT>~<disclosure>~…~<key-binding JWT>?} (RFC 9901 §4).
 *
 * @param token the issuer-signed JWT
 * @param disclosures as they stand there, encoded
 * @param keyBindingOrNull the key-binding JWT; null when the last part is empty
 */
public record SdJwt(
        CompactToken token,
        List<String> disclosures,
        @Nullable CompactToken keyBindingOrNull) {
    /** Each costs a hash and a place in memory; no credential of today comes near. */
    static final int MOST_DISCLOSURES = 500;

    /** Copies the list. */
    public SdJwt {
        disclosures = List.copyOf(disclosures);
    }

    /** Whether a text is meant as one. */
    public static boolean isOne(String text) {
        int tilde = text.indexOf('~');
        return tilde > 0 && CompactJws.isOne(text.substring(0, tilde));
    }

    /** Takes the parts asunder; nothing is believed yet. */
    public static SdJwt read(String text) throws SdJwtException {
        String[] parts = text.split("~", MOST_DISCLOSURES + 3);
        int disclosed = parts.length - 2;
        if (disclosed < 0) {
            throw new SdJwtException(Kind.MALFORMED, "expected a tilde after the issuer-signed JWT");
        }
        if (disclosed > MOST_DISCLOSURES) {
            throw new SdJwtException(Kind.MALFORMED, "expected at most " + MOST_DISCLOSURES + " disclosures, got more");
        }
        String last = parts[parts.length - 1];
        return new SdJwt(
                CompactToken.read(parts[0], "the issuer-signed JWT"),
                List.of(parts).subList(1, parts.length - 1),
                last.isEmpty() ? null : CompactToken.read(last, "the key-binding JWT"));
    }

    /** The key-binding JWT, when the holder made one. */
    public Optional<CompactToken> keyBinding() {
        return Optional.ofNullable(keyBindingOrNull);
    }

    /** The hash that a key-binding JWT must name: over all before it, the last tilde included (RFC 9901 §4.3.1). */
    public String hash() {
        StringBuilder shown = new StringBuilder(token.text()).append('~');
        disclosures.forEach(disclosure -> shown.append(disclosure).append('~'));
        return Base64Url.encode(Sha256.of(shown.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
