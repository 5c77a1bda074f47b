package org.laurel.issuing.batch;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.ServiceTest;

/** A file that takes longer to store than the server waits for connections on which nothing moves. */
@ServiceTest
@TestProfile(LongUploadTest.Impatient.class)
class LongUploadTest {
    private static final Duration LONGER = Duration.ofSeconds(4);

    @Inject
    Pool pool;

    /** The service, giving up idle connections after a second. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "1s", "quarkus.http.read-timeout", "1s");
        }
    }

    @Test
    void it_is_answered_when_all_rows_are_stored() {
        BatchCalls calls = new BatchCalls();
        CompletableFuture<Void> locked = new CompletableFuture<>();
        // nobody can store a row meanwhile, as if there were a million
        CompletableFuture<Void> held = pool.withTransaction(connection -> connection
                        .query("lock table batch_row in exclusive mode")
                        .execute()
                        .invoke(() -> locked.complete(null))
                        .chain(() ->
                                Uni.createFrom().voidItem().onItem().delayIt().by(LONGER)))
                .subscribeAsCompletionStage();
        locked.join();
        calls.csv("", "recipient.email,achievement\nada@example.org," + calls.achievement + "\n")
                .then()
                .statusCode(202)
                .header("Connection", equalTo("close"))
                .body("total", equalTo(1));
        held.join();
    }
}
