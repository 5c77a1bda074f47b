package org.laurel.issuing.showing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Tokens;
import org.laurel.document.credential.Evidence;
import org.laurel.document.media.MediaKind;
import org.laurel.issuing.showing.ShownEvidence.About;
import org.laurel.issuing.showing.ShownEvidence.Drawn;
import org.laurel.issuing.submission.ServedFile;
import org.laurel.issuing.submission.ShowingWords;
import org.laurel.issuing.submission.ShownItem;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;

/**
 * Draws up how one thing stands in a badge: under an address that nobody guesses, with the digest of the very bytes that are
 * given there. A text gets a line of random characters at its end, so that nobody finds by its digest what it said.
 */
@ApplicationScoped
class DrawEvidence {
    private static final int SALT_BYTES = 16;
    /** SHA-256, of 32 bytes, as multihashes say it. */
    private static final byte[] SHA2_256 = {0x12, 0x20};

    private final BaseUrl base;
    private final SecureRandom random;

    DrawEvidence(BaseUrl base, SecureRandom random) {
        this.base = base;
        this.random = random;
    }

    /**
     * One thing; empty when it is not there any more.
     *
     * @param issuerNo whose badge it is
     * @param titles what the parts are called, by their ids
     * @param language of the micro-credential
     */
    Optional<Drawn> of(int issuerNo, ShownItem item, Map<String, String> titles, @Nullable String language) {
        String title = titles.getOrDefault(item.part(), item.part());
        About about = new About(
                Tokens.fresh("", random),
                item.part(),
                item.name() == null || item.name().isBlank() ? title : item.name(),
                ShowingWords.genre(kind(item), language),
                item.fileId());
        ServedFile file = item.file();
        if (file != null) {
            return Optional.of(drawn(issuerNo, about, title, Hex.decode(file.digest()), null));
        }
        String words = item.link() == null ? item.text() : item.link();
        if (words == null) {
            return Optional.empty();
        }
        String text = salted(words);
        return Optional.of(drawn(issuerNo, about, title, Sha256.of(text.getBytes(StandardCharsets.UTF_8)), text));
    }

    private Drawn drawn(int issuerNo, About about, String title, byte[] digest, @Nullable String text) {
        Evidence evidence = new Evidence(
                base.evidence(about.token()),
                null,
                about.name(),
                about.name().equals(title) ? null : title,
                about.genre(),
                null,
                multibase(digest));
        return new Drawn(PublicId.fresh(issuerNo, random).toString(), evidence, about, text);
    }

    private String salted(String words) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return words + "\n\n--\nsalt: " + Base64Url.encode(salt) + "\n";
    }

    /** A multihash in base64url (VCDM 2.0 §5.3, CID 1.0 §2.4 and §2.5). */
    private static String multibase(byte[] sha256) {
        byte[] multihash = new byte[SHA2_256.length + sha256.length];
        System.arraycopy(SHA2_256, 0, multihash, 0, SHA2_256.length);
        System.arraycopy(sha256, 0, multihash, SHA2_256.length, sha256.length);
        return Multibase.base64Url(multihash);
    }

    private static String kind(ShownItem item) {
        ServedFile file = item.file();
        if (file != null) {
            return kind(file.kind());
        }
        return item.link() == null ? "text" : "link";
    }

    private static String kind(MediaKind kind) {
        return switch (kind.mediaType().split("/", 2)[0]) {
            case "image" -> "picture";
            case "audio" -> "sound";
            case "video" -> "video";
            case "text" -> "text";
            default -> "document";
        };
    }
}
