package org.laurel.issuing.award;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.Did;

/**
 * Who is awarded: known by an e-mail address, a DID, or at least one identifier.
 *
 * @param email an address; trimmed and lower-cased; the badge holds only its salted hash
 * @param name for our own pages and letters; not in the badge
 * @param did the holder's DID, the subject's id in the badge
 * @param identifiers further identifiers for the badge
 */
public record RecipientRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable Did did,
        List<IdentifierRequest> identifiers) {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(?:\\.[^\\s@\\p{Cntrl}.]+)+");
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 300;
    private static final int MAX_IDENTIFIERS = 20;

    /** An address that no mail goes to (RFC 2606 §2). */
    static final RecipientRequest NOBODY = new RecipientRequest("nobody@laurel.invalid", null, null, List.of());

    /** Refuses a recipient nobody could recognise. */
    public RecipientRequest {
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        if (email != null
                && (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches())) {
            throw new IllegalArgumentException("email: expected an address such as ada@example.org");
        }
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            throw new IllegalArgumentException("name: expected 1 to " + MAX_NAME + " characters");
        }
        if (identifiers.size() > MAX_IDENTIFIERS) {
            throw new IllegalArgumentException(
                    "identifiers: expected at most " + MAX_IDENTIFIERS + ", got " + identifiers.size());
        }
        if (email == null && did == null && identifiers.isEmpty()) {
            throw new IllegalArgumentException("expected an email, a did or at least one identifier, got none");
        }
        identifiers = List.copyOf(identifiers);
    }

    /** What the person is found again by: the address, else the DID, else the first identifier. */
    public String identity() {
        if (email != null) {
            return identity(email);
        }
        if (did != null) {
            return "did:" + did.value();
        }
        IdentifierRequest first = identifiers.get(0);
        return "identifier:" + first.identityType().value() + ":" + first.value();
    }

    /** What a person with an address is found again by. */
    public static String identity(String email) {
        return "email:" + email;
    }
}
