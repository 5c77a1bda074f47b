package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedObject;

/** What a class must have is there. */
@Singleton
final class MembersPresent extends ObjectRule {

    MembersPresent() {
        super("members-present", "OB 3.0 data model, multiplicity 1");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (Member member : object.shape().required()) {
            if (!object.json().has(member.name())) {
                found.accept(error(
                        object.pointer(),
                        "expected " + member.name() + " in " + object.shape().name() + ", got nothing"));
            }
        }
    }
}
