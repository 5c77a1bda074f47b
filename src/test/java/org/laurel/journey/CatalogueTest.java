package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;

/** What is published is found: by words, by words that are nearly right, and by what it is about. */
@ServiceTest
class CatalogueTest {

    @Test
    void a_reviewed_micro_credential_is_found_until_its_organisation_is_withdrawn() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = TemplateTest.published(owner, slug, Templates.complete("Quokka observation"), false);
        search("q", "quokka observations").then().body("items.id", hasItem(id)).body("similar", equalTo(false));
        search("q", "quoka obsrvation")
                .then()
                .body("items.id", hasItem(id))
                .body("similar", equalTo(true))
                .body("items[0].reviewed", equalTo(true))
                .body("items[0].issuer.slug", equalTo(slug));
        search("issuer", slug)
                .then()
                .body("total", equalTo(1))
                .body("facets.subject.value", hasItem("Mathematics"))
                .body("facets.grade.value", equalTo(List.of("6", "7")))
                .body("facets.competency.value", equalTo(List.of("Standard 6: Assessment")));
        search("q", "quokka -observation").then().body("items.id", not(hasItem(id)));
        search("competency", "Standard 6: Assessment").then().body("items.id", hasItem(id));
        search("subject", "Botany of the moon").then().body("total", equalTo(0));
        given().accept("text/html")
                .get("/catalogue?q=quokka")
                .then()
                .statusCode(200)
                .body(containsString("Quokka observation"))
                .body(containsString("Mathematics"));
        given().accept("text/html").get("/achievements/" + id).then().body(containsString("The Power of Feedback"));
        given().accept("text/html").get("/issuers/" + slug).then().body(containsString("/catalogue?issuer=" + slug));
        Calls.admin()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/issuers/" + slug + "/withdraw")
                .then()
                .statusCode(200);
        search("q", "quokka").then().body("items.id", not(hasItem(id)));
        given().accept("text/html")
                .header("Accept-Language", "es")
                .get("/issuers/" + slug)
                .then()
                .body(containsString("Retirada el"));
    }

    @Test
    void pages_follow_each_other_and_retired_ones_are_gone() {
        String issuer = Calls.issuer("{}");
        Calls.published(issuer);
        Calls.published(issuer);
        String last = Calls.published(issuer);
        String next = search("issuer", issuer, "limit", "2")
                .then()
                .body("total", equalTo(3))
                .body("items.size()", equalTo(2))
                .body("items[0].id", equalTo(last))
                .extract()
                .path("next");
        search("issuer", issuer, "limit", "2", "cursor", next).then().body("items.size()", equalTo(1));
        Calls.admin().post("/api/v1/achievements/" + last + "/retire").then().statusCode(200);
        search("issuer", issuer).then().body("total", equalTo(2));
        search("limit", "0").then().statusCode(400);
        search("q", "x".repeat(201)).then().statusCode(400).body("errors[0].pointer", equalTo("?q"));
    }

    @Test
    void hostile_words_find_nothing_and_break_nothing() {
        for (String words :
                List.of("'; drop table award; --", "\"", "((", "-", "\u202e%00", "<script>", "and or not !!")) {
            assertThat(search("q", words).statusCode()).as(words).isEqualTo(200);
            given().accept("text/html")
                    .queryParam("q", words)
                    .get("/catalogue")
                    .then()
                    .statusCode(200)
                    .body(not(containsString("<script>")));
        }
    }

    @Test
    void a_box_keeps_its_other_values_and_grades_stand_as_pupils_go_through_them() {
        String issuer = Calls.issuer("{}");
        published(issuer, "Wombat counting", "Wombatics", "\"10\",\"K\",\"2\"");
        published(issuer, "Wombat drawing", "Wombat art", "\"2\"");
        search("q", "wombat", "subject", "Wombatics")
                .then()
                .body("total", equalTo(1))
                .body("facets.subject.value", equalTo(List.of("Wombat art", "Wombatics")))
                .body("facets.grade.value", equalTo(List.of("K", "2", "10")))
                .body("facets.grade.count", equalTo(List.of(1, 1, 1)))
                .body("items[0].reviewed", equalTo(false));
        given().accept("text/html")
                .queryParam("q", "wombat")
                .queryParam("subject", "Nothing of the kind")
                .get("/catalogue")
                .then()
                .body(containsString("<option value=\"Nothing of the kind\" selected>Nothing of the kind (0)</option>"))
                .body(containsString("Wombatics (1)"));
        given().accept("text/html")
                .queryParam("q", "wombat")
                .get("/catalogue")
                .then()
                .body(containsString("Published without review"));
    }

    @Test
    void words_too_common_to_look_for_are_looked_for_in_titles_only() {
        String issuer = Calls.issuer("{}");
        String with = published(issuer, "The numbat", "Mathematics", "\"2\"");
        String without = published(issuer, "Numbats at night", "Mathematics", "\"2\"");
        search("q", "the", "issuer", issuer)
                .then()
                .body("items.id", equalTo(List.of(with)))
                .body("similar", equalTo(false));
        search("q", "a", "issuer", issuer).then().body("total", equalTo(0));
        search("q", "the numbat", "issuer", issuer).then().body("items.id", hasItem(without));
        search("q", "issuer numbat timperley")
                .then()
                .body("items.id", hasItem(with))
                .body("similar", equalTo(false));
    }

    private static String published(String issuer, String title, String subject, String grades) {
        String id = Calls.admin()
                .body("{\"template\":{\"title\":\"" + title
                        + "\",\"summary\":\"The summary of the work.\",\"research\":[{"
                        + "\"authors\":[\"Timperley, Helen\"],\"title\":\"On it\"}],\"audience\":{\"subjects\":[\""
                        + subject
                        + "\"],\"grades\":[" + grades + "]}}}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.admin().post("/api/v1/achievements/" + id + "/publish").then().statusCode(200);
        return id;
    }

    @Test
    void the_registry_is_a_page_for_people_and_a_document_for_programs() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "es")
                .get("/registry")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("href=\"/issuers/" + slug + "\""))
                .body(containsString("aún sin microcredenciales"))
                .body(containsString("href=\"/statistics\""));
        for (String accept : List.of("*/*", "application/json", "application/json, text/html;q=0.1")) {
            given().accept(accept).get("/registry").then().contentType(startsWith("application/json"));
        }
        given().accept("application/jwt").get("/registry").then().contentType(startsWith("application/jwt"));
    }

    @Test
    void figures_are_counted_from_the_data_itself() {
        String issuer = Calls.issuer("{}");
        Calls.award(issuer, Calls.published(issuer));
        given().accept("application/json")
                .get("/statistics")
                .then()
                .statusCode(200)
                .body("issuers", greaterThanOrEqualTo(1))
                .body("issuersScreened", greaterThanOrEqualTo(0))
                .body("achievementsReviewed", greaterThanOrEqualTo(0))
                .body("semesters[0].semester", containsString("20"));
        given().accept("text/html")
                .get("/statistics")
                .then()
                .statusCode(200)
                .body(containsString("<rect"))
                .body(containsString("of them screened by the programme"))
                .body(anyOf(containsString("Spring 20"), containsString("Autumn 20")));
    }

    private static Response search(String... pairs) {
        RequestSpecification call = given().accept("application/json");
        for (int i = 0; i < pairs.length; i += 2) {
            call.queryParam(pairs[i], pairs[i + 1]);
        }
        return call.get("/catalogue");
    }
}
