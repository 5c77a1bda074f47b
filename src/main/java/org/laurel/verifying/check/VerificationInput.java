package org.laurel.verifying.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.laurel.document.carrier.Carriers;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** What is to be judged: bytes as they arrived, how they arrived, and what is asked of them. */
public final class VerificationInput {
    private final byte[] bytes;
    private final String form;
    private final List<String> notes;
    private final Asked asked;

    /** Takes the bytes as they are: nobody else holds them. */
    private VerificationInput(byte[] bytes, String form, List<String> notes, Asked asked) {
        this.bytes = bytes;
        this.form = form;
        this.notes = List.copyOf(notes);
        this.asked = asked;
    }

    /**
     * Bytes and the form of the carrier; nothing else is asked.
     *
     * @param bytes UTF-8 JSON or a compact JWS
     * @param form {@code json}, {@code jwt}, {@code png}, {@code jpeg}, {@code svg}, {@code pdf} or {@code url}
     */
    public static VerificationInput of(byte[] bytes, String form) {
        return new VerificationInput(bytes.clone(), form, List.of(), Asked.NOTHING);
    }

    /** Bytes that came by themselves: {@code json} when they begin with a brace, else {@code jwt}. */
    public static VerificationInput of(byte[] bytes) {
        return of(bytes, looksLikeJson(bytes) ? "json" : "jwt");
    }

    /** A text, for tests and batches. */
    public static VerificationInput ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, in another form. */
    public VerificationInput as(String otherForm) {
        return new VerificationInput(bytes, otherForm, notes, asked);
    }

    /** The same, with what the report should say of how it came; each a sentence without end mark. */
    public VerificationInput noting(List<String> more) {
        return new VerificationInput(bytes, form, more, asked);
    }

    /** The same, with what somebody wants to know of it. */
    public VerificationInput asking(Asked question) {
        return new VerificationInput(bytes, form, notes, question);
    }

    /** What somebody wants to know beside whether it is genuine. */
    public Asked asked() {
        return asked;
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The form of the carrier. */
    public String form() {
        return form;
    }

    /** What the report should say of how it came. */
    public List<String> notes() {
        return notes;
    }

    /** What its report says first: how it came; that others came with it, which are not judged, is a warning. */
    public CheckResult howItCame() {
        String reason = String.join("; ", notes);
        List<Problem> several = notes.stream()
                .filter(note -> note.endsWith(Carriers.SEVERAL))
                .map(note -> Problem.of(ProblemKind.SEVERAL_INSIDE, note))
                .toList();
        return several.isEmpty() ? CheckResult.passed(reason) : new CheckResult(CheckOutcome.WARNING, reason, several);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationInput that
                && Arrays.equals(bytes, that.bytes)
                && form.equals(that.form)
                && notes.equals(that.notes)
                && asked.equals(that.asked);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Objects.hash(form, notes, asked);
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
