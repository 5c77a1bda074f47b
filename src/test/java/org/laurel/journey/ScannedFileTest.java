package org.laurel.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.FakeClamd;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.submission.FileSweep;

/** With a scanner for viruses nothing is shown before it was scanned, and what is infected is gone. */
@ServiceTest
@TestProfile(ScannedFileTest.WithScanner.class)
class ScannedFileTest {
    private static final int PORT = 18_093;

    private final FileSweep sweep;

    ScannedFileTest(FileSweep sweep) {
        this.sweep = sweep;
    }

    /** A scanner that is sometimes there. */
    public static final class WithScanner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.clamd.host", "127.0.0.1", "laurel.clamd.port", Integer.toString(PORT));
        }
    }

    @Test
    void a_virus_is_refused_and_told_of_and_what_cannot_be_scanned_waits() throws Throwable {
        String issuer = Calls.issuer("{}");
        String educator = Uploads.educator();
        String path = SubmissionTest.started(educator, Uploads.earnable(issuer));
        Response waiting = Uploads.send(educator, path, "plan.txt", "text/plain", bytes("A lesson."));
        waiting.then().statusCode(201).body("state", equalTo("unscanned"));
        String file = waiting.path("url");
        Calls.as(educator).get(file).then().statusCode(409).body("detail", containsString("scanned for viruses"));
        Calls.as(educator).post(path + "/submit").then().statusCode(422).body("errors.pointer", hasItem("/files/0"));
        Response late = Uploads.send(educator, path, "late.txt", "text/plain", bytes(FakeClamd.VIRUS));
        late.then().statusCode(201);
        VertxContextSupport.subscribeAndAwait(sweep::rescan);
        Calls.as(educator).get(file).then().statusCode(409);
        FakeClamd clamd = new FakeClamd(PORT);
        try (clamd) {
            VertxContextSupport.subscribeAndAwait(sweep::rescan);
            Calls.as(educator).get(file).then().statusCode(200).body(equalTo("A lesson."));
            Calls.as(educator).get(path + "/files").then().body("items", hasSize(1));
            Uploads.send(educator, path, "bad.txt", "text/plain", bytes("x " + FakeClamd.VIRUS))
                    .then()
                    .statusCode(422)
                    .body("errors.code", hasItem("infected"));
            Uploads.send(educator, path, "good.txt", "text/plain", bytes("Good."))
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ready"));
        }
        Calls.as(educator).get(path + "/files").then().body("items", hasSize(2));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("submission.file-infected"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
