package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;

/** What people are told by mail: invitations, links to passwords, what was decided and what reviewers wrote. */
@ServiceTest
@TestProfile(PostOffice.Set.class)
class LettersTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/welcome\\?token=(\\S+)");

    @Test
    void an_invitation_comes_with_its_link() {
        try (PostOffice post = new PostOffice()) {
            String email = "grace@invited.example";
            People.invite("/api/v1/people/invitations", email, "screener");
            PostOffice.Received letter = post.letter(email, "Invitation: screener, ");
            People.use(token(letter), "{\"name\":\"Grace\",\"password\":\"" + People.PASSWORD + "\"}")
                    .then()
                    .statusCode(200);
            assertThat(letter.html()).contains(token(letter));
            String session = People.signIn(email, People.PASSWORD);
            Calls.admin()
                    .get("/api/v1/people/letters?state=sent")
                    .then()
                    .statusCode(200)
                    .body("items.kind", hasItem("member.invited"));
            Calls.as(session).get("/api/v1/people/letters").then().statusCode(403);
        }
    }

    @Test
    void an_invitation_into_an_organisation_names_it() {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{}");
            String email = "grace@member.example";
            People.invite("/api/v1/issuers/" + issuer + "/members", email, "author");
            assertThat(post.letter(email, "Invitation: author, Issuer").text())
                    .contains("Issuer invites you as author.");
            Calls.admin()
                    .get("/api/v1/issuers/" + issuer + "/letters")
                    .then()
                    .body("items.kind", equalTo(List.of("member.invited")));
        }
    }

    @Test
    void a_link_to_a_new_password_goes_to_the_address_of_the_account() {
        try (PostOffice post = new PostOffice()) {
            String email = "ada@recovery.example";
            String issuer = Calls.issuer("{}");
            People.join(issuer, email, "author");
            String id = Calls.admin().get("/api/v1/people?email=" + email).path("items[0].id");
            Calls.admin().post("/api/v1/people/" + id + "/recovery").then().statusCode(201);
            PostOffice.Received letter = post.letter(email, "A new password for your account");
            People.use(token(letter), "{\"password\":\"another good long password\"}")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void an_applicant_hears_from_screeners() {
        try (PostOffice post = new PostOffice()) {
            Screenings.programme();
            String email = People.email();
            String applicant = Screenings.person("educator", email);
            String id = Screenings.submitted(applicant, Screenings.slug());
            String screener = Screenings.screener();
            Calls.as(screener)
                    .body(Map.of("text", "Which of the two studies was done in <your> schools?"))
                    .post("/api/v1/applications/" + id + "/messages")
                    .then()
                    .statusCode(201);
            PostOffice.Received message = post.letter(email, "Your application for Oak Hill: a screener wrote to you");
            assertThat(message.text()).contains("> Which of the two studies was done in <your> schools?");
            assertThat(message.html()).contains("in &lt;your&gt; schools?");
            Screenings.score(screener, id, 3).then().statusCode(201);
            Screenings.score(Screenings.screener(), id, 3).then().statusCode(201);
            Screenings.decide(screener, id, "request-changes").then().statusCode(200);
            PostOffice.Received decided = post.letter(email, "Your application for Oak Hill: changes are requested");
            assertThat(decided.text()).contains("> For reasons that we give.");
        }
    }

    @Test
    void who_handed_a_micro_credential_in_hears_what_came_of_it() {
        try (PostOffice post = new PostOffice()) {
            String owner = Screenings.applicant();
            String email = Calls.as(owner).get("/api/v1/people/me").path("emails[0]");
            String slug = Screenings.accepted(owner);
            String id = TemplateTest.draft(owner, slug, Templates.complete("Feedback"));
            Calls.as(owner)
                    .post("/api/v1/achievements/" + id + "/submit")
                    .then()
                    .statusCode(200);
            String reviewer = Screenings.person("reviewer", People.email());
            String review = "/api/v1/achievements/" + id + "/reviews";
            Calls.as(reviewer)
                    .body(
                            "{\"outcome\":\"request-changes\",\"comments\":[{\"pointer\":\"/resources\",\"text\":\"Give some.\"}]}")
                    .post(review)
                    .then()
                    .statusCode(200);
            PostOffice.Received changes = post.letter(email, "Changes are requested: ");
            assertThat(changes.text()).contains("> /resources: Give some.");
            Calls.as(owner)
                    .post("/api/v1/achievements/" + id + "/submit")
                    .then()
                    .statusCode(200);
            Calls.as(reviewer)
                    .body("{\"outcome\":\"publish\"}")
                    .post(review)
                    .then()
                    .statusCode(200);
            PostOffice.Received published = post.letter(email, "Reviewed and published: ");
            assertThat(published.text()).contains("/achievements/" + id);
        }
    }

    private static String token(PostOffice.Received letter) {
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).as("a link").isTrue();
        return link.group(1);
    }
}
