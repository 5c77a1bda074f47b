package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Languages are codes. */
@Singleton
final class LanguageForm extends TextValueRule {
    private static final Pattern CODE = Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    LanguageForm() {
        super(
                "language-form",
                "OB 3.0 data model, LanguageCode",
                ValueForm.LANGUAGE,
                "a language code such as en or de-AT");
    }

    @Override
    boolean fits(Member member, String text) {
        return CODE.matcher(text).matches();
    }
}
