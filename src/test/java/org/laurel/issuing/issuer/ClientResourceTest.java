package org.laurel.issuing.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

@ServiceTest
class ClientResourceTest {

    @Test
    void a_token_is_shown_once() {
        String issuer = Calls.issuer("{}");
        String token = Calls.client(issuer, List.of("issuer:read"));
        assertThat(token).startsWith("laurel_").hasSizeGreaterThan(40);
        Response listed = Calls.admin().get(path(issuer));
        listed.then().statusCode(200).body("items.name", contains("C"));
        assertThat(listed.asString()).doesNotContain(token).doesNotContain("token");
    }

    @Test
    void a_missing_scope_is_named() {
        String issuer = Calls.issuer("{}");
        Calls.as(Calls.client(issuer, List.of("issuer:read")))
                .get(path(issuer))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("client:write"));
    }

    @Test
    void nobody_gives_what_only_the_administrator_holds() {
        Calls.admin()
                .body("{\"name\":\"C\",\"scopes\":[\"issuer:read\",\"issuer:create\",\"achievement:publish\"]}")
                .post(path(Calls.issuer("{}")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scopes/1", "/scopes/2"));
    }

    @Test
    void a_client_gives_what_it_holds_and_no_more() {
        String issuer = Calls.issuer("{}");
        String token = Calls.client(issuer, List.of("client:write", "issuer:read"));
        Calls.as(token)
                .body("{\"name\":\"D\",\"scopes\":[\"issuer:read\",\"award:create\"]}")
                .post(path(issuer))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scopes/1"))
                .body("errors.code", contains("forbidden"));
        Calls.as(token)
                .body("{\"name\":\"D\",\"scopes\":[\"issuer:read\"]}")
                .post(path(issuer))
                .then()
                .statusCode(201)
                .body("scopes", contains("issuer:read"));
    }

    @Test
    void a_client_is_removed_once_and_only_by_its_own_issuer() {
        String issuer = Calls.issuer("{}");
        Calls.client(issuer, List.of("issuer:read"));
        String id = Calls.admin().get(path(issuer)).path("items[0].id");
        Calls.admin().delete(path(Calls.issuer("{}")) + "/" + id).then().statusCode(404);
        Calls.admin().delete(path(issuer) + "/" + id).then().statusCode(204);
        Calls.admin().delete(path(issuer) + "/" + id).then().statusCode(404).body("status", equalTo(404));
    }

    private static String path(String issuer) {
        return "/api/v1/issuers/" + issuer + "/clients";
    }
}
