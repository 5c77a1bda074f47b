package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.fixture.Calls;

/** What tests of screening do again and again. */
final class Screenings {
    static final List<String> CRITERIA = List.of("mission", "research", "equity", "concept", "capacity");
    private static final AtomicInteger SLUGS = new AtomicInteger();

    private Screenings() {}

    /** Writes the programme's profile, unless another test did: two at once, of whom one comes too late. */
    static void programme() {
        if (Calls.admin().get("/api/v1/programme").statusCode() == 404) {
            List<CompletableFuture<Integer>> both = Stream.of("programme", "programme-too")
                    .map(slug -> CompletableFuture.supplyAsync(() -> Calls.admin()
                            .body("{\"slug\":\"" + slug + "\",\"name\":\"Educator Micro-credentials\","
                                    + "\"url\":\"https://programme.example\"}")
                            .put("/api/v1/programme")
                            .statusCode()))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(200)
                    .isSubsetOf(200, 409, 428);
        }
    }

    /** Somebody with a role in the programme, or with none; gives the token of their session. */
    static String person(String role, String email) {
        People.use(
                        People.invite("/api/v1/people/invitations", email, role),
                        "{\"name\":\"P\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        return People.signIn(email, People.PASSWORD);
    }

    static String screener() {
        return person("screener", People.email());
    }

    /** Somebody who applies: an educator, since everybody is. */
    static String applicant() {
        String issuer = Calls.issuer("{}");
        String email = "applicant-" + SLUGS.incrementAndGet() + "@applicants.example";
        People.join(issuer, email, "assessor");
        return People.signIn(email, People.PASSWORD);
    }

    static String slug() {
        return "applied-" + SLUGS.incrementAndGet();
    }

    static String content(String slug) {
        return "{\"organisation\":{\"name\":\"Oak Hill\",\"url\":\"https://" + slug + ".example\",\"slug\":\"" + slug
                + "\"},\"contact\":{\"name\":\"Grace Hopper\",\"email\":\"grace@" + slug + ".example\"},"
                + "\"mission\":\"" + "We help teachers learn from each other. ".repeat(3) + "\","
                + "\"research\":[{\"authors\":[\"Hattie, John\",\"Timperley, Helen\"],\"title\":\"The Power of Feedback\","
                + "\"year\":2007,\"doi\":\"10.3102/003465430298487\",\"claim\":\"Feedback helps most\",\"tier\":\"moderate\"}],"
                + "\"populations\":[\"Grades 6 to 8\"],\"concept\":{\"title\":\"Feedback\",\"competency\":"
                + "\"Gives feedback on the task that pupils use\",\"evidence\":\"Two recordings with what changed between\"},"
                + "\"assessors\":{\"people\":4,\"training\":\"Two days with scored examples and a test\"}}";
    }

    /** Begun and handed in; gives its id. */
    static String submitted(String applicant, String slug) {
        return handedIn(applicant, content(slug));
    }

    /** The same with this content. */
    static String handedIn(String applicant, String content) {
        String id = Calls.as(applicant)
                .body(content)
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.as(applicant)
                .post("/api/v1/applications/" + id + "/submit")
                .then()
                .statusCode(200);
        return id;
    }

    static Response score(String screener, String id, int each) {
        String scores = CRITERIA.stream()
                .map(one -> "{\"criterion\":\"" + one + "\",\"score\":" + each + ",\"comment\":\"As I see it.\"}")
                .collect(Collectors.joining(","));
        return Calls.as(screener).body("{\"scores\":[" + scores + "]}").post("/api/v1/applications/" + id + "/reviews");
    }

    static Response decide(String screener, String id, String outcome) {
        return Calls.as(screener)
                .body("{\"outcome\":\"" + outcome + "\",\"reasons\":\"For reasons that we give.\"}")
                .post("/api/v1/applications/" + id + "/decision");
    }

    /** An organisation that passed screening; gives its slug. */
    static String accepted(String applicant) {
        programme();
        String slug = slug();
        accepted(submitted(applicant, slug), screener());
        return slug;
    }

    /** An application to renew, handed in; gives its id. */
    static String renewal(String owner, String slug) {
        return handedIn(owner, content(slug).replaceFirst("\\{", "{\"renews\":\"" + slug + "\","));
    }

    /** One that was accepted; gives the answer of the decision. */
    static Response renewed(String owner, String slug) {
        return accepted(renewal(owner, slug), screener());
    }

    private static Response accepted(String id, String one) {
        score(one, id, 3).then().statusCode(201);
        score(screener(), id, 3).then().statusCode(201);
        Response decided = decide(one, id, "accept");
        decided.then().statusCode(200);
        return decided;
    }
}
