package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Countries are ISO 3166-1 alpha-2 codes. */
@Singleton
final class CountryForm extends TextValueRule {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    CountryForm() {
        super("country-form", "OB 3.0 data model, CountryCode", ValueForm.COUNTRY, "a two-letter country code");
    }

    @Override
    boolean fits(Member member, String text) {
        return CODES.contains(text);
    }
}
