package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Identifiers and links are absolute URIs. */
@Singleton
final class UriForm extends TextValueRule {
    /** What stands in no URI (RFC 3986 §2), white space besides. */
    private static final boolean[] NOWHERE = new boolean[128];

    static {
        "\"<>\\^`{|} \t\n\u000B\f\r".chars().forEach(c -> NOWHERE[c] = true);
    }

    UriForm() {
        super("uri-form", "VCDM 2.0 §4.4; OB 3.0 data model, URI", ValueForm.URI, "an absolute URI");
    }

    @Override
    boolean fits(Member member, String text) {
        return isAbsolute(text);
    }

    /** Whether the text is an absolute URI, of any scheme. */
    static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i < colon ? !isOfScheme(c) : c < NOWHERE.length && NOWHERE[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfScheme(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
