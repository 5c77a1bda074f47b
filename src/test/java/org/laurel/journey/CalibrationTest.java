package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Assessors train before evidence comes to them, and planted evidence is among it. */
@ServiceTest
class CalibrationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHY = "Nothing changed in the next lesson.";

    @Test
    void evidence_comes_to_an_assessor_who_has_scored_enough_training_items_well_enough() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String educator = AssessmentTest.educator();
        AssessmentTest.submit(educator, SubmissionTest.started(educator, achievement));
        String before = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(before).path("items[0].id");
        terms(achievement, "{\"trainingItems\":2,\"trainingAgreement\":100}");
        List<String> items = List.of(
                added(achievement, "training", "met", "not-yet"),
                added(achievement, "training", "not-yet", "not-yet"),
                added(achievement, "training", "met", "met"));
        String assessor = People.joined(issuer, "assessor");
        AssessmentTest.queue(assessor)
                .then()
                .body("items", hasSize(0))
                .body("training", hasSize(1))
                .body("training[0].achievement", equalTo(achievement))
                .body("training[0].needed", equalTo(2))
                .body("training[0].detail", containsString("score 2 training items"))
                .body("workload.open", equalTo(0));
        Calls.as(assessor)
                .post(path + "/claim")
                .then()
                .statusCode(409)
                .body("detail", containsString("not admitted"))
                .body("detail", containsString("/api/v1/achievements/" + achievement + "/training"));
        trained(assessor, achievement, items);
        AssessmentTest.queue(assessor)
                .then()
                .body("items", hasSize(1))
                .body("training", nullValue())
                .body("workload.open", equalTo(1));
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        AssessmentTest.queue(assessor).then().body("workload.mine", equalTo(1));
    }

    /** Errs on the first, and not on the two that count then. */
    private static void trained(String assessor, String achievement, List<String> items) {
        String training = "/api/v1/achievements/" + achievement + "/training";
        Calls.as(assessor).get(training).then().body("items", hasSize(3)).body("admitted", equalTo(false));
        Calls.as(assessor)
                .get(training + "/" + items.get(0))
                .then()
                .statusCode(200)
                .body("evidence.answers", hasSize(2))
                .body("truth", nullValue())
                .body("scored", equalTo(false));
        train(assessor, training, items.get(0), "met", "met")
                .then()
                .statusCode(200)
                .body("scored", equalTo(1))
                .body("agreement", equalTo(0.5f));
        Calls.as(assessor)
                .get(training + "/" + items.get(0))
                .then()
                .body("scored", equalTo(true))
                .body("truth.level", hasItems("met", "not-yet"))
                .body("truth.feedback", hasItem(WHY));
        train(assessor, training, items.get(0), "met", "not-yet")
                .then()
                .statusCode(409)
                .body("detail", containsString("scored it already"));
        train(assessor, training, items.get(1), "not-yet", "not-yet").then().body("admitted", equalTo(false));
        train(assessor, training, items.get(2), "met", "met")
                .then()
                .body("admitted", equalTo(true))
                .body("how", equalTo("training"))
                .body("agreement", equalTo(1.0f));
    }

    @Test
    void an_owner_admits_by_hand_with_a_reason_once_and_the_audit_tells() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        added(achievement, "training", "met", "met");
        String owner = People.joined(issuer, "owner");
        String assessor = People.joined(issuer, "assessor");
        String id = Calls.as(assessor).get("/api/v1/people/me").path("id");
        String path = "/api/v1/achievements/" + achievement + "/admissions";
        Calls.as(owner).body("{\"assessor\":\"" + id + "\"}").post(path).then().statusCode(422);
        String author = Calls.as(People.joined(issuer, "author"))
                .get("/api/v1/people/me")
                .path("id");
        admit(owner, path, author).then().statusCode(422).body("errors[0].pointer", equalTo("/assessor"));
        Calls.as(assessor).body("{}").post(path).then().statusCode(403);
        admit(People.joined(Calls.issuer("{}"), "owner"), path, id).then().statusCode(404);
        List<Integer> codes =
                atOnce(Stream.generate(() -> () -> admit(owner, path, id).statusCode()), 4);
        assertThat(codes).containsExactlyInAnyOrder(201, 409, 409, 409);
        Calls.as(owner)
                .get(path)
                .then()
                .body("items", hasSize(1))
                .body("items[0].how", equalTo("by-hand"))
                .body("items[0].reason", equalTo("Trained in May."));
        Calls.as(assessor)
                .get("/api/v1/achievements/" + achievement + "/training")
                .then()
                .body("admitted", equalTo(true));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("assessor.admitted"))
                .body("items.detail", hasItem(containsString("Trained in May.")));
    }

    private static Response admit(String who, String path, String assessor) {
        return Calls.as(who)
                .body("{\"assessor\":\"" + assessor + "\",\"reason\":\"Trained in May.\"}")
                .post(path);
    }

    @Test
    void of_one_item_scored_twice_at_once_one_counts() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String item = added(achievement, "training", "met", "not-yet");
        String assessor = People.joined(issuer, "assessor");
        String training = "/api/v1/achievements/" + achievement + "/training";
        List<Integer> codes = atOnce(
                Stream.generate(() ->
                        () -> train(assessor, training, item, "met", "not-yet").statusCode()),
                4);
        assertThat(codes).containsExactlyInAnyOrder(200, 409, 409, 409);
        Calls.as(assessor).get(training).then().body("admitted", equalTo(true));
    }

    @Test
    void an_item_names_every_fault_and_is_for_those_who_draft_alone() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String path = "/api/v1/achievements/" + achievement + "/calibration-items";
        String author = People.joined(issuer, "author");
        Calls.as(author)
                .body(
                        "{\"kind\":\"training\",\"answers\":[{\"part\":\"overview\",\"text\":\"A.\"},{\"part\":\"nowhere\"}],"
                                + "\"truth\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"best\"}]}")
                .post(path)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/answers", "/answers/1/part", "/statements/ownWork", "/truth/0/level"));
        String item = added(achievement, "planted", "met", "met");
        String assessor = People.joined(issuer, "assessor");
        Calls.as(assessor).get(path).then().statusCode(403);
        Calls.as(assessor).get("/api/v1/calibration-items/" + item).then().statusCode(403);
        Calls.as(assessor)
                .get("/api/v1/achievements/" + achievement + "/training/" + item)
                .then()
                .statusCode(404);
        Calls.as(People.joined(Calls.issuer("{}"), "author"))
                .get("/api/v1/calibration-items/" + item)
                .then()
                .statusCode(404);
        Calls.as(author).get(path).then().body("items", hasSize(1)).body("items[0].truth", hasSize(2));
        String draft = Calls.draft(issuer);
        Calls.as(author)
                .body(item("training", "met", "met"))
                .post("/api/v1/achievements/" + draft + "/calibration-items")
                .then()
                .statusCode(409);
    }

    @Test
    void nothing_that_an_assessor_gets_tells_planted_evidence_from_what_was_handed_in() throws Exception {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String educator = AssessmentTest.educator();
        AssessmentTest.submit(educator, SubmissionTest.started(educator, achievement));
        String item = added(achievement, "planted", "met", "met");
        String assessor = People.joined(issuer, "assessor");
        plant(item).then().statusCode(204);
        plant(item).then().statusCode(409).body("detail", containsString("waits in the queue"));
        Response queue = AssessmentTest.queue(assessor);
        queue.then().body("items", hasSize(2)).body("workload.open", equalTo(2));
        assertSame(queue.body().asString(), "/items/0", "/items/1");
        List<List<Response>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String path = "/api/v1/assessments/" + queue.path("items[" + i + "].id");
            both.add(answers(assessor, path));
        }
        for (int i = 0; i < both.get(0).size(); i++) {
            Response handedIn = both.get(0).get(i);
            Response planted = both.get(1).get(i);
            assertThat(planted.statusCode()).as("step %d", i).isEqualTo(handedIn.statusCode());
            assertThat(shape(planted)).as("step %d", i).isEqualTo(shape(handedIn));
            assertThat(headers(planted)).as("step %d", i).isEqualTo(headers(handedIn));
        }
        Calls.as(assessor).get("/api/v1/assessments?state=decided").then().body("items", hasSize(2));
        Calls.admin().get("/api/v1/issuers/" + issuer + "/awards").then().body("items", hasSize(1));
        plant(item).then().statusCode(409); // nobody is left who has not scored it
    }

    /** All that an assessor may ask of an assessment, in the right order and in the wrong one. */
    private static List<Response> answers(String assessor, String path) {
        return List.of(
                Calls.as(assessor).get(path),
                AssessmentTest.score(assessor, path, "met", "met"),
                Calls.as(assessor).post(path + "/claim"),
                Calls.as(assessor).get(path),
                AssessmentTest.score(assessor, path, "met", "nothing"),
                AssessmentTest.decide(assessor, path, "award", null),
                AssessmentTest.score(assessor, path, "met", "met"),
                AssessmentTest.score(assessor, path, "met", "met"),
                AssessmentTest.decide(assessor, path, "return", "It is not what was asked for."),
                AssessmentTest.decide(assessor, path, "award", "Well done."),
                AssessmentTest.decide(assessor, path, "award", "Well done."),
                Calls.as(assessor).get(path),
                Calls.as(assessor).post(path + "/recusal"),
                Calls.as(assessor).get(path + "/files/plans-file-1.pdf"));
    }

    private static Set<String> headers(Response response) {
        Set<String> names = new TreeSet<>();
        response.headers().forEach(header -> names.add(header.getName().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> shape(Response response) throws Exception {
        Set<String> shape = new TreeSet<>();
        String body = response.asString();
        if (!body.isEmpty()) {
            shape(JSON.readTree(body), "", shape);
        }
        return shape;
    }

    /** Every member and what kind of value it has; of numbers, truths and texts without a time or an id the value, too. */
    private static void shape(JsonNode node, String at, Set<String> shape) {
        if (node.isContainerNode()) {
            shape.add(at + " " + node.getNodeType() + " " + (node.isArray() ? node.size() : ""));
            node.properties().forEach(member -> shape(member.getValue(), at + "/" + member.getKey(), shape));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                shape(node.path(i), at + "/" + i, shape);
            }
        } else {
            String value = node.asText()
                    .replaceAll("\\d+-[a-z2-7]{26}", "ID")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
            shape.add(at + " " + node.getNodeType() + " " + value);
        }
    }

    private static void assertSame(String body, String one, String other) throws Exception {
        Set<String> first = new TreeSet<>();
        Set<String> second = new TreeSet<>();
        shape(JSON.readTree(body).at(one), "", first);
        shape(JSON.readTree(body).at(other), "", second);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void two_who_differ_on_planted_evidence_call_an_adjudicator_and_who_made_it_never_gets_it() {
        String issuer = Calls.issuer("{\"assessment\":{\"doubleScored\":100}}");
        String achievement = SubmissionTest.earnable(issuer);
        String email = People.email();
        People.join(issuer, email, "author");
        People.use(People.invite("/api/v1/issuers/" + issuer + "/members", email, "assessor"), "{}");
        String both = People.signIn(email, People.PASSWORD);
        String item = Calls.as(both)
                .body(item("planted", "met", "not-yet"))
                .post("/api/v1/achievements/" + achievement + "/calibration-items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        plant(item).then().statusCode(409); // two score it, and who made it does not count
        String first = People.joined(issuer, "assessor");
        String second = People.joined(issuer, "assessor");
        String adjudicator = People.joined(issuer, "adjudicator");
        plant(item).then().statusCode(204);
        AssessmentTest.queue(both).then().body("items", hasSize(0));
        String path = "/api/v1/assessments/" + AssessmentTest.queue(first).path("items[0].id");
        Calls.as(both).post(path + "/claim").then().statusCode(404);
        adjudicated(path, first, second, adjudicator);
        FiguresTest.figures(issuer)
                .then()
                .body("submissions", equalTo(0))
                .body("decisions", equalTo(0))
                .body("passRate", nullValue())
                .body("agreementN", equalTo(0))
                .body("kappaN", equalTo(4))
                .body("assessors", hasSize(2));
    }

    private static void adjudicated(String path, String first, String second, String adjudicator) {
        Calls.as(first).post(path + "/claim").then().statusCode(200);
        Calls.as(second).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(first, path, "met", "not-yet").then().body("state", equalTo("waiting"));
        AssessmentTest.score(second, path, "met", "met").then().body("state", equalTo("differing"));
        Calls.as(adjudicator).post(path + "/adjudication/claim").then().statusCode(200);
        Calls.as(adjudicator)
                .body("{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\"},"
                        + "{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"not-yet\"}]}")
                .post(path + "/adjudication")
                .then()
                .body("state", equalTo("scored"));
        AssessmentTest.decide(adjudicator, path, "return", "The second part is missing.")
                .then()
                .statusCode(200);
    }

    static void terms(String achievement, String terms) {
        String path = "/api/v1/achievements/" + achievement + "/terms";
        Calls.admin()
                .header("If-Match", Calls.admin().get(path).header("ETag"))
                .body(terms)
                .put(path)
                .then()
                .statusCode(200);
    }

    static String added(String achievement, String kind, String overview, String plans) {
        return added(TestDatabase.ADMIN_TOKEN, achievement, kind, overview, plans);
    }

    static String added(String who, String achievement, String kind, String overview, String plans) {
        return Calls.as(who)
                .body(item(kind, overview, plans))
                .post("/api/v1/achievements/" + achievement + "/calibration-items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String item(String kind, String overview, String plans) {
        return "{\"kind\":\"" + kind + "\"," + SubmissionTest.WHOLE.substring(1, SubmissionTest.WHOLE.length() - 1)
                + ",\"truth\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"" + overview
                + "\"},{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"" + plans + "\",\"feedback\":\"" + WHY
                + "\"}]}";
    }

    static Response plant(String item) {
        return Calls.admin().post("/api/v1/calibration-items/" + item + "/plant");
    }

    static Response train(String who, String training, String item, String overview, String plans) {
        return Calls.as(who)
                .body("{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"" + overview
                        + "\"},{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"" + plans + "\"}]}")
                .post(training + "/" + item + "/scores");
    }

    private static List<Integer> atOnce(Stream<Supplier<Integer>> calls, int many) {
        return calls.limit(many).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
