package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What a browser is shown when there is nothing to show, and what a program is told. */
@ServiceTest
class FaultPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/credentials/1-none",
                "/credentials/1-none.pdf",
                "/credentials/1-none/embed",
                "/achievements/none",
                "/achievements/none/card.png",
                "/issuers/none",
                "/issuers/none/did.json",
                "/endorsements/1-none",
                "/images/none",
                "/status/1-none"
            })
    void a_browser_is_shown_a_page_where_there_is_nothing(String path) {
        shown(path, "en").statusCode(404).body(containsString("<h1>There is nothing here</h1>"));
        shown(path, "es-MX,es;q=0.9")
                .statusCode(404)
                .body(allOf(containsString("<html lang=\"es\">"), containsString("<h1>Aquí no hay nada</h1>")));
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems#not-found"));
    }

    @Test
    void the_page_loads_nothing_from_elsewhere_and_is_kept_by_nobody() {
        shown("/nowhere/<script>alert(1)</script>", "en")
                .statusCode(404)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", "no-cache")
                .header("Vary", containsString("Accept"))
                .body(not(containsString("alert")));
    }

    @Test
    void what_was_asked_wrongly_is_told_with_the_reason() {
        String issuer = Calls.issuer("{}");
        String badge = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        shown(badge + ".pdf?paper=a5", "en")
                .statusCode(400)
                .body(containsString("<h1>This cannot be answered</h1>"))
                .body(containsString("<p class=\"note\" lang=\"en\">The paper is a4 or letter.</p>"));
        shown("/catalogue?limit=none", "en").statusCode(400).body(containsString("<h1>This cannot be answered</h1>"));
    }

    @Test
    void what_stands_in_a_page_of_others_says_there_that_it_is_gone() {
        shown("/credentials/1-none/embed", "en")
                .statusCode(404)
                .header("Content-Security-Policy", containsString("frame-ancestors *"));
    }

    @Test
    void the_api_speaks_to_programs_by_whatever_they_are_called() {
        shown("/api/v1/nowhere", "en").statusCode(404).contentType("application/problem+json");
        given().accept(BROWSER)
                .contentType("application/json")
                .body("{}")
                .post("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse shown(String path, String language) {
        return given().accept(BROWSER)
                .header("Accept-Language", language)
                .get(path)
                .then();
    }
}
