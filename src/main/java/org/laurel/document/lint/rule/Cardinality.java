package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedObject;

/** One value where one is allowed; an array where many are, as the schemas of 2024 ask. A bare value passes with a warning, as the schemas of 2026 allow it. */
@Singleton
final class Cardinality extends ObjectRule {

    Cardinality() {
        super("cardinality", "OB 3.0 serialization, arrays");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members().stream()
                .filter(member -> object.json().has(member.name()))
                .flatMap(member -> judge(object, member).stream());
    }

    private Optional<LintFinding> judge(PlacedObject object, Member member) {
        JsonNode value = object.json().path(member.name());
        if (!member.many() && value.isArray() && !value.isEmpty()) {
            return Optional.of(error(object.at(member.name()), "expected one value, got an array"));
        }
        boolean bare = member.many() && !value.isArray() && !value.isNull() && !member.mayBeBare();
        return bare
                ? Optional.of(warning(object.at(member.name()), "expected an array, got one bare value"))
                : Optional.empty();
    }
}
