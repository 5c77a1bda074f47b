package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Passkeys: added, signed in with, told apart, removed; and refused when any part of one is wrong. */
@ServiceTest
class PasskeyTest {
    private static final String MINE = "/api/v1/people/me/passkeys";

    @Test
    void a_passkey_signs_its_owner_in() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "My phone");
        Calls.as(token).get(MINE).then().body("items.name", equalTo(java.util.List.of("My phone")));

        Response signedIn = signIn(passkey.signed(asked()), true);
        signedIn.then().statusCode(201).header("Set-Cookie", nullValue()).header("Cache-Control", equalTo("no-store"));
        Calls.as(signedIn.path("token")).get(MINE).then().statusCode(200).body("items[0].usedAt", notNullValue());
        signIn(passkey.signed(asked()), false)
                .then()
                .statusCode(201)
                .body("token", nullValue())
                .header("Set-Cookie", containsString("HttpOnly"));
        Calls.as(token)
                .get("/api/v1/people/me/export")
                .then()
                .body("passkeys.name", equalTo(java.util.List.of("My phone")));
    }

    @Test
    void a_challenge_counts_once_and_for_whom_it_was_asked() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "My phone");
        ObjectNode signed = passkey.signed(asked());
        signIn(signed, true).then().statusCode(201);
        signIn(signed, true).then().statusCode(401);
        signIn(passkey.signed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), true)
                .then()
                .statusCode(401);
        signIn(passkey.signed(options(token)), true).then().statusCode(401);

        String other = People.joined(Calls.issuer("{}"), "author");
        add(other, "N", new SoftPasskey().made(options(token))).then().statusCode(422);
        add(other, "N", new SoftPasskey().made(asked())).then().statusCode(422);
        String once = options(other);
        add(other, "N", new SoftPasskey().made(once)).then().statusCode(201);
        add(other, "N", new SoftPasskey().made(once)).then().statusCode(422);
    }

    @Test
    void what_any_part_of_is_wrong_signs_nobody_in() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "My phone");
        passkey.origin = "https://evil.example";
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        passkey.origin = Pages.ORIGIN;
        passkey.rpId = "evil.example";
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        passkey.rpId = "localhost";
        passkey.flags = SoftPasskey.PRESENT;
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        passkey.flags = SoftPasskey.PRESENT | SoftPasskey.VERIFIED;
        String handle = passkey.handle;
        passkey.handle = "0-aaaaaaaaaaaaaaaaaaaaaaaaaa";
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        passkey.handle = handle;
        ObjectNode forged = passkey.signed(asked());
        ((ObjectNode) forged.path("response")).put("signature", "MEUCIQ");
        signIn(forged, true).then().statusCode(401);
        SoftPasskey stranger = new SoftPasskey();
        stranger.handle = handle;
        signIn(stranger.signed(asked()), true).then().statusCode(401);
        given().contentType("application/json")
                .body("{\"credential\":{}}")
                .post("/sign-in/passkey")
                .then()
                .statusCode(401);
        signIn(passkey.signed(asked()), true).then().statusCode(201);
    }

    @Test
    void a_copy_that_counts_less_is_found_out() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "My key");
        passkey.count = 5;
        signIn(passkey.signed(asked()), true).then().statusCode(201);
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        passkey.count = 6;
        signIn(passkey.signed(asked()), true).then().statusCode(201);
    }

    @Test
    void a_passkey_that_is_wrong_is_not_added_and_one_that_is_known_not_twice() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = new SoftPasskey();
        passkey.flags = SoftPasskey.PRESENT;
        add(token, "N", passkey.made(options(token)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/credential"));
        passkey.flags = SoftPasskey.PRESENT | SoftPasskey.VERIFIED;
        passkey.origin = "https://evil.example";
        add(token, "N", passkey.made(options(token))).then().statusCode(422);
        passkey.origin = Pages.ORIGIN;
        add(token, " ", passkey.made(options(token)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
        add(token, "N", passkey.made(options(token))).then().statusCode(201);
        add(token, "N", passkey.made(options(token))).then().statusCode(409);
    }

    @Test
    void passkeys_are_renamed_and_removed_by_their_owner_alone() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        String other = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "My phone");
        String id = Calls.as(token).get(MINE).path("items[0].id");
        String path = MINE + "/" + id;
        Calls.as(other)
                .body("{\"name\":\"Mine\"}")
                .post(path + "/rename")
                .then()
                .statusCode(404);
        Calls.as(other).delete(path).then().statusCode(404);
        Calls.as(token)
                .body("{\"name\":\"My old phone\"}")
                .post(path + "/rename")
                .then()
                .statusCode(200)
                .body("name", equalTo("My old phone"));
        Calls.as(token).delete(path).then().statusCode(204);
        signIn(passkey.signed(asked()), true).then().statusCode(401);
        Calls.as(token).get(MINE).then().body("items", hasSize(0));
    }

    @Test
    void a_recovery_and_an_erasure_close_every_passkey() throws Exception {
        String token = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey passkey = added(token, "Of whoever took the account");
        String id = Calls.as(token).get("/api/v1/people/me").path("id");
        String link = People.token(Calls.admin().post("/api/v1/people/" + id + "/recovery"));
        People.use(link, "{\"password\":\"another horse, another battery\"}")
                .then()
                .statusCode(200);
        signIn(passkey.signed(asked()), true).then().statusCode(401);

        String leaving = People.joined(Calls.issuer("{}"), "author");
        SoftPasskey left = added(leaving, "My phone");
        Calls.as(leaving)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        signIn(left.signed(asked()), true).then().statusCode(401);
    }

    private static SoftPasskey added(String token, String name) throws Exception {
        SoftPasskey passkey = new SoftPasskey();
        passkey.handle = Calls.as(token).get("/api/v1/people/me").path("id");
        add(token, name, passkey.made(options(token))).then().statusCode(201).body("name", equalTo(name));
        return passkey;
    }

    private static Response add(String token, String name, ObjectNode credential) {
        return Calls.as(token)
                .body("{\"name\":\"" + name + "\",\"credential\":" + credential + "}")
                .post(MINE);
    }

    private static String options(String token) {
        return Calls.as(token)
                .post(MINE + "/options")
                .then()
                .statusCode(200)
                .body("publicKey.rp.id", equalTo("localhost"))
                .body("publicKey.authenticatorSelection.userVerification", equalTo("required"))
                .extract()
                .path("publicKey.challenge");
    }

    private static String asked() {
        return given().post("/sign-in/passkey/options")
                .then()
                .statusCode(200)
                .body("publicKey.rpId", equalTo("localhost"))
                .extract()
                .path("publicKey.challenge");
    }

    private static Response signIn(ObjectNode credential, boolean token) {
        return given().contentType("application/json")
                .body("{\"credential\":" + credential + ",\"token\":" + token + "}")
                .post("/sign-in/passkey");
    }
}
