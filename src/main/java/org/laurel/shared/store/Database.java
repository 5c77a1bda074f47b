package org.laurel.shared.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions and transactions. Neither may span a thread hop: read, close; compute; write. Sessions are stateless:
 * what is written is what was said, when it was said.
 */
@ApplicationScoped
public class Database {
    private final Mutiny.SessionFactory sessions;

    Database(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Reads in one session. */
    public <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /**
     * Writes in one transaction: all of it is durable when the result comes, or none of it happened. Once begun it comes to
     * its end even when nobody waits for it any more: whoever hangs up must not take the connection away in the middle.
     */
    public <T> Uni<T> write(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom().context(context -> Uni.createFrom().completionStage(() -> {
            CompletableFuture<T> end = new CompletableFuture<>();
            sessions.withStatelessTransaction(work)
                    .subscribe()
                    .with(context, end::complete, end::completeExceptionally);
            return end.minimalCompletionStage();
        }));
    }

    /**
     * Reads by a statement of our own: for questions about many at once, whose plan must not depend on what PostgreSQL
     * believed of a table when it was small.
     *
     * @param sql with {@code $1} and so on
     * @param values as PostgreSQL's driver takes them, arrays too
     * @return rows, each with the driver's values: {@code Buffer}, {@code String}, {@code Long} …
     */
    public static Uni<List<Object[]>> select(Mutiny.StatelessSession session, String sql, Object... values) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).select(sql, values))
                .map(result -> {
                    List<Object[]> rows = new ArrayList<>(result.size());
                    result.forEachRemaining(rows::add);
                    return rows;
                });
    }

    /** Hibernate writes a row a statement; its connection is what it shares with whoever needs one statement for all. */
    private static ReactiveConnection connection(Mutiny.StatelessSession session) {
        if (!session.isOpen()) {
            // its connection serves somebody else by now
            throw new IllegalStateException("the session is closed");
        }
        return ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }

    /**
     * Inserts many rows by one statement, in the session's transaction: {@code insert into … select * from unnest($1, …)}.
     *
     * @param sql with {@code $1} and so on for the columns
     * @param columns an array each, one element a row, as PostgreSQL's driver takes them: {@code Integer[]},
     *     {@code Long[]}, {@code String[]}, {@code Buffer[]}, {@code OffsetDateTime[]}
     */
    public static Uni<Void> insert(Mutiny.StatelessSession session, String sql, Object... columns) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).update(sql, columns))
                .replaceWithVoid();
    }

    /** One column of many rows. */
    public static <T, C> @Nullable C[] column(
            Collection<T> rows, IntFunction<@Nullable C[]> array, Function<T, ? extends @Nullable C> value) {
        return rows.stream().map(value).toArray(array);
    }

    /** A column of bytes. */
    public static <T> @Nullable Buffer[] bytes(Collection<T> rows, Function<T, byte @Nullable []> value) {
        return rows.stream()
                .map(row -> {
                    byte[] bytes = value.apply(row);
                    return bytes == null ? null : Buffer.buffer(bytes);
                })
                .toArray(Buffer[]::new);
    }

    /** A time as PostgreSQL's driver takes it. */
    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A time as PostgreSQL's driver gives it. */
    public static Instant instant(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }

    /** The same, where there may be none. */
    public static @Nullable Instant instantOrNull(@Nullable Object value) {
        return value == null ? null : instant(value);
    }

    /** A column of times; null where there is none. */
    public static <T> @Nullable OffsetDateTime[] times(Collection<T> rows, Function<T, @Nullable Instant> value) {
        return rows.stream()
                .map(row -> {
                    Instant time = value.apply(row);
                    return time == null ? null : time(time);
                })
                .toArray(OffsetDateTime[]::new);
    }

    /** Takes fresh row numbers; numbers that are not used are gaps, never doubles. */
    public static Uni<List<Long>> rowNumbers(Mutiny.StatelessSession session, int count) {
        return select(session, "select nextval('row_number') from generate_series(1, $1)", count)
                .map(rows -> rows.stream().map(row -> (Long) row[0]).toList());
    }
}
