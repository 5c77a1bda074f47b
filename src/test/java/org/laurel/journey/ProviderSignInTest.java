package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Signing in at the organisation's provider: who gets in, and everything that must let nobody in. */
@ServiceTest
@TestProfile(Providers.Set.class)
class ProviderSignInTest {
    private FakeProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void the_page_offers_it_and_asks_the_provider_for_as_little_as_it_takes() {
        Pages.get("/sign-in?next=/verify", "")
                .then()
                .statusCode(200)
                .body(containsString("<a class=\"action\" href=\"/sign-in/oidc?next=%2Fverify\">"))
                .body(containsString("Sign in with Oak Hill &lt;District&gt;"));
        Response begun = Pages.get("/sign-in/oidc?next=/verify", "");
        begun.then()
                .statusCode(303)
                .header("Cache-Control", equalTo("no-store"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HttpOnly"),
                                containsString("SameSite=Lax"),
                                containsString("Max-Age=300")));
        String address = begun.getHeader("Location");
        Map<String, String> asked = FakeProvider.query(address.substring(address.indexOf('?') + 1));
        assertThat(address).startsWith(FakeProvider.ISSUER + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("scope", "openid email")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", Pages.ORIGIN + "/sign-in/oidc/callback");
        assertThat(asked.get("state")).hasSize(43);
        assertThat(asked.get("nonce")).hasSize(43);
        assertThat(asked.get("code_challenge")).hasSize(43);
        assertThat(address)
                .doesNotContain(Providers.cookie(begun, "laurel-oidc").substring("laurel-oidc=".length()));
    }

    @Test
    void whoever_has_proven_the_address_is_known_by_it_once_and_by_the_subject_from_then_on() {
        String email = Providers.joined();
        FakeProvider.Somebody ada = Providers.somebody(email.toUpperCase(java.util.Locale.ROOT), true);
        Response first = Providers.back(provider, Providers.begin("/verify"), ada);
        first.then().statusCode(303).header("Location", equalTo(Pages.ORIGIN + "/verify"));
        assertThat(first.getHeaders().getValues("Set-Cookie"))
                .anyMatch(one ->
                        one.startsWith("laurel-session=") && one.contains("HttpOnly") && one.contains("SameSite=Lax"))
                .anyMatch(one -> one.startsWith("laurel-oidc=;") && one.contains("Max-Age=0"));
        Pages.get("/console", Providers.session(first)).then().statusCode(200).body(containsString(email));

        Response later = arrive(new FakeProvider.Somebody(ada.subject(), null, null));
        Pages.get("/console", Providers.session(later)).then().statusCode(200).body(containsString(email));
        Response moved = arrive(new FakeProvider.Somebody(ada.subject(), Providers.joined(), true));
        Pages.get("/console", Providers.session(moved)).then().body(containsString(email));
    }

    @Test
    void an_address_may_stand_at_the_user_info_alone_and_is_that_of_the_same_person() {
        provider.apart = true;
        String email = Providers.joined();
        FakeProvider.Somebody ada = Providers.somebody(email, true);
        Pages.get("/console", Providers.session(arrive(ada))).then().body(containsString(email));
        provider.other = ada.subject();
        Providers.refused(arrive(Providers.somebody(Providers.joined(), true)), 502, "could not be relied on");
    }

    @Test
    void nobody_is_let_in_who_is_unknown_or_whose_address_nobody_vouches_for() {
        Providers.refused(arrive(Providers.somebody(People.email(), true)), 403, "You have no account here yet");
        Providers.refused(arrive(Providers.somebody(Providers.joined(), false)), 403, "Your address is not confirmed");
        Providers.refused(arrive(Providers.somebody(Providers.joined(), null)), 403, "Your address is not confirmed");
        Providers.refused(arrive(Providers.somebody(null, true)), 403, "Your address is not confirmed");
        Providers.refused(arrive(Providers.somebody("no address", true)), 403, "Your address is not confirmed");
    }

    @Test
    void an_address_that_went_to_somebody_else_there_takes_no_account_along() {
        String email = Providers.joined();
        Providers.session(arrive(Providers.somebody(email, true)));
        Providers.refused(arrive(Providers.somebody(email, true)), 409, "somebody else&#39;s there");
    }

    @Test
    void a_sign_in_comes_back_once_and_in_the_browser_that_began_it() {
        Providers.Begun mine = Providers.begin("/console");
        Providers.Begun another = Providers.begin("/console");
        String path = provider.signedIn(mine.address(), Providers.somebody(Providers.joined(), true));
        Providers.refused(Pages.get(path, ""), 400, "This sign-in is over");
        Providers.refused(Pages.get(path, another.cookie()), 400, "This sign-in is over");
        Providers.refused(
                Pages.get(path.replaceAll("state=.*", "state=x"), mine.cookie()), 400, "This sign-in is over");
        Providers.refused(Pages.get("/sign-in/oidc/callback", mine.cookie()), 400, "This sign-in is over");
        Providers.session(Pages.get(path, mine.cookie()));
        Providers.refused(Pages.get(path, mine.cookie()), 400, "This sign-in is over");
    }

    @Test
    void nobody_is_led_to_a_page_of_somebody_else() {
        FakeProvider.Somebody ada = Providers.somebody(Providers.joined(), true);
        for (String next : List.of("//evil.example", "https://evil.example", "/%5Cevil.example", "/sign-out")) {
            Providers.back(provider, Providers.begin(next), ada)
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo(Pages.ORIGIN + "/console"));
        }
    }

