package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.store.Database;

/** What a holder does with a badge, by a link that works once, and by an account. */
@ServiceTest
@TestProfile(PostOffice.Set.class)
class HoldingTest {
    private static final Pattern TOKEN = Pattern.compile("/manage\\?token=(\\S+)");
    private static final Pattern SHARED = Pattern.compile("/shared/([\\w-]+)");
    private static final String HOSTILE = "<script>alert(1)</script> \u202eAda";

    private final Database database;

    HoldingTest(Database database) {
        this.database = database;
    }

    /** A badge that was awarded to an address nobody else has. */
    private record Badge(String email, Response award) {

        static Badge fresh() {
            return awardedTo(People.email());
        }

        static Badge awardedTo(String email) {
            String issuer = Calls.issuer("{}");
            Response award = Calls.admin()
                    .body("{\"achievement\":\"" + Calls.published(issuer) + "\",\"recipient\":{\"email\":\"" + email
                            + "\"}}")
                    .post("/api/v1/issuers/" + issuer + "/awards");
            award.then().statusCode(201);
            return new Badge(email, award);
        }

        String url() {
            return award.path("credential.url");
        }

        String manage() {
            return url() + "/manage";
        }

        String id() {
            return award.path("id");
        }
    }

    @Test
    void a_link_by_mail_works_once_and_looking_at_it_does_not_use_it() {
        try (PostOffice post = new PostOffice()) {
            Badge badge = Badge.fresh();
            given().post(badge.manage()).then().statusCode(202).body(containsString("a letter with a link"));
            String token = token(post.letter(badge.email(), "A link to manage your badge \"A\""));
            for (int i = 0; i < 2; i++) {
                given().get(badge.manage() + "?token=" + token)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .body(containsString("name=\"token\""));
            }
            foreign()
                    .formParam("token", token)
                    .post(badge.manage() + "/enter")
                    .then()
                    .statusCode(403);
            Cookie session = enter(badge, token);
            assertThat(session.isHttpOnly()).isTrue();
            assertThat(session.getPath()).isEqualTo(path(badge.manage()));
            ours(null)
                    .formParam("token", token)
                    .post(badge.manage() + "/enter")
                    .then()
                    .statusCode(410);
            given().get(badge.manage() + "?token=" + token).then().statusCode(410);
            Badge other = Badge.awardedTo(badge.email());
            given().cookie(session).get(other.manage()).then().statusCode(200).body(not(containsString("/visibility")));
            ours(session)
                    .formParam("visibility", "private")
                    .post(other.manage() + "/visibility")
                    .then()
                    .statusCode(410);
        }
    }

    @Test
    void the_answer_is_the_same_for_a_badge_that_there_is_not_and_nobody_is_flooded() {
        try (PostOffice post = new PostOffice()) {
            Badge badge = Badge.fresh();
            String there = given().post(badge.manage())
                    .then()
                    .statusCode(202)
                    .extract()
                    .asString();
            String id = badge.url().substring(badge.url().lastIndexOf('/') + 1);
            String none = id.substring(0, id.length() - 3) + "zzz";
            String nowhere = given().post(badge.manage().replace(id, none))
                    .then()
                    .statusCode(202)
                    .extract()
                    .asString();
            assertThat(nowhere).isEqualTo(there);
            for (int i = 0; i < 4; i++) {
                given().post(badge.manage()).then().statusCode(202);
            }
            Badge last = Badge.fresh();
            given().post(last.manage()).then().statusCode(202);
            post.to(last.email(), 1);
            assertThat(post.to(badge.email(), 3)).hasSize(3);
        }
    }

    @Test
    void a_private_page_hides_everything_but_the_signed_badge_and_a_link_shows_it_for_a_while() throws Throwable {
        try (PostOffice post = new PostOffice()) {
            Badge badge = Badge.fresh();
            Cookie session = managing(post, badge);
            byte[] before = given().get(badge.url() + ".json").asByteArray();
            ours(session)
                    .formParam("visibility", "private")
                    .post(badge.manage() + "/visibility")
                    .then()
                    .statusCode(303);
            page(badge.url())
                    .then()
                    .statusCode(200)
                    .body(containsString("This page is private"))
                    .body(not(containsString("badge-name")));
            given().get(badge.url() + "/card.png").then().statusCode(404);
            given().get(badge.url() + "/embed").then().statusCode(404);
            given().queryParam("url", badge.url()).get("/oembed").then().statusCode(404);
            assertThat(given().get(badge.url() + ".json").asByteArray()).isEqualTo(before);
            given().accept("application/vc+jwt").get(badge.url()).then().statusCode(200);
            given().get(badge.url() + ".png").then().statusCode(200);
            given().queryParam("url", badge.url()).get("/verify").then().body("verified", equalTo(true));

            assertLent(badge, session);
            ours(session)
                    .formParam("days", "0")
                    .post(badge.manage() + "/links")
                    .then()
                    .statusCode(422);
            ours(session)
                    .formParam("visibility", "public")
                    .post(badge.manage() + "/visibility")
                    .then()
                    .statusCode(303);
            page(badge.url()).then().body(containsString("id=\"badge-name\""));
        }
    }

    /** A link shows the page until it ends. */
    private void assertLent(Badge badge, Cookie session) throws Throwable {
        String made = ours(session)
                .formParam("days", "7")
                .post(badge.manage() + "/links")
                .asString();
        Matcher shared = SHARED.matcher(made);
        assertThat(shared.find()).isTrue();
        page("/shared/" + shared.group(1)).then().statusCode(200).body(containsString("id=\"badge-name\""));
        page("/shared/" + "A".repeat(43)).then().statusCode(404);
        VertxContextSupport.subscribeAndAwait(() -> database.write(write -> Database.select(
                write,
                "update share_link s set ends_at = s.made_at from award a where a.issuer_no = s.issuer_no"
                        + " and a.id = s.award_no and a.public_id = $1 returning 1",
                badge.id())));
        page("/shared/" + shared.group(1)).then().statusCode(410);
    }

