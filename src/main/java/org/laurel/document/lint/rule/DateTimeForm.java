package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** Times name their offset from UTC. */
@Singleton
final class DateTimeForm extends TextValueRule {

    DateTimeForm() {
        super(
                "date-time-form",
                "VCDM 2.0 §4.9; OB 3.0 data model, DateTimeZ",
                ValueForm.DATE_TIME_ZONED,
                "a date-time with an offset such as 2026-11-25T08:00:00Z");
    }

    @Override
    boolean fits(Member member, String text) {
        return DateTimes.parse(text).isPresent();
    }
}
