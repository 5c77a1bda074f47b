package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedMember;
import org.laurel.document.lint.PlacedObject;

/** One value where one is allowed; an array where many are, as the schemas of 2024 ask. A bare value passes with a warning, as the schemas of 2026 allow it. */
@Singleton
final class Cardinality extends ObjectRule {

    Cardinality() {
        super("cardinality", "OB 3.0 serialization, arrays");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (PlacedMember member : object.members()) {
            boolean many = member.member().many();
            boolean array = member.json().isArray();
            String name = member.member().name();
            if (!many && array && !member.json().isEmpty()) {
                found.accept(error(object.at(name), "expected one value, got an array"));
            } else if (many
                    && !array
                    && !member.json().isNull()
                    && !member.member().mayBeBare()) {
                found.accept(warning(object.at(name), "expected an array, got one bare value"));
            }
        }
    }
}
