package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.verifying.check.IdentityMatch;

/** Reads the recipient of an assertion (OB 2.0, IdentityObject). */
final class IdentityObject {

    private IdentityObject() {}

    /** Whether the identity is hashed; where it is not said, its form tells. */
    static boolean isHashed(JsonNode recipient) {
        return recipient.path("hashed").asBoolean(HashedIdentity.isHash(identity(recipient)));
    }

    /** The identity, hashed or plain; empty when there is none. */
    static String identity(JsonNode recipient) {
        return recipient.path("identity").asText("");
    }

    /** Whether it is the one asked for: an e-mail address, a URL or another IRI, or a telephone number. */
    static boolean isOf(JsonNode recipient, String asked) {
        String type = recipient.path("type").asText("");
        boolean mail = type.equals("email") || type.endsWith("/email");
        if (mail != IdentityMatch.isMail(asked)) {
            return false;
        }
        String one = type.equals("telephone") || type.endsWith("/telephone") ? digits(asked) : asked;
        return IdentityMatch.matches(
                identity(recipient), isHashed(recipient), recipient.path("salt").textValue(), one);
    }

    /** Whether it is of the kind that is asked for, in a form that can be read, so that if it is another it is somebody else's. */
    static boolean isComparable(JsonNode recipient, String asked) {
        String type = recipient.path("type").asText("");
        boolean readable = !isHashed(recipient) || HashedIdentity.isHash(identity(recipient));
        boolean mail = type.equals("email") || type.endsWith("/email");
        boolean telephone = type.equals("telephone") || type.endsWith("/telephone");
        if (!readable || mail || telephone) {
            return readable
                    && (mail ? IdentityMatch.isMail(asked) : digits(asked).matches("\\+?[0-9]{5,20}"));
        }
        return isHashed(recipient)
                ? asked.contains(":") && !IdentityMatch.isMail(asked)
                : IdentityMatch.isOfOneKind(identity(recipient), asked);
    }

    /** The form of E.164: a plus and digits, without what people write between them. */
    private static String digits(String telephone) {
        return telephone.replaceFirst("^tel:", "").replaceAll("[ ()./-]", "");
    }
}
