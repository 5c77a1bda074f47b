package org.laurel.erasing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.store.Database;

/** Whoever was erased stays erased, whatever is put back into the database. */
@ServiceTest
class ErasuresTest {
    private static final List<String> TABLES = List.of("person_key", "recipient", "credential", "award");

    private final Erasures erasures;
    private final Database database;
    private final Path data;

    ErasuresTest(
            Erasures erasures,
            Database database,
            @ConfigProperty(name = "laurel.data-dir", defaultValue = "data") Path data) {
        this.erasures = erasures;
        this.database = database;
        this.data = data;
    }

    @Test
    void who_comes_back_with_a_backup_is_erased_again_and_nobody_else() throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response erased = Calls.award(issuer, achievement);
        Response other = Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ben@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        Kept backup = backup(erased);
        Calls.admin()
                .delete("/api/v1/recipients/" + erased.path("recipient.id"))
                .then()
                .statusCode(204);
        awaitLine(backup.line());
        restore(backup);
        String url = erased.path("credential.url");
        given().get(url).then().statusCode(200);

        run(erasures::repeat);

        given().get(url).then().statusCode(410);
        Calls.admin()
                .get("/api/v1/awards/" + erased.path("id"))
                .then()
                .body("state", equalTo("erased"))
                .body("recipient.email", equalTo(null));
        assertThat(rows("select 1 from person_key where issuer_no = $1 and person_no = $2", backup))
                .isEmpty();
        given().get((String) other.path("credential.url")).then().statusCode(200);
        assertThat(Files.readAllLines(data.resolve("erasures"))).containsOnlyOnce(backup.line());
    }

    /** After a restore numbers are given again: another key under the same number is somebody else's. */
    @Test
    void another_person_under_the_number_of_one_who_was_erased_stays() throws Exception {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        Kept backup = backup(award);
        String another = backup.issuerNo() + " " + backup.personNo() + " " + "ab".repeat(32);
        new ErasureLog(data.resolve("erasures")).add(List.of(ErasedKey.parse(another)));
        run(erasures::repeat);
        given().get((String) award.path("credential.url")).then().statusCode(200);
    }

    /** What a backup has of one person. */
    private record Kept(int issuerNo, long personNo, String line, List<List<String>> rows) {}

    private Kept backup(Response award) throws Exception {
        String id = award.path("id");
        Object[] found = run(() -> database.read(session -> Database.select(
                        session,
                        "select k.issuer_no, k.person_no, k.wrapped_key from award a join person_key k"
                                + " on k.issuer_no = a.issuer_no and k.person_no = a.person_no where a.public_id = $1",
                        id)))
                .get(0);
        int issuerNo = (Integer) found[0];
        long personNo = (Long) found[1];
        List<List<String>> all = new ArrayList<>();
        for (String table : TABLES) {
            all.add(run(() -> database.read(session -> Database.select(
                            session,
                            "select row_to_json(t)::text from " + table + " t where issuer_no = $1 and "
                                    + (table.equals("recipient") ? "id" : "person_no") + " = $2",
                            issuerNo,
                            personNo)))
                    .stream()
                    .map(row -> (String) row[0])
                    .toList());
        }
        String digest = Hex.encode(Sha256.of(((Buffer) found[2]).getBytes()));
        return new Kept(issuerNo, personNo, issuerNo + " " + personNo + " " + digest, all);
    }

    private void restore(Kept backup) throws Exception {
        for (int i = 0; i < TABLES.size(); i++) {
            String table = TABLES.get(i);
            String number = table.equals("recipient") ? "id" : "person_no";
            for (String row : backup.rows().get(i)) {
                run(() -> database.write(session -> Database.insert(
                                session,
                                "delete from " + table + " where issuer_no = $1 and " + number + " = $2",
                                backup.issuerNo(),
                                backup.personNo())
                        .chain(() -> Database.insert(
                                session,
                                "insert into " + table + " select * from json_populate_record(null::" + table
                                        + ", $1::text::json)",
                                row))));
            }
        }
    }

    private List<Object[]> rows(String sql, Kept about) throws Exception {
        return run(() -> database.read(session -> Database.select(session, sql, about.issuerNo(), about.personNo())));
    }

    private void awaitLine(String line) throws Exception {
        Path file = data.resolve("erasures");
        for (int i = 0; i < 1000; i++) {
            if (Files.exists(file) && Files.readAllLines(file).contains(line)) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the erasure was not written down");
    }

    private static <T> T run(Supplier<Uni<T>> work) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
