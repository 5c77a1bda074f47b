package org.laurel.verifying.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be judged: bytes as they arrived, how they arrived, and whose the badge should be. */
public final class VerificationInput {
    private final byte[] bytes;
    private final String form;
    private final @Nullable String recipient;
    private final List<String> notes;
    private final Occasion occasion;

    /** Takes the bytes as they are: nobody else holds them. */
    private VerificationInput(
            byte[] bytes, String form, @Nullable String recipient, List<String> notes, Occasion occasion) {
        this.bytes = bytes;
        this.form = form;
        this.recipient = recipient;
        this.notes = List.copyOf(notes);
        this.occasion = occasion;
    }

    /**
     * Bytes and the form of the carrier.
     *
     * @param bytes UTF-8 JSON or a compact JWS
     * @param form {@code json}, {@code jwt}, {@code png}, {@code jpeg}, {@code svg} or {@code url}
     * @param recipient an e-mail address, DID or URL that the badge should belong to; null when nobody asks
     */
    public static VerificationInput of(byte[] bytes, String form, @Nullable String recipient) {
        return new VerificationInput(bytes.clone(), form, recipient, List.of(), Occasion.NONE);
    }

    /** Bytes that came by themselves: {@code json} when they begin with a brace, else {@code jwt}. */
    public static VerificationInput of(byte[] bytes, @Nullable String recipient) {
        return of(bytes, looksLikeJson(bytes) ? "json" : "jwt", recipient);
    }

    /** The same, in another form. */
    public VerificationInput as(String otherForm) {
        return new VerificationInput(bytes, otherForm, recipient, notes, occasion);
    }

    /** The same, with what the report should say of how it came; each a sentence without end mark. */
    public VerificationInput noting(List<String> more) {
        return new VerificationInput(bytes, form, recipient, more, occasion);
    }

    /** A text, for tests and batches. */
    public static VerificationInput ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The same, made for an occasion: what a holder was asked to bind a presentation to (DI 1.0 §2.1). */
    public VerificationInput madeFor(@Nullable String expectedChallenge, @Nullable String expectedDomain) {
        return new VerificationInput(bytes, form, recipient, notes, new Occasion(expectedChallenge, expectedDomain));
    }

    /** The challenge that a presentation must answer; null when nobody asks. */
    public @Nullable String challenge() {
        return occasion.challenge();
    }

    /** The domain that a presentation must be made for; null when nobody asks. */
    public @Nullable String domain() {
        return occasion.domain();
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

    /** What the report should say of how it came. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationInput that
                && Arrays.equals(bytes, that.bytes)
                && form.equals(that.form)
                && Objects.equals(recipient, that.recipient)
                && notes.equals(that.notes)
                && occasion.equals(that.occasion);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Objects.hash(form, recipient, notes, occasion);
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

    private record Occasion(
            @Nullable String challenge, @Nullable String domain) {
        static final Occasion NONE = new Occasion(null, null);
    }
}
