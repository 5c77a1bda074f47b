package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Templates;

/** An employer opens a shared link, reads, takes each file, and drops it at /verify; the pictures lie in target/pages. */
@Tag("browser")
class SharePageIT {
    private static final int MOST_BYTES = 60_000;
    /** Counts what moves while a page loads (Layout Instability). */
    private static final String SHIFTS = """
            window.shifts = [];
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => 'moved by ' + one.value)))
              .observe({type: 'layout-shift', buffered: true});""";

    /** What moved, and what would if it came late: a picture whose place is not kept. */
    private static final String UNSTABLE = """
            () => [...window.shifts, ...[...document.images]
              .filter((one) => !one.getAttribute('width') || !one.getAttribute('height')).map((one) => one.outerHTML)]""";

    /** Each width, language and colour, and each two of them together. */
    private static final List<Look> LOOKS = List.of(
            new Look("en-US", 360, ColorScheme.LIGHT),
            new Look("en-US", 768, ColorScheme.DARK),
            new Look("en-US", 1280, ColorScheme.LIGHT),
            new Look("es-MX", 360, ColorScheme.DARK),
            new Look("es-MX", 768, ColorScheme.LIGHT),
            new Look("es-MX", 1280, ColorScheme.DARK));

    @Test
    void a_shared_link_is_read_and_each_file_of_it_is_verified() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            String achievement = laurel.prepare("oak-hill", "{}");
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"}}");
            String url = award.path("credential").path("url").asText();
            String filled = laurel.posted(
                            "/api/v1/issuers/oak-hill/achievements",
                            "{\"template\":" + Templates.complete("Filled") + "}")
                    .path("id")
                    .asText();
            laurel.posted("/api/v1/achievements/" + filled + "/publish", "");
            List<String> pages = List.of(
                    url,
                    url + "/embed",
                    laurel.origin() + "/achievements/" + achievement,
                    laurel.origin() + "/issuers/oak-hill",
                    laurel.origin() + "/catalogue",
                    laurel.origin() + "/catalogue?q=nothing+of+the+kind",
                    laurel.origin() + "/statistics",
                    laurel.origin() + "/registry",
                    laurel.origin() + "/achievements/" + filled,
                    laurel.origin() + "/verify",
                    laurel.origin() + "/take-apart");
            for (Look look : LOOKS) {
                looked(chromium.browser(), pages, look);
            }
            taken(chromium.browser(), url);
            laurel.posted("/api/v1/awards/" + award.path("id").asText() + "/revoke", "{\"reason\":\"Wrong person\"}");
            try (BrowserContext context = chromium.browser().newContext()) {
                Page page = context.newPage();
                page.navigate(url);
                assertThat(page.locator(".status")).containsText("Revoked");
                picture(page, "share-revoked");
            }
        }
    }

    private record Look(String language, int width, ColorScheme scheme) {}

    private static void looked(Browser browser, List<String> pages, Look look) throws Exception {
        for (String url : pages) {
            try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setLocale(look.language())
                    .setColorScheme(look.scheme())
                    .setBypassCSP(true) // axe comes into the page as a script
                    .setViewportSize(look.width(), 900))) {
                context.addInitScript(SHIFTS);
                Page page = context.newPage();
                List<Response> responses = new ArrayList<>();
                page.onResponse(responses::add);
                page.navigate(url);
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                String name = "share-" + pages.indexOf(url) + "-" + look.language() + "-" + look.width() + "-"
                        + look.scheme().toString().toLowerCase(java.util.Locale.ROOT);
                assertLight(responses, url);
                assertThat(page.evaluate(UNSTABLE)).as(name + ": nothing moves").isEqualTo(List.of());
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                        .as(name)
                        .isLessThanOrEqualTo(look.width());
                picture(page, name);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(name)
                        .isEmpty();
            }
        }
    }

    /** As transferred, pictures apart; nothing from elsewhere. */
    private static void assertLight(List<Response> responses, String url) {
        int bytes = 0;
        for (Response response : List.copyOf(responses)) {
            assertThat(response.url()).startsWith(url.substring(0, url.indexOf('/', 8)));
            String type = response.headers().getOrDefault("content-type", "");
            if (!type.startsWith("image/")) {
                bytes += response.request().sizes().responseBodySize;
            }
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static void taken(Browser browser, String url) throws Exception {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-US"))) {
            Page page = context.newPage();
            page.navigate(url);
            assertThat(page.locator(".status")).containsText("Verified");
            assertThat(page.locator("button[data-copies]")).isVisible();
            List<Path> files = new ArrayList<>();
            for (String form : List.of("PDF", "PNG", "SVG", "JSON", "JWT")) {
                Download download =
                        page.waitForDownload(() -> page.locator(".files a", new Page.LocatorOptions().setHasText(form))
                                .first()
                                .click());
                Path file = Files.createDirectories(Path.of("target", "pages")).resolve(download.suggestedFilename());
                download.saveAs(file);
                files.add(file);
            }
            for (Path file : files) {
                page.navigate(url.substring(0, url.indexOf("/credentials/")) + "/take-apart");
                page.setInputFiles("#file", file);
                Forms.send(page);
                assertThat(page.locator("pre").last()).containsText("OpenBadgeCredential");
                Forms.send(page);
                assertThat(page.locator(".verdict .word")).containsText("Verified");
                page.navigate(url.substring(0, url.indexOf("/credentials/")) + "/verify");
                page.setInputFiles("#file", file);
                Forms.send(page);
                assertThat(page.locator(".verdict .word")).containsText("Verified");
            }
        }
    }

    private static void picture(Page page, String name) throws Exception {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Files.createDirectories(Path.of("target", "pages")).resolve(name + ".png")));
    }
}
