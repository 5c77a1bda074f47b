package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Single awards that are asked for at once share a transaction; each still has its own answer. */
@ServiceTest
class SharedAwardsTest {
    private static final int CALLERS = 24;

    @Test
    void each_of_many_at_once_gets_its_own_award_or_its_own_refusal() throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 5 * CALLERS; i++) {
            String body = body(i, achievement);
            String key = "\"shared-" + i + "\"";
            answers.add(callers.submit(() -> award(issuer, body, key)));
        }
        Set<String> ids = new HashSet<>();
        int taken = 0;
        for (int i = 0; i < answers.size(); i++) {
            Response answer = answers.get(i).get();
            switch (i % 6) {
                case 0 -> assertThat(answer.statusCode()).isEqualTo(422);
                case 1 -> {
                    assertThat(answer.statusCode()).isIn(201, 409);
                    taken += answer.statusCode() == 201 ? 1 : 0;
                }
                default -> {
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
                    assertThat(ids.add(answer.path("id"))).isTrue();
                    assertThat(answer.<String>path("recipient.email")).isEqualTo("teacher" + i + "@example.org");
                }
            }
            assertThat(award(issuer, body(i, achievement), "\"shared-" + i + "\"")
                            .asString())
                    .isEqualTo(answer.asString());
        }
        assertThat(taken).as("who got the externalId that many wanted").isEqualTo(1);
        callers.shutdownNow();
    }

    /** Every sixth names what does not exist, and every sixth wants the same externalId. */
    private static String body(int i, String achievement) {
        String what = i % 6 == 0 ? "1-aaaaaaaaaaaaaaaaaaaaaaaaaa" : achievement;
        String reference = i % 6 == 1 ? ",\"externalId\":\"one-for-all\"" : "";
        return "{\"achievement\":\"" + what + "\",\"recipient\":{\"email\":\"teacher" + i + "@example.org\"}"
                + reference + "}";
    }

    private static Response award(String issuer, String body, String key) {
        return Calls.admin().header("Idempotency-Key", key).body(body).post("/api/v1/issuers/" + issuer + "/awards");
    }
}
