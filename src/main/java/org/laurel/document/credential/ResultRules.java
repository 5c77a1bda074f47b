package org.laurel.document.credential;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules between results, their descriptions and rubric levels (OB 3.0 data model, Result and ResultDescription). */
final class ResultRules {

    private ResultRules() {}

    /** Level ids are unique, and the required level is one of them. */
    static void checkLevels(List<RubricCriterionLevel> levels, @Nullable String requiredLevel) {
        Set<String> ids = new HashSet<>();
        for (RubricCriterionLevel level : levels) {
            if (!ids.add(level.id())) {
                throw Require.wrong("rubricCriterionLevel", "levels with different ids", level.id());
            }
        }
        if (requiredLevel != null && !ids.contains(requiredLevel)) {
            throw Require.wrong("requiredLevel", "the id of one of rubricCriterionLevel", requiredLevel);
        }
    }

    /** Where both ends are numbers, the least is not above the greatest. */
    static void checkRange(@Nullable String valueMin, @Nullable String valueMax) {
        Optional<BigDecimal> least = number(valueMin);
        Optional<BigDecimal> most = number(valueMax);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw Require.wrong("valueMax", "a value not below valueMin " + valueMin, valueMax);
        }
    }

    /** The value is among the allowed ones, and within the range where numbers are compared. */
    static void checkValue(
            String member,
            @Nullable String value,
            List<String> allowed,
            @Nullable String valueMin,
            @Nullable String valueMax) {
        if (value == null) {
            return;
        }
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw Require.wrong(member, "one of allowedValue " + allowed, value);
        }
        Optional<BigDecimal> given = number(value);
        boolean below = given.flatMap(v -> number(valueMin).map(least -> v.compareTo(least) < 0))
                .orElse(false);
        boolean above = given.flatMap(v -> number(valueMax).map(most -> v.compareTo(most) > 0))
                .orElse(false);
        if (below || above) {
            throw Require.wrong(member, "a value from " + valueMin + " to " + valueMax, value);
        }
    }

    /** Descriptions have different ids. */
    static void checkUnique(List<ResultDescription> descriptions) {
        Set<String> ids = new HashSet<>();
        for (ResultDescription description : descriptions) {
            if (!ids.add(description.id())) {
                throw Require.wrong("resultDescription", "descriptions with different ids", description.id());
            }
        }
    }

    /** Every result fits the description that it names. */
    static void checkResults(List<Result> results, Achievement achievement) {
        for (Result result : results) {
            String id = result.resultDescription();
            if (id != null) {
                checkResult(
                        result,
                        achievement
                                .describes(id)
                                .orElseThrow(() -> Require.wrong(
                                        "result.resultDescription", "the id of a description in the achievement", id)));
            }
        }
    }

    private static void checkResult(Result result, ResultDescription description) {
        String level = result.achievedLevel();
        if (level != null && !description.hasLevel(level)) {
            throw Require.wrong("result.achievedLevel", "the id of a level of " + description.id(), level);
        }
        if (description.resultType().value().equals("Status") && result.status() == null) {
            throw Require.wrong("result.status", "a status, because the description's resultType is Status", null);
        }
        checkValue(
                "result.value",
                result.value(),
                description.allowedValue(),
                description.valueMin(),
                description.valueMax());
    }

    /** The number a text is, when it is one of reasonable length. */
    static Optional<BigDecimal> number(@Nullable String text) {
        if (text == null || text.length() > 32 || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
