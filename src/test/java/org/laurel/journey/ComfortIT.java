package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages do better with JavaScript, and that they fall back to what they do without it. */
@Tag("browser")
class ComfortIT {

    @Test
    void forms_change_the_page_in_place_and_fall_back() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            laurel.prepare("oak-hill", "{}");
            String other = laurel.posted(
                            "/api/v1/issuers/oak-hill/achievements",
                            "{\"name\":\"Rubrics\",\"description\":\"Writes rubrics.\","
                                    + "\"criteria\":{\"narrative\":\"Hand in one.\"},\"directAward\":true}")
                    .path("id")
                    .asText();
            laurel.posted("/api/v1/achievements/" + other + "/publish", "");
            try (BrowserContext context =
                    chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"))) {
                Page page = context.newPage();
                List<String> said = new CopyOnWriteArrayList<>();
                page.onConsoleMessage(message -> said.add(message.text()));
                searched(page, laurel.origin());
                judged(page, laurel.origin());
                assertThat(said)
                        .as("no violation of the policy, nothing broken")
                        .isEmpty();
                cutOff(page, laurel.origin());
                lost(page, laurel.origin());
            }
        }
    }

    private static void searched(Page page, String origin) {
        page.navigate(origin + "/catalogue");
        assertThat(page.locator(".entries li")).hasCount(2);
        page.evaluate("window.stays = true");
        page.locator("#q").pressSequentially("rubrics");
        assertThat(page.locator(".entries li")).hasCount(1);
        assertThat(page.locator("#count")).hasText("1–1 of 1");
        assertThat(page.locator("#q")).isFocused();
        assertThat(page).hasURL(origin + "/catalogue?q=rubrics&subject=&grade=&competency=&issuer=");
        page.selectOption("#issuer", "oak-hill");
        assertThat(page).hasURL(origin + "/catalogue?q=rubrics&subject=&grade=&competency=&issuer=oak-hill");
        assertThat(page.locator("#issuer")).hasValue("oak-hill");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        page.evaluate("history.go(-2)");
        assertThat(page.locator(".entries li")).hasCount(2);
    }

    private static void judged(Page page, String origin) {
        page.navigate(origin + "/verify");
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/verify", held::add);
        assertThat(page.locator(".at-work span")).isHidden();
        page.evaluate("window.stays = true");
        page.fill("#badge", "no badge");
        page.click("form.verify button");
        assertThat(page.locator(".at-work span")).isVisible();
        held.get(0).resume();
        assertThat(page.locator(".verdict .word")).containsText("Not a badge");
        assertThat(page.locator("#main")).isFocused();
        assertThat(page.locator("#badge")).hasValue("no badge");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        page.unroute("**/verify");
    }

    /** When nothing can be asked in place, the browser goes there. */
    private static void cutOff(Page page, String origin) {
        page.route(address -> address.contains("/catalogue?"), route -> {
            if ("true".equals(route.request().headerValue("HX-Request"))) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.navigate(origin + "/catalogue");
        page.evaluate("window.stays = true");
        page.locator("#q").pressSequentially("rubrics");
        assertThat(page.locator(".entries li")).hasCount(1);
        assertThat(page.evaluate("window.stays === undefined")).isEqualTo(true);
        page.unrouteAll();
    }

    private static void lost(Page page, String origin) throws Exception {
        Response response = page.navigate(origin + "/nowhere");
        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing here");
        picture(page, "nowhere");
    }

    private static void picture(Page page, String name) throws Exception {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Files.createDirectories(Path.of("target", "pages")).resolve(name + ".png")));
    }
}