    @Test
    void who_would_not_or_may_not_is_told_in_their_language() {
        Providers.Begun begun = Providers.begin("/console");
        given().urlEncodingEnabled(false)
                .header("Cookie", begun.cookie())
                .header("Accept", "text/html")
                .header("Accept-Language", "es")
                .get(FakeProvider.denied(begun.address(), "access_denied"))
                .then()
                .statusCode(403)
                .header("Content-Language", equalTo("es"))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("No ha entrado"));
        Providers.Begun other = Providers.begin("/console");
        Providers.refused(
                Pages.get(FakeProvider.denied(other.address(), "%3Cscript%3E"), other.cookie()),
                403,
                "You were not signed in");
        Providers.Begun third = Providers.begin("/console");
        Providers.refused(
                Pages.get(FakeProvider.denied(third.address(), "access_denied"), ""), 400, "This sign-in is over");
    }

    @Test
    void a_provider_that_is_away_is_told_and_so_is_one_that_is_another() throws IOException {
        Providers.Begun begun = Providers.begin("/console");
        String path = provider.signedIn(begun.address(), Providers.somebody(Providers.joined(), true));
        provider.close();
        Response away = Pages.get(path, begun.cookie());
        Providers.refused(away, 503, "cannot be reached");
        assertThat(away.getHeader("Retry-After")).isEqualTo("60");
        provider = new FakeProvider();
        Providers.Begun next = Providers.begin("/console");
        Providers.refused(
                Pages.get(
                        provider.signedIn(next.address(), Providers.somebody(Providers.joined(), true))
                                + "&iss=https://evil.example",
                        next.cookie()),
                502,
                "could not be relied on");
        Providers.Begun unknown = Providers.begin("/console");
        Providers.refused(
                Pages.get(
                        provider.signedIn(unknown.address(), Providers.somebody(Providers.joined(), true))
                                .replace("code=", "code=x"),
                        unknown.cookie()),
                502,
                "could not be relied on");
    }

    @Test
    void the_link_is_shown_exported_and_removed_by_its_owner() {
        String email = Providers.joined();
        FakeProvider.Somebody ada = Providers.somebody(email, true);
        String cookie = Providers.session(arrive(ada));
        String token = People.signIn(email, People.PASSWORD);
        Calls.as(token)
                .get("/api/v1/people/me/export")
                .then()
                .body("providers.subject", equalTo(List.of(ada.subject())))
                .body("providers.issuer", equalTo(List.of(FakeProvider.ISSUER)));
        String page = Pages.get("/console", cookie).asString();
        assertThat(page).contains("Your organisation&#39;s sign-in").contains("<strong>localhost</strong>");
        String path = page.replaceAll("(?s).*?\"(/console/providers/0-[^/]+/remove)\".*", "$1");
        String stranger = Providers.session(arrive(Providers.somebody(Providers.joined(), true)));
        Pages.post(path, stranger, Map.of()).then().statusCode(303);
        assertThat(Pages.get("/console", cookie).asString()).contains(path);
        Pages.post(path, cookie, Map.of()).then().statusCode(303).header("Location", endsWith("?done=unlinked"));
        Pages.get("/console?done=unlinked", cookie)
                .then()
                .statusCode(200)
                .body(containsString("It is removed."))
                .body(not(containsString("/console/providers/")));
        Providers.refused(
                arrive(new FakeProvider.Somebody(ada.subject(), null, null)), 403, "Your address is not confirmed");
    }

    @Test
    void a_recovery_keeps_a_link_a_merge_moves_it_and_an_erasure_forgets_it() {
        String old = Providers.joined();
        FakeProvider.Somebody ada = Providers.somebody(old, true);
        FakeProvider.Somebody bare = new FakeProvider.Somebody(ada.subject(), null, null);
        Providers.session(arrive(ada));
        String from = Providers.id(People.signIn(old, People.PASSWORD));
        String link = People.token(Calls.admin().post("/api/v1/people/" + from + "/recovery"));
        People.use(link, "{\"password\":\"another horse, another battery\"}")
                .then()
                .statusCode(200);
        Providers.session(arrive(bare));

        String young = Providers.joined();
        String token = People.signIn(young, People.PASSWORD);
        Calls.admin()
                .body("{\"into\":\"" + Providers.id(token) + "\"}")
                .post("/api/v1/people/" + from + "/merge")
                .then()
                .statusCode(200);
        Pages.get("/console", Providers.session(arrive(bare))).then().body(containsString(young));
        Calls.as(token)
                .get("/api/v1/people/me/export")
                .then()
                .body("providers.subject", equalTo(List.of(ada.subject())));

        Calls.as(token)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        Providers.refused(arrive(bare), 403, "Your address is not confirmed");
        Providers.refused(arrive(ada), 403, "You have no account here yet");
    }

    @Test
    void a_session_that_the_browser_had_ends() {
        String email = Providers.joined();
        String before = Pages.cookie(
                Pages.post("/sign-in", "", Map.of("email", email, "password", People.PASSWORD, "next", "/console")));
        Providers.Begun begun = Providers.begin("/console");
        String after = Providers.session(Pages.get(
                provider.signedIn(begun.address(), Providers.somebody(email, true)), begun.cookie() + "; " + before));
        assertThat(after).isNotEqualTo(before);
        Pages.get("/console", before).then().statusCode(303);
        Calls.as(People.signIn(email, People.PASSWORD))
                .get("/api/v1/people/me/sessions")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void who_begins_too_many_is_asked_to_wait() throws SQLException {
        change(
                "insert into oidc_flow select int4send(n), '/', now() + interval '5 minutes' from generate_series(1, 2000) n");
        try {
            Response busy = Pages.get("/sign-in/oidc", "");
            Providers.refused(busy, 429, "Too many are signing in");
            assertThat(busy.getHeader("Retry-After")).isEqualTo("60");
        } finally {
            change("delete from oidc_flow");
        }
        Providers.begin("/console");
    }

    private static void change(String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Response arrive(FakeProvider.Somebody who) {
        return Providers.back(provider, Providers.begin("/console"), who);
    }
}
