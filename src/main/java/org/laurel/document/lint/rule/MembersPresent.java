package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
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
    Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members().stream()
                .filter(Member::required)
                .filter(member -> !object.json().has(member.name()))
                .map(member -> error(
                        object.pointer(),
                        "expected " + member.name() + " in " + object.shape().name() + ", got nothing"));
    }
}
