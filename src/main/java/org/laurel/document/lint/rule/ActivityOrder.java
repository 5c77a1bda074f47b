package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** An activity should not end before it began. */
@Singleton
final class ActivityOrder extends ObjectRule {

    ActivityOrder() {
        super("activity-order", "OB 3.0 data model, AchievementSubject.activityEndDate");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        Optional<Instant> start =
                DateTimes.parse(object.json().path("activityStartDate").asText(""));
        Optional<Instant> end =
                DateTimes.parse(object.json().path("activityEndDate").asText(""));
        return start.isPresent() && end.isPresent() && end.get().isBefore(start.get())
                ? Stream.of(warning(object.at("activityEndDate"), "expected a time not before " + start.get()))
                : Stream.empty();
    }
}
