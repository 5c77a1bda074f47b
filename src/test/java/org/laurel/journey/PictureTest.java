package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Pictures that issuers upload, and where they are seen. */
@ServiceTest
class PictureTest {

    @Test
    void the_picture_of_a_micro_credential_is_in_its_badges() throws Exception {
        String issuer = Calls.issuer("{}");
        String draft = Calls.draft(issuer);
        String path = "/api/v1/achievements/" + draft;
        Response taken = upload(picture(Color.MAGENTA), "image/png")
                .queryParam("caption", "A \"magenta\" <square>")
                .header("If-Match", Calls.admin().get(path).header("ETag"))
                .put(path + "/image");
        taken.then().statusCode(200).body("achievement.image.caption", equalTo("A \"magenta\" <square>"));
        String url = taken.path("achievement.image.id");
        Calls.admin().post(path + "/publish").then().statusCode(200);
        String badge = Calls.award(issuer, draft).path("credential.url");

        byte[] hosted = assertHosted(url);
        assertShown(badge, hosted);
        assertThat(Calls.admin().get(path + "/image").asByteArray()).isEqualTo(hosted);
        Calls.admin()
                .header("If-None-Match", Calls.admin().get(path + "/image").header("ETag"))
                .get(path + "/image")
                .then()
                .statusCode(304);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/image")
                .then()
                .statusCode(404)
                .body("detail", equalTo("It has no picture."));
        given().accept("text/html")
                .get("/achievements/" + draft)
                .then()
                .body(containsString("alt=\"A &quot;magenta&quot; &lt;square&gt;\""));
    }

    private static byte[] assertHosted(String url) {
        return given().get(url)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", containsString("immutable"))
                .header("Access-Control-Allow-Origin", "*")
                .extract()
                .asByteArray();
    }

    private static void assertShown(String badge, byte[] hosted) throws Exception {
        byte[] json = given().get(badge + ".json").asByteArray();
        byte[] png = given().get(badge + ".png").asByteArray();
        assertThat(PngCarrier.find(png).orElseThrow().text()).isEqualTo(new String(json, StandardCharsets.UTF_8));
        assertMagenta(png);
        byte[] svg = given().get(badge + ".svg").asByteArray();
        assertThat(SvgCarrier.find(svg).orElseThrow().text()).isEqualTo(new String(json, StandardCharsets.UTF_8));
        assertThat(new String(svg, StandardCharsets.UTF_8))
                .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(hosted))
                .contains("<title>A \"magenta\" &lt;square&gt;</title>");
        BufferedImage card = ImageIO.read(
                new ByteArrayInputStream(given().get(badge + "/card.png").asByteArray()));
        assertThat(new Color(card.getRGB(300, 315))).isEqualTo(Color.MAGENTA);
        for (Map.Entry<String, byte[]> file :
                Map.of("image/png", png, "image/svg+xml", svg).entrySet()) {
            given().contentType(file.getKey())
                    .body(file.getValue())
                    .post("/verify")
                    .then()
                    .body("verified", equalTo(true));
        }
    }

    @Test
    void an_issuers_picture_stands_in_where_a_micro_credential_has_none() throws Exception {
        String issuer = Calls.issuer("{}");
        String path = "/api/v1/issuers/" + issuer;
        String tag = Calls.admin().get(path).header("ETag");
        Response taken = upload(picture(Color.MAGENTA), "image/png")
                .header("If-Match", tag)
                .put(path + "/image");
        taken.then().statusCode(200);
        String url = taken.path("profile.image.id");
        String badge = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        assertMagenta(given().get(badge + ".png").asByteArray());

        Calls.admin()
                .header("If-Match", taken.header("ETag"))
                .delete(path + "/image")
                .then()
                .statusCode(200)
                .body("profile.image", nullValue());
        given().get(url).then().statusCode(200);
        byte[] zip = Calls.admin().get(path + "/archive?forms=json").asByteArray();
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).contains(url.substring(url.indexOf("images/")));
        assertMagenta(given().get(badge + ".png").asByteArray());
    }

    @Test
    void what_is_no_picture_or_comes_at_the_wrong_time_changes_nothing() throws Exception {
        String issuer = Calls.issuer("{}");
        String path = "/api/v1/issuers/" + issuer + "/image";
        byte[] png = picture(Color.RED);
        upload(png, "image/png").put(path).then().statusCode(428);
        upload(png, "image/png").header("If-Match", "\"v99\"").put(path).then().statusCode(412);
        upload(png, "image/gif").header("If-Match", "*").put(path).then().statusCode(415);
        upload(png, "image/jpeg")
                .header("If-Match", "*")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("its content is image/png"));
        upload(
                        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8),
                        "image/svg+xml")
                .header("If-Match", "*")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("script"));
        upload(new byte[(1 << 20) + 1], "image/png")
                .header("If-Match", "*")
                .put(path)
                .then()
                .statusCode(413);
        String published = Calls.published(issuer);
        upload(png, "image/png")
                .header("If-Match", "*")
                .put("/api/v1/achievements/" + published + "/image")
                .then()
                .statusCode(409)
                .body("detail", containsString("frozen"));
        Calls.admin().get("/api/v1/issuers/" + issuer).then().body("profile.image", nullValue());
        given().get("/images/1-" + "0".repeat(64) + ".png").then().statusCode(404);
        given().get("/images/..%2f..%2fetc").then().statusCode(404);
    }

    @Test
    void a_profile_names_no_picture_here_that_was_not_uploaded_or_is_anothers() throws Exception {
        String mine = Calls.issuer("{}");
        String theirs = Calls.issuer("{}");
        String kept = upload(picture(Color.BLUE), "image/png")
                .header("If-Match", "*")
                .put("/api/v1/issuers/" + theirs + "/image")
                .then()
                .statusCode(200)
                .extract()
                .path("profile.image.id");
        String never = kept.replaceAll("[0-9a-f]{64}", "0".repeat(64));
        String spelled = kept.replace("http://localhost", "HTTP://LOCALHOST").replace("/images/", "/%69mages/");
        for (String image : List.of(kept, never, spelled)) {
            Calls.admin()
                    .header("If-Match", "*")
                    .body("{\"name\":\"Mine\",\"image\":{\"id\":\"" + image + "\"}}")
                    .put("/api/v1/issuers/" + mine)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/image/id"));
            Calls.admin()
                    .body(
                            "{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"},\"image\":{\"id\":\""
                                    + image + "\"}}")
                    .post("/api/v1/issuers/" + mine + "/achievements")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/image/id"));
        }
        Calls.admin()
                .header("If-Match", "*")
                .body("{\"name\":\"Theirs\",\"image\":{\"id\":\"" + kept + "\"}}")
                .put("/api/v1/issuers/" + theirs)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification upload(byte[] bytes, String type) {
        return given().header("Authorization", "Bearer " + TestDatabase.ADMIN_TOKEN)
                .header("Content-Type", type)
                .config(io.restassured.config.RestAssuredConfig.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.BINARY)))
                .body(bytes);
    }

    private static void assertMagenta(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(new Color(image.getRGB(150, 150))).isEqualTo(Color.MAGENTA);
    }

    private static byte[] picture(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 300, 300);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
