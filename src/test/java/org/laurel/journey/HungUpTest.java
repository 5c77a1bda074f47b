package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Callers who hang up in the middle leave whole awards behind, or none. */
@ServiceTest
class HungUpTest {
    private static final int CALLS = 200;
    private static final String HALVES =
            "select (select count(*) from award a where not exists (select 1 from credential c"
                    + " where c.issuer_no = a.issuer_no and c.public_id = a.credential_id)),"
                    + " (select count(*) from credential c where not exists (select 1 from award a"
                    + " where a.issuer_no = c.issuer_no and a.credential_id = c.public_id)),"
                    + " (select count(*) from award a where not exists (select 1 from outbox x"
                    + " where x.issuer_no = a.issuer_no and x.subject = a.public_id))";

    @Inject
    Pool pool;

    @Test
    void an_award_is_whole_or_it_is_not() throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Random random = new Random(20261127);
        for (int i = 0; i < CALLS; i++) {
            hangUp(issuer, achievement, i, random.nextInt(40));
        }
        Thread.sleep(1000);
        var row = pool.query(HALVES).execute().await().indefinitely().iterator().next();
        assertThat(row.getLong(0)).as("awards without a credential").isZero();
        assertThat(row.getLong(1)).as("credentials without an award").isZero();
        assertThat(row.getLong(2)).as("awards without an event").isZero();
        Calls.admin()
                .contentType("application/json")
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"stays@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(201);
    }

    private static void hangUp(String issuer, String achievement, int number, int millis)
            throws IOException, InterruptedException {
        String body = "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"gone" + number
                + "@example.org\"}}";
        String request = "POST /api/v1/issuers/" + issuer + "/awards HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + TestDatabase.ADMIN_TOKEN + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0); // a reset, as when a machine goes away
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(millis);
        }
    }
}
