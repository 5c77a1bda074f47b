package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Identifiers and links are absolute URIs. */
@Singleton
final class UriForm extends TextValueRule {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+");

    UriForm() {
        super("uri-form", "VCDM 2.0 §4.4; OB 3.0 data model, URI", ValueForm.URI, "an absolute URI");
    }

    @Override
    boolean fits(Member member, String text) {
        return isAbsolute(text);
    }

    /** Whether the text is an absolute URI, of any scheme. */
    static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text).matches();
    }
}
