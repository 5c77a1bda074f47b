package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
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
        CompletableFuture<Void> held = rowsAreHeld();
        calls.csv("", file(calls))
                .then()
                .statusCode(202)
                .header("Connection", equalTo("close"))
                .body("total", equalTo(1));
        held.join();
    }

    @Test
    void by_http_2_others_go_on_asking_on_its_connection() throws Exception {
        BatchCalls calls = new BatchCalls();
        HttpClient client = HttpClient.newHttpClient();
        String issuers = RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/issuers/" + calls.issuer;
        CompletableFuture<Void> held = rowsAreHeld();
        HttpResponse<String> answer = client.send(
                asking(issuers + "/batches")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file(calls)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        for (int i = 0; i < 20; i++) {
            assertThat(client.send(asking(issuers).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        held.join();
    }

    private static HttpRequest.Builder asking(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + TestDatabase.ADMIN_TOKEN);
    }

    private static String file(BatchCalls calls) {
        return "recipient.email,achievement\nada@example.org," + calls.achievement + "\n";
    }

    /** Nobody can store a row for a while, as if there were a million. */
    private CompletableFuture<Void> rowsAreHeld() {
        CompletableFuture<Void> locked = new CompletableFuture<>();
        CompletableFuture<Void> held = pool.withTransaction(connection -> connection
                        .query("lock table batch_row in exclusive mode")
                        .execute()
                        .invoke(() -> locked.complete(null))
                        .chain(() ->
                                Uni.createFrom().voidItem().onItem().delayIt().by(LONGER)))
                .subscribeAsCompletionStage();
        locked.join();
        return held;
    }
}
