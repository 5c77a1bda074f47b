package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.submission.FileSweep;
import org.laurel.shared.store.Database;

/** Files of evidence once they are there: read, submitted, removed, exported, erased, damaged. */
@ServiceTest
class EvidenceFileTest {
    private final Database database;
    private final FileSweep sweep;
    private final Path data;

    EvidenceFileTest(Database database, FileSweep sweep, @ConfigProperty(name = "laurel.data-dir") Path data) {
        this.database = database;
        this.sweep = sweep;
        this.data = data;
    }

    @Test
    void a_part_is_answered_by_files_and_they_are_frozen_with_it() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        String file = Uploads.path(Uploads.announce(educator, path, "notes.txt", Uploads.TEXT.length));
        SubmissionTest.save(
                        educator,
                        path,
                        Calls.as(educator).get(path).header("ETag"),
                        SubmissionTest.WHOLE.replaceFirst(",\\{\"part\":\"plans\"[^}]*}", ""))
                .then()
                .statusCode(200);
        Calls.as(educator)
                .post(path + "/submit")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/files/0"));
        Uploads.patch(educator, file, 0, Uploads.TEXT).then().statusCode(204);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
        Calls.as(educator).delete(file).then().statusCode(409).body("detail", containsString("submitted"));
        Uploads.announce(educator, path, "notes.txt", 9).then().statusCode(409);
        assertThat(Calls.as(educator).get(file).asByteArray()).isEqualTo(Uploads.TEXT);
        VertxContextSupport.subscribeAndAwait(() -> database.write(session ->
                Database.insert(session, "update submission set state = 'returned' where state = 'submitted'")));
        Calls.as(educator).delete(file).then().statusCode(204);
        Calls.as(educator).get(path + "/files").then().body("items", hasSize(0));
        assertThat(Calls.as(educator).get(file).asByteArray()).isEqualTo(Uploads.TEXT);
    }

    @Test
    void of_recordings_pieces_are_sent() {
        String educator = Uploads.educator();
        byte[] wav = MediaFiles.all("Ada").get("talk.wav");
        byte[] bytes = wav == null ? new byte[0] : wav;
        String file = Uploads.path(Uploads.send(educator, Uploads.started(educator), "talk.wav", "audio/wav", bytes));
        Response piece = Calls.as(educator).header("Range", "bytes=10-19").get(file);
        piece.then()
                .statusCode(206)
                .contentType("audio/wav")
                .header("Content-Range", equalTo("bytes 10-19/" + bytes.length));
        assertThat(piece.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(Calls.as(educator).header("Range", "bytes=-5").get(file).asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        assertThat(Calls.as(educator)
                        .header("Range", "bytes=5-")
                        .header("If-Range", "\"other\"")
                        .get(file)
                        .asByteArray())
                .isEqualTo(bytes);
        Calls.as(educator).header("Range", "bytes=0-1,4-5").get(file).then().statusCode(200);
        Calls.as(educator)
                .header("Range", "bytes=9999-")
                .get(file)
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + bytes.length));
        Calls.as(educator).head(file).then().statusCode(200).header("Accept-Ranges", equalTo("bytes"));
    }

    @Test
    void the_educator_is_warned_of_a_name_in_a_file() {
        String educator = Screenings.applicant(); // who is called Ada
        String path = Uploads.started(educator);
        byte[] words = "By Ada, ada@example.org".getBytes(StandardCharsets.UTF_8);
        Uploads.send(educator, path, "plan.txt", "text/plain", words).then().statusCode(201);
        Uploads.send(educator, path, "plan.docx", "", MediaFiles.docx("x", "Written by Ada"))
                .then()
                .statusCode(201);
        Uploads.send(educator, path, "plan.pdf", "", MediaFiles.pdf("Ada", "A lesson"))
                .then()
                .statusCode(201);
        Calls.as(educator)
                .get(path + "/check")
                .then()
                .body("warnings.pointer", equalTo(List.of("/files/0", "/files/0", "/files/1")))
                .body("warnings[0].detail", containsString("(ada)"));
    }

    @Test
    void files_are_in_the_export_and_go_when_the_account_is_erased() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        Uploads.send(educator, path, "plan.pdf", "", MediaFiles.pdf("Ada", "A lesson"))
                .then()
                .statusCode(201);
        String arriving = Uploads.path(Uploads.announce(educator, path, "notes.txt", Uploads.TEXT.length));
        Uploads.patch(educator, arriving, 0, Arrays.copyOf(Uploads.TEXT, 9))
                .then()
                .statusCode(204);
        Calls.as(educator)
                .get("/api/v1/people/me/export")
                .then()
                .statusCode(200)
                .body("submissions[0].files.name", hasItems("plan.pdf", "notes.txt"))
                .body("submissions[0].files[0].url", containsString(path));
        assertThat(stored(path)).hasSize(5);
        Calls.as(educator)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        VertxContextSupport.subscribeAndAwait(sweep::sweep);
        assertThat(stored(path)).isEmpty();
    }

    @Test
    void bytes_on_the_disk_say_nothing_and_a_file_that_was_cut_off_there_is_not_served() throws Throwable {
        String educator = Uploads.educator();
        String path = Uploads.started(educator);
        String file = Uploads.path(Uploads.send(educator, path, "notes.txt", "", Uploads.TEXT));
        Path stored = data.resolve("files")
                .resolve(file.substring(file.length() - 2))
                .resolve(file.substring(file.lastIndexOf('/') + 1) + ".file");
        byte[] bytes = Files.readAllBytes(stored);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("lesson");
        Files.write(stored, Arrays.copyOf(bytes, 3 * 65_568));
        Calls.as(educator).get(file).then().statusCode(500).body("detail", not(containsString("lesson")));
        byte[] noise = new byte[bytes.length];
        new Random(1).nextBytes(noise);
        Files.write(stored, noise);
        Calls.as(educator).get(file).then().statusCode(500);
    }

    private List<String> stored(String path) throws Throwable {
        return Uploads.stored(database, data, path);
    }
}
