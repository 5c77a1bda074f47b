package org.laurel.journey;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;

/** Pages as a browser without scripts asks for them: forms go from page to page, nothing is followed. */
final class Pages {
    static final String ORIGIN = "http://localhost:18081";

    private Pages() {}

    /** A page. */
    static Response get(String path, String cookie) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path);
    }

    /** A form that one of our pages sends. */
    static Response post(String path, String cookie, Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .header("Origin", ORIGIN)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .post(path);
    }

    /** The cookie that was set, as it is sent back. */
    static String cookie(Response response) {
        return response.then().statusCode(303).extract().header("Set-Cookie").split(";", 2)[0];
    }
}
