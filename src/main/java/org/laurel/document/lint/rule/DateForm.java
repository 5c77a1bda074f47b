package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** A date of birth is a calendar date. */
@Singleton
final class DateForm extends TextValueRule {

    DateForm() {
        super("date-form", "OB 3.0 data model, Date", ValueForm.DATE, "a date such as 1990-12-31");
    }

    @Override
    boolean fits(Member member, String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
