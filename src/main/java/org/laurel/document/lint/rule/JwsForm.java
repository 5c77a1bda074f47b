package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Endorsements as JWT are compact JWS texts. */
@Singleton
final class JwsForm extends TextValueRule {
    private static final int MOST = 1 << 18;
    private static final Pattern COMPACT = Pattern.compile("[a-zA-Z0-9_-]++\\.[a-zA-Z0-9_-]*+\\.[a-zA-Z0-9_-]++");

    JwsForm() {
        super("jws-form", "OB 3.0 data model, CompactJws", ValueForm.JWS, "a compact JWS");
    }

    @Override
    boolean fits(Member member, String text) {
        return text.length() <= MOST && COMPACT.matcher(text).matches();
    }
}
