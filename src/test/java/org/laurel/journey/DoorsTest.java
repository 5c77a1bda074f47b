package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What every door does alike: refusals have one shape, other origins read what is public, nothing is open by spelling. */
@ServiceTest
class DoorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing/here", "/api/v1/nothing", "/credentials/x", "/issuers/nobody-here", "/status/1-999"})
    void what_is_not_there_is_a_problem_document(String path) {
        problem(
                given().header("Authorization", "Bearer " + TestDatabase.ADMIN_TOKEN)
                        .get(path),
                404);
    }

    @Test
    void a_wrong_method_is_a_problem_document() {
        problem(given().delete("/.well-known/jwks.json"), 405);
    }

    @Test
    void a_body_of_the_wrong_kind_is_a_problem_document() {
        problem(given().contentType("application/xml").body("<a/>").post("/verify"), 415);
        problem(
                given().header("Authorization", "Bearer " + TestDatabase.ADMIN_TOKEN)
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/api/v1/issuers"),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "/", ";", "a/b/c", "a/b x"})
    void a_content_type_that_is_none_is_a_problem_document(String type) throws IOException {
        for (String path : List.of("/verify", "/verify/receipt", "/api/v1/issuers")) {
            assertThat(raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                            + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                    .as(path)
                    .startsWith("HTTP/1.1 415 ")
                    .contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "", "--x\r\nContent-Disp", "--x\r\nno header\r\n\r\nx\r\n--x--", "--x--"})
    void a_form_that_is_cut_off_is_a_problem_document(String form) throws IOException {
        assertThat(raw("POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: " + form.length() + "\r\nConnection: close\r\n\r\n" + form))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", TestDatabase.PORT)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_body_that_is_far_too_large_is_refused_before_it_is_sent() throws IOException {
        try (Socket socket = new Socket("localhost", TestDatabase.PORT)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 999999999\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("The body is larger than is taken here.");
        }
    }

    @Test
    void a_nul_in_an_address_is_refused_at_the_door() {
        for (String path :
                new String[] {"/issuers/%00", "/issuers/a%00/did.json", "/api/v1/people/%00", "/catalogue?q=%00"}) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void malformed_json_is_a_problem_document() {
        problem(Calls.admin().body("{\"slug\":").post("/api/v1/issuers"), 400);
    }

    @Test
    void other_origins_read_what_is_public() {
        for (String path : new String[] {"/.well-known/jwks.json", "/openapi", "/nothing", "/verify"}) {
            assertThat(given().accept("*/*").get(path).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEqualTo("*");
        }
        given().header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/verify")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", containsString("POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/issuers",
                "//api/v1/issuers",
                "/api;x=y/v1/issuers",
                "/%61pi/v1/issuers",
                "/./api/v1/issuers",
                "/x/../api/v1/issuers"
            })
    void no_spelling_of_an_address_opens_the_management_api(String path) {
        String issuer = Calls.issuer("{}");
        Response nobody = given().urlEncodingEnabled(false).get(path);
        assertThat(nobody.statusCode()).as(nobody.asString()).isIn(400, 401, 404);
        assertThat(nobody.asString()).doesNotContain(issuer);
        Response known = Calls.admin().urlEncodingEnabled(false).get(path);
        if (known.statusCode() == 200) {
            assertThat(known.header("Access-Control-Allow-Origin")).as(path).isNull();
        }
    }

    private static void problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        response.then()
                .body("status", equalTo(status))
                .body("type", containsString("/problems#"))
                .body("title", org.hamcrest.Matchers.not(""))
                .body("detail", org.hamcrest.Matchers.not(""));
    }
}
