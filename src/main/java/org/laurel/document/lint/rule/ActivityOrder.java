package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** An activity should not end before it began. */
@Singleton
final class ActivityOrder extends ObjectRule {

    ActivityOrder() {
        super("activity-order", "OB 3.0 data model, AchievementSubject.activityEndDate");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.json().has("activityEndDate")) {
            return;
        }
        Optional<Instant> start =
                DateTimes.parse(object.json().path("activityStartDate").asText(""));
        Optional<Instant> end =
                DateTimes.parse(object.json().path("activityEndDate").asText(""));
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            found.accept(warning(object.at("activityEndDate"), "expected a time not before " + start.get()));
        }
    }
}
