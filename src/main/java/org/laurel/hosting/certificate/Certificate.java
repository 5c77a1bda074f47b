package org.laurel.hosting.certificate;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.picture.ShownPicture;

/**
 * What a certificate on paper says; the same certificate is always written as the same bytes.
 *
 * @param badge what the issuer signed
 * @param standing what is known of it at one moment
 * @param page where its page is, an absolute http or https URL, which the QR code leads to
 * @param language of the words around it: {@code es} for Spanish, anything else for English
 * @param signed the credential, which the file carries
 */
public record Certificate(Badge badge, Standing standing, URI page, String language, Signed signed) {

    /**
     * Refuses a link that leads elsewhere than to a page.
     *
     * @throws IllegalArgumentException when the page is no http or https URL
     */
    public Certificate {
        if (!"https".equals(page.getScheme()) && !"http".equals(page.getScheme())) {
            throw new IllegalArgumentException("expected an http or https URL, got " + page);
        }
    }

    /**
     * What the issuer signed, as plain text in any language and script: nothing in it is markup.
     *
     * @param name of the badge
     * @param issuer the issuer's name
     * @param recipient whom it was awarded to; null when the paper names nobody
     * @param description of the achievement; may be empty
     * @param criteria what it took, a paragraph each; may be empty
     * @param awarded when it was awarded; null when it does not say
     * @param picture that its maker gave it; null when there is none
     */
    public record Badge(
            String name,
            String issuer,
            @Nullable String recipient,
            String description,
            List<String> criteria,
            @Nullable Instant awarded,
            @Nullable ShownPicture picture) {

        /** Copies the list. */
        public Badge {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * What is known of the badge.
     *
     * @param kind in one word
     * @param sentence in one sentence, in the certificate's language
     * @param from when it begins to be valid
     * @param until when it ends to be valid; null when it does not
     * @param at the moment that this was known, which is printed, and the date of the file
     */
    public record Standing(
            Kind kind,
            String sentence,
            Instant from,
            @Nullable Instant until,
            Instant at) {}

    /** In one word, what is known of a badge. */
    public enum Kind {
        /** Everything that was checked holds. */
        VERIFIED("good", '\u2713'),
        /** The issuer took it back. */
        REVOKED("bad", '\u2717'),
        /** It was valid until a day that is over. */
        EXPIRED("bad", '\u2717'),
        /** The issuer took it back for a while. */
        SUSPENDED("unsure", '!'),
        /** It is valid from a day that is to come. */
        NOT_YET_VALID("unsure", '!'),
        /** Something could not be had that decides. */
        CANNOT_TELL("unsure", '?');

        private final String look;
        private final char sign;

        Kind(String look, char sign) {
            this.look = look;
            this.sign = sign;
        }

        /** Its class in the style sheet. */
        String look() {
            return look;
        }

        /** What tells it apart on paper without colours. */
        char sign() {
            return sign;
        }
    }

    /** The signed credential, byte for byte. */
    public static final class Signed {
        private final byte[] bytes;
        private final String mediaType;

        /**
         * The credential.
         *
         * @param bytes as they were signed, UTF-8
         * @param mediaType {@code application/vc} for JSON, {@code application/vc+jwt} for a compact JWS
         */
        public Signed(byte[] bytes, String mediaType) {
            this.bytes = bytes.clone();
            this.mediaType = mediaType;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String mediaType() {
            return mediaType;
        }

        /** Its name inside the file; the ending is what people's programs go by. */
        String fileName() {
            return mediaType.endsWith("jwt") ? "credential.jwt" : "credential.json";
        }
    }
}
