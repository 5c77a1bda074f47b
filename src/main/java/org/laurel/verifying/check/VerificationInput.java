package org.laurel.verifying.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be judged: bytes as they arrived, how they arrived, and whose the badge should be. */
public final class VerificationInput {
    private final byte[] bytes;
    private final String form;
    private final @Nullable String recipient;
    private final @Nullable String challenge;
    private final @Nullable String domain;

    private VerificationInput(
            byte[] bytes,
            String form,
            @Nullable String recipient,
            @Nullable String challenge,
            @Nullable String domain) {
        this.bytes = bytes.clone();
        this.form = form;
        this.recipient = recipient;
        this.challenge = challenge;
        this.domain = domain;
    }

    /**
     * Bytes and the form of the carrier.
     *
     * @param bytes UTF-8 JSON or a compact JWS
     * @param form {@code json}, {@code jwt}, {@code png}, {@code svg}, {@code pdf} or {@code url}
     * @param recipient an e-mail address, DID or URL that the badge should belong to; null when nobody asks
     */
    public static VerificationInput of(byte[] bytes, String form, @Nullable String recipient) {
        return new VerificationInput(bytes, form, recipient, null, null);
    }

    /** Bytes that came by themselves: {@code json} when they begin with a brace, else {@code jwt}. */
    public static VerificationInput of(byte[] bytes, @Nullable String recipient) {
        return new VerificationInput(bytes, looksLikeJson(bytes) ? "json" : "jwt", recipient, null, null);
    }

    /** A text, for tests and batches. */
    public static VerificationInput ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The same, made for an occasion: what a holder was asked to bind a presentation to (DI 1.0 §2.1). */
    public VerificationInput madeFor(@Nullable String expectedChallenge, @Nullable String expectedDomain) {
        return new VerificationInput(bytes, form, recipient, expectedChallenge, expectedDomain);
    }

    /** The challenge that a presentation must answer; null when nobody asks. */
    public @Nullable String challenge() {
        return challenge;
    }

    /** The domain that a presentation must be made for; null when nobody asks. */
    public @Nullable String domain() {
        return domain;
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The form of the carrier. */
    public String form() {
        return form;
    }

    /** Whose it should be; null when nobody asks. */
    public @Nullable String recipient() {
        return recipient;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationInput that
                && Arrays.equals(bytes, that.bytes)
                && form.equals(that.form)
                && Objects.equals(recipient, that.recipient)
                && Objects.equals(challenge, that.challenge)
                && Objects.equals(domain, that.domain);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Objects.hash(form, recipient, challenge, domain);
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            boolean before = b == ' ' || b == '\n' || b == '\r' || b == '\t' || b < 0;
            if (!before) {
                return b == '{' || b == '[' || b == '"';
            }
        }
        return false;
    }
}
