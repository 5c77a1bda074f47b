package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.submission.FileSweep;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.store.Database;

/** Files of evidence come: announced, sent piece by piece or at once, judged; or never come to their end. */
@ServiceTest
class EvidenceUploadTest {
    private final Database database;
    private final FileSweep sweep;
    private final Path data;

    EvidenceUploadTest(Database database, FileSweep sweep, @ConfigProperty(name = "laurel.data-dir") Path data) {
        this.database = database;
        this.sweep = sweep;
        this.data = data;
    }

    @Test
    void a_file_comes_in_pieces_and_is_read_as_it_was() {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        Response announced = Uploads.announce(educator, path, "notes.txt", Uploads.TEXT.length);
        announced.then().statusCode(201).header(Uploads.OFFSET, equalTo("0")).body("state", equalTo("arriving"));
        String file = Uploads.path(announced);
        Uploads.head(educator, file)
                .then()
                .header(Uploads.OFFSET, equalTo("0"))
                .header("Upload-Length", equalTo("" + Uploads.TEXT.length));
        Calls.as(educator).get(file).then().statusCode(409).body("detail", containsString("arriving"));
        Uploads.patch(educator, file, 0, Arrays.copyOf(Uploads.TEXT, 100_001))
                .then()
                .statusCode(204)
                .header(Uploads.OFFSET, equalTo("100001"));
        Uploads.patch(educator, file, 7, new byte[9]).then().statusCode(409).body("detail", containsString("100001"));
        Uploads.patch(educator, file, 100_001, Arrays.copyOfRange(Uploads.TEXT, 100_001, Uploads.TEXT.length))
                .then()
                .statusCode(204)
                .header(Uploads.OFFSET, equalTo("" + Uploads.TEXT.length));
        Uploads.patch(educator, file, Uploads.TEXT.length, new byte[0]).then().statusCode(409);
        Calls.as(educator)
                .get(path + "/files")
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("ready"))
                .body("items[0].sha256", equalTo(Hex.encode(Sha256.of(Uploads.TEXT))));
        assertReadBy(educator, file);
    }

    private static void assertReadBy(String educator, String file) {
        Response read = Calls.as(educator).get(file);
        read.then()
                .statusCode(200)
                .contentType("text/plain")
                .header("Content-Disposition", containsString("attachment; filename=\"notes.txt\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"));
        assertThat(read.asByteArray()).isEqualTo(Uploads.TEXT);
        Calls.as(educator)
                .header("If-None-Match", read.header("ETag"))
                .get(file)
                .then()
                .statusCode(304);
        Calls.as(Uploads.educator()).get(file).then().statusCode(404);
        Calls.admin().get(file).then().statusCode(404);
        given().get(file).then().statusCode(401);
    }

    @Test
    void what_came_of_a_broken_connection_is_kept() throws IOException {
        String educator = Uploads.educator();
        String file =
                Uploads.path(Uploads.announce(educator, Uploads.started(educator), "notes.txt", Uploads.TEXT.length));
        breakOff(educator, file, 0, 200_000);
        int there = offsetOnceNobodyWrites(educator, file);
        assertThat(there).isBetween(65_536, 200_000);
        Uploads.patch(educator, file, there, Arrays.copyOfRange(Uploads.TEXT, there, Uploads.TEXT.length))
                .then()
                .statusCode(204);
        assertThat(Calls.as(educator).get(file).asByteArray()).isEqualTo(Uploads.TEXT);
    }

    private static void breakOff(String educator, String file, int offset, int bytes) throws IOException {
        try (Socket socket = new Socket("localhost", TestDatabase.PORT)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + file + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + educator
                            + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset
                            + "\r\nContent-Length: " + (Uploads.TEXT.length - offset) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Uploads.TEXT, offset, bytes);
            out.flush();
        }
    }

    /** A piece of nothing is taken once the broken connection is known to be broken. */
    private static int offsetOnceNobodyWrites(String educator, String file) {
        for (int i = 0; i < 2000; i++) {
            int there = Integer.parseInt(Uploads.head(educator, file).header(Uploads.OFFSET));
            if (there > 0 && Uploads.patch(educator, file, there, new byte[0]).statusCode() == 204) {
                return there;
            }
        }
        throw new AssertionError("somebody writes for ever");
    }

    @Test
    void of_many_who_send_the_same_piece_at_once_one_wins() {
        String educator = Uploads.educator();
        String file =
                Uploads.path(Uploads.announce(educator, Uploads.started(educator), "notes.txt", Uploads.TEXT.length));
        List<Integer> codes = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> Uploads.patch(educator, file, 0, Uploads.TEXT).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(codes).containsExactly(204, 409, 409, 409);
        assertThat(Calls.as(educator).get(file).asByteArray()).isEqualTo(Uploads.TEXT);
    }

    @Test
    void a_file_comes_in_one_request_too_or_announced_by_the_headers_of_tus() {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        byte[] pdf = MediaFiles.pdf("Ada", "A lesson");
        Response whole = Uploads.send(educator, path, "plan.pdf", "application/pdf", pdf);
        whole.then().statusCode(201).body("state", equalTo("ready")).body("mediaType", equalTo("application/pdf"));
        Response read = Calls.as(educator).get(Uploads.path(whole));
        read.then().header("Content-Disposition", containsString("inline"));
        assertThat(read.asByteArray()).isEqualTo(pdf);

        Response announced = given().header("Authorization", "Bearer " + educator)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "5")
                .header("Upload-Metadata", "filename " + base64("Müllers Plan.md") + ",part " + base64("plans"))
                .post(path + "/files");
        announced.then().statusCode(201).header("Tus-Resumable", equalTo("1.0.0"));
        Uploads.patch(educator, Uploads.path(announced), 0, "Hello".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(204);
        Calls.as(educator)
                .get(Uploads.path(announced))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''M%C3%BCllers%20Plan.md"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "plan.pdf, application/pdf, other-type",
        "plan.docx, application/octet-stream, other-type",
        "plan.txt, text/plain, other-type",
        "plan.pdf, image/png, other-type",
        "plan.exe, application/octet-stream, unknown-type"
    })
    void what_lies_about_its_type_is_refused_and_leaves_nothing(String name, String type, String code)
            throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        byte[] lie = MediaFiles.all("Ada").get("photo.png");
        Uploads.send(educator, path, name, type, lie == null ? new byte[0] : lie)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem(code));
        assertNothing(educator, path);
    }

    private void assertNothing(String educator, String path) throws Throwable {
        Calls.as(educator).get(path + "/files").then().body("items", hasSize(0));
        assertThat(stored(path)).isEmpty();
    }

    private List<String> stored(String path) throws Throwable {
        return Uploads.stored(database, data, path);
    }

    @Test
    void what_is_announced_wrongly_names_every_fault() {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        Calls.as(educator)
                .body("{\"part\":\"nowhere\",\"name\":\"plan.exe\",\"size\":300000000,\"mediaType\":\"x/y\"}")
                .post(path + "/files")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/part", "/name", "/size"));
        Calls.as(educator)
                .body("{\"part\":\"plans\",\"name\":\"../plan.pdf\",\"size\":0,\"odd\":1}")
                .post(path + "/files")
                .then()
                .statusCode(422);
        String none = SubmissionTest.started(educator, SubmissionTest.earnable(Calls.issuer("{}")));
        Uploads.announce(educator, none, "plan.pdf", 9).then().statusCode(422).body("errors.code", hasItem("no-files"));
        Uploads.announce(Uploads.educator(), path, "plan.pdf", 9).then().statusCode(404);
        given().header("Authorization", "Bearer " + educator)
                .contentType("application/pdf")
                .body(new byte[9])
                .post(path + "/files")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/part", "/name"));
    }

    @Test
    void more_than_was_announced_is_refused_and_leaves_nothing() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        String file = Uploads.path(Uploads.announce(educator, path, "notes.txt", 10));
        Uploads.patch(educator, file, 0, new byte[11]).then().statusCode(413);
        assertNothing(educator, path);
    }

    @Test
    void nobody_gets_more_room_than_there_is_by_asking_for_it_at_once() {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        List<Integer> codes = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> Uploads.announce(educator, path, "lesson.mp4", 200 << 20)
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(codes).containsExactly(201, 201, 201, 201, 201, 422, 422, 422);
        Uploads.announce(educator, path, "lesson.mp4", 200 << 20)
                .then()
                .body("errors[0].code", equalTo("quota"))
                .body("errors[0].detail", containsString("25165824 bytes more"));
        String file = Calls.as(educator).get(path + "/files").path("items[0].url");
        Calls.as(educator).delete(file).then().statusCode(204);
        Calls.as(educator).delete(file).then().statusCode(404);
        Uploads.announce(educator, path, "lesson.mp4", 200 << 20).then().statusCode(201);
    }

    @Test
    void a_form_with_a_file_is_one_request_and_what_is_no_file_leaves_nothing() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        form(educator)
                .queryParam("part", "plans")
                .multiPart("file", "notes.txt", "Later.".getBytes(StandardCharsets.UTF_8))
                .post(path + "/files")
                .then()
                .statusCode(201)
                .body("name", equalTo("notes.txt"))
                .body("state", equalTo("ready"))
                .body("size", equalTo(6));
        Response large = form(educator)
                .queryParam("part", "plans")
                .multiPart("file", "more.txt", Uploads.TEXT)
                .post(path + "/files");
        large.then().statusCode(201).body("size", equalTo(Uploads.TEXT.length));
        assertThat(Calls.as(educator).get(large.<String>path("url")).asByteArray())
                .isEqualTo(Uploads.TEXT);
        Calls.as(educator).delete(large.<String>path("url")).then().statusCode(204);
        String first = Calls.as(educator).get(path + "/files").path("items[0].url");
        Calls.as(educator).delete(first).then().statusCode(204);
        assertRefused(educator, path);
        VertxContextSupport.subscribeAndAwait(sweep::sweep);
        assertNothing(educator, path);
    }

    private static void assertRefused(String educator, String path) {
        form(educator)
                .queryParam("part", "plans")
                .multiPart("file", "empty.txt", new byte[0])
                .post(path + "/files")
                .then()
                .statusCode(422);
        form(educator)
                .queryParam("part", "plans")
                .multiPart("file", "plan.pdf", Uploads.TEXT)
                .post(path + "/files")
                .then()
                .statusCode(422);
        form(educator)
                .multiPart("file", "notes.txt", Uploads.TEXT)
                .post(path + "/files")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/part"));
        form(educator).multiPart("part", "plans").post(path + "/files").then().statusCode(400);
    }

    private static RequestSpecification form(String educator) {
        return given().header("Authorization", "Bearer " + educator);
    }

    @Test
    void what_of_tus_is_understood_is_told() {
        for (String path : new String[] {"/api/v1/submissions/1-a/files", "/api/v1/submissions/1-a/files/1-b"}) {
            given().options(path)
                    .then()
                    .statusCode(204)
                    .header("Tus-Resumable", equalTo("1.0.0"))
                    .header("Tus-Version", equalTo("1.0.0"))
                    .header("Tus-Extension", equalTo("creation"))
                    .header("Tus-Max-Size", equalTo(Integer.toString(200 << 20)));
        }
    }

    @Test
    void files_of_what_was_awarded_take_no_room_of_what_comes_after() throws Throwable {
        String educator = Uploads.educator();
        String before = Uploads.started(educator);
        for (int i = 0; i < 5; i++) {
            Uploads.announce(educator, before, "lesson.mp4", 200 << 20).then().statusCode(201);
        }
        String path = Uploads.started(educator);
        Uploads.announce(educator, path, "lesson.mp4", 200 << 20).then().statusCode(422);
        moved(before, "withdrawn");
        Uploads.announce(educator, path, "lesson.mp4", 200 << 20).then().statusCode(422);
        moved(before, "awarded");
        Uploads.announce(educator, path, "lesson.mp4", 200 << 20).then().statusCode(201);
    }

    private void moved(String path, String state) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.insert(
                session,
                "update submission set state = $2 where public_id = $1",
                path.substring(path.lastIndexOf('/') + 1),
                state)));
    }

    @Test
    void what_never_comes_to_its_end_expires_and_leaves_nothing() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        String file = Uploads.path(Uploads.announce(educator, path, "notes.txt", Uploads.TEXT.length));
        Uploads.patch(educator, file, 0, Arrays.copyOf(Uploads.TEXT, 9)).then().statusCode(204);
        assertThat(stored(path)).hasSize(2);
        VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.insert(
                session,
                "update evidence_file set changed_at = now() - interval '25 hours' where state = 'arriving'")));
        VertxContextSupport.subscribeAndAwait(sweep::sweep);
        assertNothing(educator, path);
        Uploads.patch(educator, file, 9, new byte[1]).then().statusCode(404);
    }
}
