package org.laurel.shared.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.store.Database;

/** How long the answers of once-only calls are kept. */
@ServiceTest
class OnceOnlyAnswersTest {
    private final OnceOnlyAnswers answers;
    private final Database database;
    private final Clock clock;

    OnceOnlyAnswersTest(OnceOnlyAnswers answers, Database database, Clock clock) {
        this.answers = answers;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void forgets_what_is_older_than_two_days_and_nothing_else() throws Throwable {
        OnceOnlyCall old = keep("old", Duration.ofHours(49));
        OnceOnlyCall recent = keep("recent", Duration.ofHours(47));
        VertxContextSupport.subscribeAndAwait(() -> answers.forgetOld().replaceWith(true));
        assertThat(isKept(old)).isFalse();
        assertThat(isKept(recent)).isTrue();
    }

    private OnceOnlyCall keep(String key, Duration age) throws Throwable {
        byte[] body = key.getBytes(StandardCharsets.UTF_8);
        OnceOnlyCall call = OnceOnlyCall.of("test", key, "POST /", body).orElseThrow();
        Instant then = clock.instant().minus(age);
        VertxContextSupport.subscribeAndAwait(() -> database.write(
                session -> answers.keep(session, call, new Answer(201, java.util.Map.of(), "{}", Optional.empty()))
                        .chain(() -> session.createMutationQuery(
                                        "update OnceOnlyRow set createdAt = :then where keyHash = :key")
                                .setParameter("then", then)
                                .setParameter("key", call.keyHash())
                                .executeUpdate())));
        return call;
    }

    private boolean isKept(OnceOnlyCall call) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> answers.find(call)).isPresent();
    }
}
