package org.laurel.verifying.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.HashedIdentity;

/** Whether an identity that a badge names, in the clear or hashed, is the recipient that somebody asks for. */
public final class IdentityMatch {

    private IdentityMatch() {}

    /** Whether the recipient asked for is an e-mail address, and no DID or URL. */
    public static boolean isMail(String recipient) {
        return recipient.indexOf('@') > 0 && recipient.indexOf(':') < 0;
    }

    /**
     * Compares; an e-mail address also in lower case, as many issuers hash it.
     *
     * @param identity as the badge has it
     * @param hashed whether it is a hash
     * @param salt what was appended before hashing; null when nothing was
     * @param recipient who is asked for
     */
    public static boolean matches(String identity, boolean hashed, @Nullable String salt, String recipient) {
        return same(identity, hashed, salt, recipient)
                || (isMail(recipient) && same(identity, hashed, salt, recipient.toLowerCase(Locale.ROOT)));
    }

    private static boolean same(String identity, boolean hashed, @Nullable String salt, String recipient) {
        return hashed
                ? HashedIdentity.matches(identity, recipient, salt)
                : identity.strip().equals(recipient);
    }
}
