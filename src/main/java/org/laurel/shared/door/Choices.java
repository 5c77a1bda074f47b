package org.laurel.shared.door;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Constants;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Reads query parameters that name one of a few things. */
public final class Choices {

    private Choices() {}

    /** What a parameter names; empty when it did not come, and a 400 problem when it names nothing. */
    public static <E extends Enum<E>> Optional<E> read(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Constants.find(type, text)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        List.of(new Violation(
                                "?" + name, "invalid", name + ": expected one of " + Constants.names(type) + ".")))));
    }
}