    @Test
    void a_name_on_the_page_is_marked_as_not_signed_and_goes_with_the_person() {
        try (PostOffice post = new PostOffice()) {
            Badge badge = Badge.fresh();
            Cookie session = managing(post, badge);
            ours(session)
                    .formParam("name", HOSTILE)
                    .post(badge.manage() + "/name")
                    .then()
                    .statusCode(303);
            page(badge.url())
                    .then()
                    .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; Ada"))
                    .body(containsString("not signed by the issuer"))
                    .body(not(containsString("<script>alert")));
            ours(session)
                    .formParam("name", "x".repeat(101))
                    .post(badge.manage() + "/name")
                    .then()
                    .statusCode(422);
            ours(session).post(badge.manage() + "/erasure").then().statusCode(303);
            given().cookie(session)
                    .get(badge.manage() + "?done=asked")
                    .then()
                    .body(containsString("You asked for the erasure on"));
            String issuer = badge.award().path("issuer");
            Calls.admin()
                    .get("/api/v1/issuers/" + issuer + "/events")
                    .then()
                    .body("items.type", hasItem("badge.erasure-asked"));
            Calls.admin()
                    .delete("/api/v1/recipients/" + badge.award().path("recipient.id"))
                    .then()
                    .statusCode(204);
            page(badge.url()).then().statusCode(410);
            given().cookie(session).get(badge.manage()).then().body(not(containsString("/visibility")));
        }
    }

    @Test
    void an_account_holds_what_was_awarded_to_its_proven_address() {
        String email = People.email();
        Badge one = Badge.awardedTo(email);
        Badge two = Badge.awardedTo(email);
        Badge other = Badge.fresh();
        String me = Screenings.person("educator", email);
        Response mine = Calls.as(me).get("/api/v1/people/me/badges?limit=1");
        mine.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].award", equalTo(two.id()))
                .body("items[0].name", equalTo("A"))
                .body("items[0].visibility", equalTo("public"));
        Calls.as(me)
                .get("/api/v1/people/me/badges?cursor=" + mine.path("next"))
                .then()
                .body("items.award", equalTo(List.of(one.id())))
                .body("next", nullValue());
        Calls.as(me).get("/api/v1/people/me/badges/" + other.id()).then().statusCode(404);
        change(me, other.id(), "{\"visibility\":\"private\"}").then().statusCode(404);
        change(me, one.id(), "{\"visibility\":\"private\",\"nameLine\":\"  Ada \"}")
                .then()
                .statusCode(200)
                .body("visibility", equalTo("private"))
                .body("nameLine", equalTo("Ada"));
        change(me, one.id(), "{\"nameLine\":\"\"}")
                .then()
                .body("visibility", equalTo("private"))
                .body("nameLine", nullValue());
        change(me, one.id(), "{\"visibility\":\"secret\"}").then().statusCode(422);

        assertShares(me, one, other);
    }

    private static void assertShares(String me, Badge one, Badge other) {
        String links = "/api/v1/awards/" + one.id() + "/share-links";
        Response link = Calls.as(me).body("{\"days\":3}").post(links);
        link.then().statusCode(201).body("url", startsWith("http")).body("endsAt", notNullValue());
        page(link.path("url")).then().statusCode(200).body(containsString("id=\"badge-name\""));
        Calls.as(me).get(links).then().body("items", hasSize(1)).body("items[0].url", nullValue());
        Calls.as(me).delete(links + "/" + link.path("id")).then().statusCode(204);
        Calls.as(me).delete(links + "/" + link.path("id")).then().statusCode(404);
        page(link.path("url")).then().statusCode(410);
        Calls.as(me).body("{\"days\":400}").post(links).then().statusCode(422);
        Calls.as(me)
                .post("/api/v1/awards/" + other.id() + "/share-links")
                .then()
                .statusCode(404);
        Calls.as(me)
                .post("/api/v1/people/me/badges/" + one.id() + "/erasure")
                .then()
                .statusCode(200)
                .body("erasureAskedAt", notNullValue());
    }

    private static Response change(String me, String award, String body) {
        return Calls.as(me).body(body).patch("/api/v1/people/me/badges/" + award);
    }

    private static Cookie managing(PostOffice post, Badge badge) {
        given().post(badge.manage()).then().statusCode(202);
        return enter(badge, token(post.letter(badge.email(), "A link to manage")));
    }

    private static Cookie enter(Badge badge, String token) {
        Response entered = ours(null).formParam("token", token).post(badge.manage() + "/enter");
        entered.then().statusCode(303).header("Location", equalTo(badge.manage()));
        Cookie session = entered.detailedCookie("laurel-badge");
        given().cookie(session).get(badge.manage()).then().body(containsString("/visibility"));
        return session;
    }

    private static String token(PostOffice.Received letter) {
        Matcher token = TOKEN.matcher(letter.text());
        assertThat(token.find()).as("a link").isTrue();
        return token.group(1);
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private static Response page(String address) {
        return given().accept("text/html").get(address);
    }

    /** As a form of our own pages, whose browser follows nothing by itself. */
    private static RequestSpecification ours(@Nullable Cookie session) {
        RequestSpecification form = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Sec-Fetch-Site", "same-origin");
        return session == null ? form : form.cookie(session);
    }

    private static RequestSpecification foreign() {
        return given().header("Origin", "https://evil.example").header("Sec-Fetch-Site", "cross-site");
    }
}
