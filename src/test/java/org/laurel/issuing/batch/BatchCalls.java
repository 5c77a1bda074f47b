package org.laurel.issuing.batch;

import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.laurel.fixture.Calls;

/** Hands in files for an issuer of its own, waits for them, and reads their account. */
final class BatchCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    final String issuer = Calls.issuer("{}");
    final String achievement = Calls.published(issuer);

    Response csv(String query, String file) {
        return upload(Calls.admin(), "text/csv", query, file);
    }

    Response ndjson(String query, byte[] file) {
        return Calls.admin()
                .contentType("application/x-ndjson")
                .body(file)
                .post("/api/v1/issuers/" + issuer + "/batches" + query);
    }

    Response keyed(String key, byte[] file) {
        return Calls.admin()
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/v1/issuers/" + issuer + "/batches");
    }

    Response upload(io.restassured.specification.RequestSpecification as, String type, String query, String file) {
        return as.contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/issuers/" + issuer + "/batches" + query);
    }

    static Response post(Response batch, String step) {
        return Calls.admin().post("/api/v1/batches/" + batch.path("id") + "/" + step);
    }

    static Response finished(Response accepted) {
        accepted.then().statusCode(202);
        return until("/api/v1/batches/" + accepted.path("id"), batch -> List.of("completed", "failed", "cancelled")
                .contains((String) batch.path("state")));
    }

    static Response until(String path, Predicate<Response> wanted) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            Response batch = Calls.admin().get(path);
            batch.then().statusCode(200).body("ratePerSecond", greaterThanOrEqualTo(0f));
            if (wanted.test(batch)) {
                return batch;
            }
            sleep();
        }
        throw new AssertionError(
                "the batch did not end: " + Calls.admin().get(path).asString());
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JsonNode> results(Response accepted, String query) {
        String text = Calls.admin()
                .get("/api/v1/batches/" + accepted.path("id") + "/results" + query)
                .asString();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                rows.add(JSON.readTree(line));
            } catch (IOException e) {
                throw new AssertionError(line, e);
            }
        }
        return rows;
    }

    static byte[] gzip(String plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }
}
