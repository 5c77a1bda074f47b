package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;

/**
 * A holder asks for a link, comes in by it, closes and opens what the badge shows of the evidence, hides the page, shares it
 * for a while, puts a name to it and asks for erasure; in two languages and widths, and the pictures lie in target/pages.
 */
@Tag("browser")
class HolderPagesIT {
    private static final Pattern LINK = Pattern.compile("(http\\S+/manage\\?token=\\S+)");
    private static final String SHOWING = "\"aiUse\":\"none\",\"showing\":{\"copiesStay\":true,\"items\":["
            + "{\"part\":\"overview\",\"name\":\"My class\"}]}";
    private static final List<SignInPagesIT.Look> LOOKS = List.of(
            new SignInPagesIT.Look("en-US", 360, ColorScheme.LIGHT),
            new SignInPagesIT.Look("es-MX", 1280, ColorScheme.DARK));

    @Test
    void a_holder_manages_a_badge() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LAUREL_MAIL_HOST",
                "127.0.0.1",
                "LAUREL_MAIL_PORT",
                Integer.toString(PostOffice.PORT),
                "LAUREL_MAIL_FROM",
                PostOffice.FROM,
                "LAUREL_MAIL_TLS",
                "none",
                "LAUREL_ADMIN_TOKEN",
                TestDatabase.ADMIN_TOKEN));
        try (PostOffice post = new PostOffice();
                RunningLaurel laurel = RunningLaurel.start(settings);
                Chromium chromium = Chromium.start()) {
            RestAssured.baseURI = laurel.origin();
            RestAssured.port = RestAssured.UNDEFINED_PORT;
            for (SignInPagesIT.Look look : LOOKS) {
                String email = "ada-" + look.width() + "@example.org";
                String badge = earned(email);
                try (BrowserContext context = context(chromium.browser(), look)) {
                    walk(post, context.newPage(), badge, email, look);
                }
            }
        } finally {
            RestAssured.reset();
        }
    }

    /** A badge that shows an answer of its educator's; gives its address. */
    private static String earned(String email) {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        People.use(
                        People.invite("/api/v1/people/invitations", email, "educator"),
                        "{\"name\":\"Ada\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        String educator = People.signIn(email, People.PASSWORD);
        String submission = SubmissionTest.started(educator, Uploads.earnable(issuer));
        SubmissionTest.save(
                        educator,
                        submission,
                        Calls.as(educator).get(submission).header("ETag"),
                        SubmissionTest.WHOLE.replace("\"aiUse\":\"none\"", SHOWING))
                .then()
                .statusCode(200);
        Calls.as(educator).post(submission + "/submit").then().statusCode(200);
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(assessor, path, "met", "met").then().statusCode(200);
        AssessmentTest.decide(assessor, path, "award", null).then().statusCode(200);
        String award = Calls.as(educator).get(submission).path("award");
        return Calls.admin().get("/api/v1/awards/" + award).path("credential.url");
    }

    private static void walk(PostOffice post, Page page, String badge, String email, SignInPagesIT.Look look)
            throws Exception {
        page.navigate(badge);
        page.click("a[href$='/manage']");
        SignInPagesIT.looked(page, look, "manage-ask");
        page.click("form.entry button");
        assertThat(page.locator("[role=status]")).isVisible();
        SignInPagesIT.looked(page, look, "manage-sent");
        String link = link(post, email);
        page.navigate(link);
        SignInPagesIT.looked(page, look, "manage-enter");
        page.click("form.entry button");
        assertThat(page).hasURL(badge + "/manage");
        closeAndOpen(page, badge, look);
        page.click("form[action$='/visibility'] button");
        assertThat(page.locator(".verdict.good")).isVisible();
        page.fill("#name", "Ada Lovelace");
        page.click("form[action$='/name'] button");
        page.click("form[action$='/links'] button");
        String shared = page.inputValue("#link");
        SignInPagesIT.looked(page, look, "manage");
        page.click("form[action$='/erasure'] button");
        assertThat(page.locator(".verdict.good")).isVisible();
        page.navigate(badge);
        assertThat(page.locator("#badge-name")).hasCount(0);
        SignInPagesIT.looked(page, look, "private");
        page.navigate(shared);
        assertThat(page.locator(".holder")).containsText("Ada Lovelace");
        SignInPagesIT.looked(page, look, "shared");
        page.navigate(badge + "/manage");
        page.click("form[action$='/withdraw'] button");
        page.navigate(shared);
        assertThat(page.locator("#badge-name")).hasCount(0);
        page.navigate(link);
        SignInPagesIT.looked(page, look, "manage-over");
    }

    /** Among the letters about the evidence. */
    private static String link(PostOffice post, String email) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            for (PostOffice.Received letter : post.to(email)) {
                Matcher link = LINK.matcher(letter.text());
                if (link.find()) {
                    return link.group(1);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no link");
    }

    private static void closeAndOpen(Page page, String badge, SignInPagesIT.Look look) throws Exception {
        String evidence = page.getAttribute("a[href*='/evidence/']", "href");
        page.click("form[action*='/evidence/'] button");
        assertThat(page.locator(".verdict.good")).isVisible();
        page.navigate(evidence);
        assertThat(page.locator("h1")).isVisible();
        SignInPagesIT.looked(page, look, "evidence-closed");
        page.navigate(badge + "/manage");
        page.click("form[action*='/evidence/'] button");
        assertThat(page.locator(".verdict.good")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.request().get(evidence).text())
                .startsWith("My class plans.");
    }

    private static BrowserContext context(Browser browser, SignInPagesIT.Look look) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.scheme())
                .setJavaScriptEnabled(true)
                .setBypassCSP(true) // axe comes into the page as a script
                .setViewportSize(look.width(), 900));
    }
}
