package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** When an activity began and ended are date-times; an offset should be there. */
@Singleton
final class ActivityTimeForm extends ValueRule {

    ActivityTimeForm() {
        super(
                "activity-time-form",
                "OB 3.0 data model, AchievementSubject.activityStartDate, activityEndDate",
                ValueForm.DATE_TIME);
    }

    @Override
    Optional<LintFinding> judge(Member member, PlacedValue value) {
        String text = value.json().asText("");
        if (value.json().isTextual() && DateTimes.parse(text).isPresent()) {
            return Optional.empty();
        }
        return value.json().isTextual() && DateTimes.isLocal(text)
                ? Optional.of(warning(value.pointer(), "expected an offset from UTC after " + text))
                : expected("a date-time with an offset", value);
    }
}
