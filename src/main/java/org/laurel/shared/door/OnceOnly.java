package org.laurel.shared.door;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;

/**
 * Makes calls with an Idempotency-Key happen once. While a call runs, an advisory lock is held on a connection of a small
 * pool of its own; its answer is written in the very transaction that stores its result, so that a crash at any moment
 * leaves both or neither. Refusals (4xx) change nothing and are kept as well: the same call gets the same answer.
 */
@ApplicationScoped
public class OnceOnly {
    private final LockPool locks;
    private final OnceOnlyAnswers answers;

    OnceOnly(LockPool locks, OnceOnlyAnswers answers) {
        this.locks = locks;
        this.answers = answers;
    }

    /** What a call is given: the means to keep its answer in its own transaction. */
    public interface Recorder {

        /** Keeps the answer made from the stored result. */
        <T> Alongside<T> keeping(Function<T, Answer> answer);
    }

    /**
     * Runs the call, or gives its first answer again.
     *
     * @param call empty when the caller did not ask for once-only
     * @param action does the work, hands {@link Recorder#keeping} to the store, and returns the answer
     */
    public Uni<Response> run(Optional<OnceOnlyCall> call, Function<Recorder, Uni<Answer>> action) {
        if (call.isEmpty()) {
            return action.apply(new Recorder() {
                        @Override
                        public <T> Alongside<T> keeping(Function<T, Answer> answer) {
                            return Alongside.nothing();
                        }
                    })
                    .map(answer -> Responses.of(answer, false));
        }
        return locks.get().withTransaction(connection -> lock(connection, call.get())
                .chain(() -> answers.find(call.get()))
                .chain(found -> found.isPresent() ? replay(call.get(), found.get()) : first(call.get(), action)));
    }

    private static Uni<Void> lock(SqlConnection connection, OnceOnlyCall call) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(call.lockNumber()))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw ProblemException.of(
                                ProblemType.STILL_RUNNING,
                                "A call with this Idempotency-Key is still running; try again in a moment.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Response> replay(OnceOnlyCall call, OnceOnlyAnswers.Kept kept) {
        if (!Arrays.equals(call.fingerprint(), kept.fingerprint())) {
            throw ProblemException.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used for another request; use a fresh key for a new request.");
        }
        return Uni.createFrom().item(Responses.of(kept.answer(), true));
    }

    private Uni<Response> first(OnceOnlyCall call, Function<Recorder, Uni<Answer>> action) {
        Recorder recorder = new Recorder() {
            @Override
            public <T> Alongside<T> keeping(Function<T, Answer> answer) {
                return (session, result) -> answers.keep(session, call, answer.apply(result));
            }
        };
        return action.apply(recorder)
                .map(answer -> Responses.of(answer, false))
                .onFailure(OnceOnly::isLastingRefusal)
                .call(failure -> answers.keepRefusal(call, Problems.answer((ProblemException) failure)));
    }

    private static boolean isLastingRefusal(Throwable failure) {
        return failure instanceof ProblemException problem
                && switch (problem.type()) {
                    case MALFORMED, INVALID, BAD_PARAMETER, NOT_FOUND, CONFLICT, GONE -> true;
                    default -> false;
                };
    }
}
