package org.laurel.journey;

import static io.restassured.RestAssured.given;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Templates;
import org.laurel.shared.store.Database;

/** What tests of files of evidence do again and again. */
final class Uploads {
    /** A file of some length that is plain text. */
    static final byte[] TEXT = "The next lesson changed.\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    static final String OFFSET = "Upload-Offset";

    private Uploads() {}

    static String educator() {
        return Screenings.person("educator", People.email());
    }

    /** A submission whose parts take files; gives its path. */
    static String started(String educator) {
        return SubmissionTest.started(educator, earnable(Calls.issuer("{}")));
    }

    /** A published micro-credential whose parts take all kinds of files; gives its id. */
    static String earnable(String issuer) {
        return Calls.published(
                issuer,
                Templates.complete("Feedback")
                        .replace(
                                "\"wordLimit\":500",
                                "\"wordLimit\":500,\"fileTypes\":[\"application/pdf\",\"image/png\",\"image/jpeg\","
                                        + "\"image/gif\",\"image/webp\",\"text/plain\",\"text/markdown\",\"audio/mpeg\","
                                        + "\"audio/wav\",\"audio/ogg\",\"audio/mp4\",\"video/mp4\",\"video/webm\","
                                        + "\"video/quicktime\",\"application/vnd.oasis.opendocument.text\","
                                        + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document\","
                                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\","
                                        + "\"application/vnd.openxmlformats-officedocument.presentationml.presentation\"]"),
                false);
    }

    static Response announce(String who, String path, String name, int size) {
        return Calls.as(who)
                .body("{\"part\":\"plans\",\"name\":\"" + name + "\",\"size\":" + size + "}")
                .post(path + "/files");
    }

    static Response send(String who, String path, String name, String type, byte[] bytes) {
        return given().header("Authorization", "Bearer " + who)
                .contentType(type.isEmpty() ? "application/octet-stream" : type)
                .body(bytes)
                .post(path + "/files?part=plans&name=" + name);
    }

    static Response patch(String who, String file, int offset, byte[] bytes) {
        return given().header("Authorization", "Bearer " + who)
                .header("Tus-Resumable", "1.0.0")
                .header(OFFSET, offset)
                .contentType("application/offset+octet-stream")
                .body(bytes)
                .patch(file);
    }

    static Response head(String who, String file) {
        return given().header("Authorization", "Bearer " + who).head(file);
    }

    static String path(Response announced) {
        return announced.then().statusCode(201).extract().path("url");
    }

    /** The names of all bytes that are kept of a submission, and whether there is a row. */
    static List<String> stored(Database database, Path data, String path) throws Throwable {
        List<String> ids = VertxContextSupport.subscribeAndAwait(() -> database.read(session -> Database.select(
                        session,
                        "select f.public_id from evidence_file f join submission s on s.issuer_no = f.issuer_no"
                                + " and s.id = f.submission_no where s.public_id = $1",
                        path.substring(path.lastIndexOf('/') + 1))
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList())));
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return Stream.concat(ids.stream(), names.stream().filter(name -> ids.stream()
                            .anyMatch(name::startsWith)))
                    .toList();
        }
    }
}
