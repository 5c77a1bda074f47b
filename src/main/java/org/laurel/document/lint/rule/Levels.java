package org.laurel.document.lint.rule;

import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.document.lint.PlacedObject;

/** The ids of the rubric levels of a result description. */
final class Levels {

    private Levels() {}

    static Set<String> of(PlacedObject description) {
        return description.objects("rubricCriterionLevel").stream()
                .map(level -> level.json().path("id").asText(""))
                .collect(Collectors.toSet());
    }
}
