package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.assessment.ClaimReminders;
import org.laurel.issuing.assessment.LateReminders;
import org.laurel.shared.store.Database;

/** What those who hand in evidence, and those who assess it, are told by mail. */
@ServiceTest
@TestProfile(PostOffice.Set.class)
class EvidenceLettersTest {
    private static final String FEEDBACK = "Show how the <next> lesson changed.";
    private static final String SCORES = "{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\"},"
            + "{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"not-yet\",\"feedback\":\"Seen.\"}]}";

    private static final String EXPIRING = "Issuer: what you have taken is yours until ";
    private static final String LATE = "Issuer: evidence waits for longer than was promised ";

    private final Database database;
    private final LateReminders reminders;
    private final ClaimReminders claims;

    EvidenceLettersTest(Database database, LateReminders reminders, ClaimReminders claims) {
        this.database = database;
        this.reminders = reminders;
        this.claims = claims;
    }

    @Test
    void an_educator_hears_that_evidence_came_and_that_it_came_back_with_feedback() {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{\"assessment\":{\"doubleScored\":0}}");
            String email = People.email();
            submitted(issuer, email);
            PostOffice.Received receipt = post.letter(email, "Your evidence has come: ");
            assertThat(receipt.text()).contains("without knowing whose it is");
            String assessor = People.joined(issuer, "assessor");
            String path = "/api/v1/assessments/"
                    + Calls.as(assessor).get("/api/v1/assessments").path("items[0].id");
            Calls.as(assessor).post(path + "/claim").then().statusCode(200);
            Calls.as(assessor).body(SCORES).post(path + "/scores").then().statusCode(200);
            Calls.as(assessor)
                    .body("{\"outcome\":\"return\",\"feedback\":\"" + FEEDBACK + "\"}")
                    .post(path + "/decision")
                    .then()
                    .statusCode(200);
            PostOffice.Received back = post.letter(email, "Your evidence came back with feedback: ");
            assertThat(back.text()).contains("> " + FEEDBACK);
            assertThat(back.html()).contains("the &lt;next&gt; lesson");
            assertThat(post.to(email))
                    .filteredOn(one -> one.subject().startsWith("Your evidence"))
                    .hasSize(2);
        }
    }

    @Test
    void assessors_hear_once_a_day_of_what_is_late() throws Throwable {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{}");
            String assessor = People.email();
            People.join(issuer, assessor, "assessor");
            String author = People.email();
            String other = People.email();
            People.join(issuer, author, "author");
            submitted(issuer, People.email());
            remind();
            VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.select(
                    session,
                    "update assessment a set due_at = a.submitted_at from issuer i where i.issuer_no = a.issuer_no"
                            + " and i.slug = $1 returning 1",
                    issuer)));
            remind();
            remind();
            assertThat(post.letter(assessor, LATE).subject()).isEqualTo(LATE + "(1)");
            submitted(issuer, other);
            post.letter(other, "Your evidence has come: ");
            assertThat(Stream.of(assessor, author)
                            .flatMap(one -> post.to(one).stream())
                            .filter(one -> one.subject().startsWith(LATE)))
                    .hasSize(1);
        }
    }

    @Test
    void who_has_taken_evidence_hears_once_that_the_time_runs_out() throws Throwable {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{\"assessment\":{\"doubleScored\":0,\"claimHours\":1}}");
            String email = People.email();
            People.join(issuer, email, "assessor");
            String assessor = People.signIn(email, People.PASSWORD);
            submitted(issuer, People.email());
            String path = "/api/v1/assessments/"
                    + Calls.as(assessor).get("/api/v1/assessments").path("items[0].id");
            Calls.as(assessor).post(path + "/claim").then().statusCode(200);
            VertxContextSupport.subscribeAndAwait(claims::remind);
            assertThat(post.letter(email, EXPIRING).subject()).endsWith("(1)");
            VertxContextSupport.subscribeAndAwait(claims::remind);
            String other = People.email();
            submitted(issuer, other);
            post.letter(other, "Your evidence has come: ");
            assertThat(post.to(email))
                    .filteredOn(one -> one.subject().startsWith(EXPIRING))
                    .hasSize(1);
        }
    }

    @Test
    void owners_hear_that_an_assessor_drifts() {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{\"assessment\":{\"doubleScored\":0}}");
            String email = People.email();
            People.join(issuer, email, "owner");
            String achievement = SubmissionTest.earnable(issuer);
            String assessor = People.joined(issuer, "assessor");
            for (int i = 0; i < 15; i++) { // two criteria each
                String item = CalibrationTest.added(achievement, "planted", "met", "met");
                CalibrationTest.plant(item).then().statusCode(204);
                String path = "/api/v1/assessments/"
                        + Calls.as(assessor).get("/api/v1/assessments").path("items[0].id");
                Calls.as(assessor).post(path + "/claim").then().statusCode(200);
                Calls.as(assessor).body(SCORES).post(path + "/scores").then().statusCode(200);
                Calls.as(assessor)
                        .body("{\"outcome\":\"return\",\"feedback\":\"" + FEEDBACK + "\"}")
                        .post(path + "/decision")
                        .then()
                        .statusCode(200);
            }
            PostOffice.Received letter = post.letter(email, "Issuer: assessors drift away from the known levels ");
            assertThat(letter.subject()).endsWith("(1)");
            assertThat(letter.text()).contains("train on more items");
        }
    }

    private void remind() throws Throwable {
        VertxContextSupport.subscribeAndAwait(reminders::remind);
    }

    private static void submitted(String issuer, String email) {
        String educator = Screenings.person("educator", email);
        String path = SubmissionTest.started(educator, SubmissionTest.earnable(issuer));
        SubmissionTest.save(educator, path, Calls.as(educator).get(path).header("ETag"), SubmissionTest.WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
    }
}
