package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.OneByOne;

/** Whether what a micro-credential asks to be earned first is there, and can be earned. */
@ApplicationScoped
class StackCheck {
    private static final int DEEPEST = 50;

    private final AchievementDefinitions definitions;

    StackCheck(AchievementDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Refuses a stack that names what is not there, or leads back to itself; every fault is named. */
    Uni<Void> requireSound(String id, List<String> stack) {
        List<Violation> faults = new ArrayList<>();
        return OneByOne.each(IntStream.range(0, stack.size()).boxed().toList(), index -> walk(
                                id, stack.get(index), "/stack/" + index, 0)
                        .invoke(fault -> fault.ifPresent(faults::add)))
                .invoke(() -> requireNone(faults));
    }

    private Uni<Optional<Violation>> walk(String id, String next, String pointer, int depth) {
        if (next.equals(id) || depth > DEEPEST) {
            return fault(pointer, "cycle", "It would have to be earned before itself.");
        }
        return definitions.find(next).chain(found -> {
            if (found.isEmpty()) {
                return fault(pointer, "unknown", "There is no micro-credential \"" + next + "\"; expected its id.");
            }
            Uni<Optional<Violation>> first = Uni.createFrom().item(Optional.empty());
            for (String other : stack(found.get())) {
                first = first.chain(fault ->
                        fault.isPresent() ? Uni.createFrom().item(fault) : walk(id, other, pointer, depth + 1));
            }
            return first;
        });
    }

    /** What of its stack nobody can earn now, by JSON Pointer into the template. */
    Uni<List<Violation>> unearnable(MicroCredentialTemplate template) {
        List<Violation> faults = new ArrayList<>();
        List<String> stack = template.stack();
        return OneByOne.each(
                        IntStream.range(0, stack.size()).boxed().toList(),
                        index -> definitions.find(stack.get(index)).invoke(found -> {
                            String state =
                                    found.map(one -> one.state().toString()).orElse("gone");
                            if (!state.equals(AchievementState.PUBLISHED.toString())) {
                                faults.add(new Violation(
                                        "/stack/" + index,
                                        "incomplete",
                                        "What has to be earned first cannot be: " + stack.get(index) + " is " + state
                                                + "."));
                            }
                        }))
                .map(done -> List.copyOf(faults));
    }

    /** Refuses one that nobody could earn. */
    Uni<Void> requireEarnable(AchievementDefinition definition) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        return drafted == null
                ? Uni.createFrom().voidItem()
                : unearnable(drafted.template()).invoke(StackCheck::requireNone).replaceWithVoid();
    }

    private static List<String> stack(AchievementDefinition one) {
        return one.drafted() == null ? List.of() : one.drafted().template().stack();
    }

    private static Uni<Optional<Violation>> fault(String pointer, String code, String detail) {
        return Uni.createFrom().item(Optional.of(new Violation(pointer, code, detail)));
    }

    /** A 422 problem that names every fault of a template, when there are any. */
    static void requireNone(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    faults.stream().map(one -> one.under("/template")).toList());
        }
    }
}
