package org.laurel.verifying.check;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Whether an identity that a badge names, in the clear or hashed, is the recipient that somebody asks for. */
public final class IdentityMatch {

    private IdentityMatch() {}

    /** Whether the recipient asked for is an e-mail address, and no DID or URL. */
    public static boolean isMail(String recipient) {
        return recipient.indexOf('@') > 0 && recipient.indexOf(':') < 0;
    }

    /** Whether an id names the recipient asked for. */
    public static boolean isId(String id, String recipient) {
        return id.equals(recipient) || id.equalsIgnoreCase("mailto:" + recipient);
    }

    /** Whether two are of one kind, so that if they differ they are two: DIDs, URNs, e-mail or web addresses. */
    public static boolean isOfOneKind(String id, String recipient) {
        return id.startsWith("did:") && recipient.startsWith("did:")
                || id.startsWith("urn:") && recipient.startsWith("urn:")
                || id.regionMatches(true, 0, "mailto:", 0, 7) && isMail(recipient)
                || isWeb(id) && isWeb(recipient);
    }

    /** Whether two names are the same but for their case and the space between their words. */
    public static boolean isName(String name, String recipient) {
        return folded(name).equals(folded(recipient));
    }

    /** What it comes to when it is not theirs: they differ, or cannot be compared. */
    public static CheckResult without(boolean comparable, String pointer) {
        return comparable
                ? CheckResult.failed(new Problem(
                        ProblemKind.RECIPIENT_DIFFERS,
                        "neither the id nor an identifier of the subject is the recipient asked for",
                        pointer))
                : CheckResult.indeterminate(new Problem(
                        ProblemKind.RECIPIENT_UNTOLD,
                        "it names its recipient by other means than the recipient is asked for",
                        pointer));
    }

    private static boolean isWeb(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
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
