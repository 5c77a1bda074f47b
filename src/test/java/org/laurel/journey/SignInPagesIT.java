package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody is invited, welcomed, signs in wrongly and rightly, looks around, ends a session, signs out and goes back; in two
 * languages and widths, without a script, and the pictures lie in target/pages.
 */
@Tag("browser")
class SignInPagesIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final List<Look> LOOKS = List.of(
            new Look("en-US", 360, ColorScheme.LIGHT),
            new Look("es-MX", 360, ColorScheme.DARK),
            new Look("es-MX", 1280, ColorScheme.LIGHT),
            new Look("en-US", 1280, ColorScheme.DARK));

    record Look(String language, int width, ColorScheme scheme) {
        boolean english() {
            return language.startsWith("en");
        }

        String name(String page) {
            return "people-" + page + "-" + language + "-" + width + "-"
                    + scheme.toString().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Test
    void somebody_comes_in_by_a_link_and_leaves_again() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            laurel.prepare("oak-hill", "{}");
            for (Look look : LOOKS) {
                try (BrowserContext context = context(chromium.browser(), look);
                        BrowserContext other = context(chromium.browser(), look)) {
                    walk(laurel, context.newPage(), other.newPage(), look);
                }
            }
        }
    }

    private static void walk(RunningLaurel laurel, Page page, Page other, Look look) throws Exception {
        String email = "grace-" + look.language() + look.width() + "@example.org";
        JsonNode invitation =
                laurel.posted("/api/v1/issuers/oak-hill/members", "{\"email\":\"" + email + "\",\"role\":\"owner\"}");
        welcomed(page, invitation.path("link").asText(), look);
        assertThat(page).hasURL(laurel.origin() + "/console");
        looked(page, look, "console-first");
        page.locator("form[action='/sign-out'] button").click();
        assertThat(page).hasURL(laurel.origin() + "/sign-out");
        looked(page, look, "signed-out");

        signedIn(laurel, other, email);
        page.navigate(laurel.origin() + "/console");
        assertThat(page).hasURL(laurel.origin() + "/sign-in?next=/console");
        looked(page, look, "sign-in");
        page.click("form.entry button");
        assertThat(page.locator(".fault")).hasCount(2);
        looked(page, look, "sign-in-faults");
        page.fill("#email", email);
        page.fill("#password", "wrong wrong wrong");
        page.click("form.entry button");
        assertThat(page.locator("[role=alert]")).containsText(look.english() ? "is not right" : "no es correcta");
        assertThat(page.locator("#email")).hasValue(email);
        looked(page, look, "sign-in-wrong");
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(laurel.origin() + "/console");
        looked(page, look, "console");

        page.locator("form[action$='/end'] button").first().click();
        assertThat(page.locator(".verdict[role=status]")).containsText(look.english() ? "is ended" : "ha terminado");
        looked(page, look, "console-ended");
        other.reload();
        assertThat(other).hasURL(laurel.origin() + "/sign-in?next=/console");
        left(laurel, page, look, invitation.path("link").asText());
    }

    private static void welcomed(Page page, String link, Look look) throws Exception {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText(look.english() ? "You are invited" : "Tiene una invitación");
        looked(page, look, "welcome");
        page.fill("#password", "short");
        page.click("form.entry button");
        assertThat(page.locator(".fault")).hasCount(2);
        looked(page, look, "welcome-faults");
        page.fill("#name", "Grace Hopper");
        page.fill("#password", PASSWORD);
        page.click("form.entry button");
    }

    /** Signed out, the browser shows nothing that was seen before, not even by going back. */
    private static void left(RunningLaurel laurel, Page page, Look look, String link) throws Exception {
        page.navigate(laurel.origin() + "/sign-out");
        looked(page, look, "sign-out");
        page.navigate(laurel.origin() + "/console");
        page.locator("form[action='/sign-out'] button").click();
        assertThat(page).hasURL(laurel.origin() + "/sign-out");
        page.goBack();
        assertThat(page.locator("body")).not().containsText("Grace Hopper");
        page.navigate(link);
        assertThat(page.locator("h1")).hasText(look.english() ? "This link was used" : "Este enlace ya se usó");
        looked(page, look, "welcome-used");
    }

    private static void signedIn(RunningLaurel laurel, Page page, String email) {
        page.navigate(laurel.origin() + "/sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(laurel.origin() + "/console");
    }

    @Test
    void a_page_of_the_account_stands_in_no_frame() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            Response response = page.navigate(laurel.origin() + "/sign-in");
            assertThat(response.headers().get("content-security-policy")).contains("frame-ancestors 'none'");
            page.route(
                    "**/framed",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<iframe src='/sign-in'></iframe>")));
            page.navigate(laurel.origin() + "/framed");
            page.waitForTimeout(500);
            assertThat(page.frames().get(1).content()).doesNotContain("password");
        }
    }

    private static BrowserContext context(Browser browser, Look look) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.scheme())
                .setBypassCSP(true) // axe comes into the page as a script
                .setViewportSize(look.width(), 900));
    }

    /** Nothing scrolls sideways, axe-core finds nothing, and a picture is taken. */
    static void looked(Page page, Look look, String what) throws Exception {
        String name = look.name(what);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Files.createDirectories(Path.of("target", "pages")).resolve(name + ".png")));
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(look.width());
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
