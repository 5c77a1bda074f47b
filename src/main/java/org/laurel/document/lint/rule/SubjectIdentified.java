package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A recipient is known by an id or by at least one identifier. */
@Singleton
final class SubjectIdentified extends ObjectRule {

    private static final Set<String> SUBJECTS = Set.of("AchievementSubject", "ClrSubject");

    SubjectIdentified() {
        super("subject-identified", "OB 3.0 data model, AchievementSubject.id");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        boolean anonymous = SUBJECTS.contains(object.shape().name())
                && !object.json().has("id")
                && !object.json().has("identifier");
        if (anonymous) {
            found.accept(error(object.pointer(), "expected an id or an identifier of the recipient, got neither"));
        }
    }
}
