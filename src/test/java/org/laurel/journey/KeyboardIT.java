package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without a mouse walks through every public page, and verifies a badge; docs/accessibility.md says what else. */
@Tag("browser")
class KeyboardIT {
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void each_page_is_walked_and_operated_by_the_keyboard_alone() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            laurel.posted(
                    "/api/v1/issuers",
                    "{\"slug\":\"oak-hill\",\"name\":\"Oak Hill\",\"url\":\"https://oakhill.example\"}");
            String achievement = laurel.achievement("oak-hill");
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"},"
                            + "\"narrative\":\"Read [this](https://example.org/this).\",\"evidence\":"
                            + "[{\"id\":\"https://example.org/e\",\"name\":\"A lesson\",\"description\":\"On film\"}]}");
            String url = award.path("credential").path("url").asText();
            for (int width : new int[] {1280, 360}) {
                walked(chromium.browser(), laurel.origin(), url, achievement, width);
                welcomed(chromium.browser(), laurel, width);
            }
            copied(chromium.browser(), url);
            unfolded(chromium.browser(), url);
            verified(chromium.browser(), laurel.origin(), url);
        }
    }

    @Test
    void a_page_with_faults_is_found_out() {
        try (Chromium chromium = Chromium.start();
                BrowserContext context = context(chromium.browser(), 1280)) {
            Page page = context.newPage();
            page.setContent("""
                    <style>:focus-visible { outline: 3px solid }</style><p style="display: flex; flex-direction: row-reverse; justify-content: start">
                    <a href="#1">right</a> <a href="#2" style="outline: none">left</a></p>
                    <button style="width: 9px; height: 9px; padding: 0">.</button><button
                    style="width: 9px; height: 9px; padding: 0">.</button><input aria-label="first" tabindex="1">
                    <p style="position: relative"><a href="#3">hidden</a><span
                    style="position: absolute; inset: 0; background: red"></span></p>""");
            Stop.operable(page);
            List<Stop> stops = Stop.walk(page);
            assertThat(stops.stream().map(Stop::index)).containsExactly(4, 0, 1, 2, 3, 5);
            assertThat(stops.stream().map(Stop::outlined)).containsExactly(true, true, false, true, true, true);
            assertThat(stops.stream().map(Stop::seen)).containsExactly(true, true, true, true, true, false);
            assertThat(stops.get(2).follows(stops.get(1))).isFalse();
            assertThat(new AxeBuilder(page)
                            .withTags(WCAG_22_AA).analyze().getViolations().stream()
                                    .map(com.deque.html.axecore.results.Rule::getId))
                    .contains("target-size");
        }
    }

    private static void walked(Browser browser, String origin, String url, String achievement, int width) {
        List<String> addresses = List.of(
                url,
                origin + "/achievements/" + achievement,
                origin + "/issuers/oak-hill",
                origin + "/",
                origin + "/verify",
                origin + "/verify?url=" + url,
                origin + "/verify/receipt",
                origin + "/take-apart",
                origin + "/catalogue",
                origin + "/statistics",
                origin + "/problems",
                origin + "/credentials/1-aaaaaaaaaaaaaaaaaaaaaaaaaa",
                origin + "/sign-in",
                origin + "/sign-out",
                origin + "/welcome?token=unknown");
        try (BrowserContext context = context(browser, width)) {
            for (String address : addresses) {
                Page page = context.newPage();
                Response response = page.navigate(address);
                assertThat(response.headers().getOrDefault("content-type", ""))
                        .as(address)
                        .startsWith("text/html");
                walk(page, address + " at " + width);
                page.close();
            }
            Page apart = context.newPage();
            apart.navigate(origin + "/take-apart");
            reach(apart, "#badge");
            apart.keyboard().insertText(url);
            reach(apart, "form.verify button");
            apart.keyboard().press("Enter");
            apart.waitForURL(origin + "/take-apart");
            assertThat(apart.locator("[role=alert]")).containsText("a link");
            walk(apart, "take-apart, of a link, at " + width);
            taken(apart, origin, url);
            walk(apart, "take-apart, of a badge, at " + width);
        }
    }

    /** From an invitation to one's own page, where a session that was begun elsewhere is ended. */
    private static void welcomed(Browser browser, RunningLaurel laurel, int width) throws Exception {
        String email = "grace-" + width + "@example.org";
        JsonNode made =
                laurel.posted("/api/v1/issuers/oak-hill/members", "{\"email\":\"" + email + "\",\"role\":\"awarder\"}");
        try (BrowserContext context = context(browser, width)) {
            Page page = context.newPage();
            page.navigate(made.path("link").asText());
            walk(page, "an invitation at " + width);
            reach(page, "#name");
            page.keyboard().type("Grace Hopper");
            reach(page, "#password");
            page.keyboard().type("correct horse battery staple");
            page.keyboard().press("Enter");
            page.waitForURL(laurel.origin() + "/console");
            laurel.post(
                    "/sign-in", "{\"email\":\"" + email + "\",\"password\":\"correct horse battery staple\"}", null);
            page.reload();
            walk(page, "one's own page at " + width);
            awarded(page, laurel, width);
            page.navigate(laurel.origin() + "/console");
            reach(page, "form[action$='/end'] button");
            page.keyboard().press("Space");
            assertThat(page.locator(".verdict[role=status]")).containsText("is ended");
        }
    }

    /** The pages for awarding from a file. */
    private static void awarded(Page page, RunningLaurel laurel, int width) throws Exception {
        String batch = laurel.handIn(
                "oak-hill", HttpRequest.BodyPublishers.ofString("email,achievement\nnobody,none\nsomebody,none\n"));
        page.navigate(laurel.origin() + "/console/batches/" + batch);
        assertThat(page.locator(".status strong")).hasText("Done");
        walk(page, "a batch at " + width);
        page.navigate(laurel.origin() + "/console/issuers/oak-hill/batches");
        walk(page, "the list of batches at " + width);
        page.navigate(laurel.origin() + "/console/issuers/oak-hill/batches/new");
        walk(page, "a new batch at " + width);
    }

    private static BrowserContext context(Browser browser, int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setBypassCSP(true) // axe comes into the page as a script
                .setViewportSize(width, 700));
    }

    /** Every thing once, in the order in which it is read, each seen; back the same way; out at both ends. */
    private static void walk(Page page, String name) {
        assertThat(new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations())
                .as(name)
                .isEmpty();
        page.evaluate("document.activeElement?.blur()");
        int operable = Stop.operable(page);
        List<Stop> stops = Stop.walk(page);
        assertThat(stops.stream().map(Stop::index))
                .as(name + stops)
                .containsExactlyElementsOf(IntStream.range(0, operable).boxed().toList());
        for (Stop stop : stops) {
            assertThat(stop.outlined()).as(name + ": focus is seen on " + stop).isTrue();
            assertThat(stop.seen()).as(name + ": nothing hides " + stop).isTrue();
        }
        for (int i = 2; i < stops.size(); i++) {
            assertThat(stops.get(i).follows(stops.get(i - 1)))
                    .as(name + ": after " + stops.get(i - 1) + " comes " + stops.get(i))
                    .isTrue();
        }
        back(page, name, stops);
        skip(page, name);
    }

    private static void back(Page page, String name, List<Stop> stops) {
        page.locator("footer").evaluate("one => { one.tabIndex = -1; one.focus(); }");
        List<Integer> back = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Escape"); // closes nothing, and moves nothing
            Stop stop = Stop.here(page);
            back.add(0, stop == null ? -1 : stop.index());
        }
        assertThat(back)
                .as(name + ", backwards")
                .isEqualTo(stops.stream().map(Stop::index).toList());
    }

    /** The first stop leads past the header, to what the page is about. */
    private static void skip(Page page, String name) {
        assertThat(page.locator("a[href], button, input").first()).isFocused();
        Locator link = page.locator(".skip");
        assertThat(link).isFocused();
        assertThat(link).isInViewport();
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.endsWith("#main"));
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("() => { const main = document.getElementById('main');"
                        + " return main.contains(document.activeElement)"
                        + " || !window.stops.some((one) => main.contains(one)); }"))
                .as(name + ": past the header")
                .isTrue();
    }

    /** Tab, until that has the focus. */
    private static void reach(Page page, String selector) {
        for (int i = 0; i < 100; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    /** A file, fetched from the share page and chosen again. */
    private static void taken(Page page, String origin, String url) {
        page.navigate(url);
        reach(page, ".files a[href$='.png']");
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        Path file = Path.of("target", "pages", "by-keyboard.png");
        download.saveAs(file);
        page.onFileChooser(
                chooser -> {}); // so that the browser hands it over from the navigation on, and not a moment late
        page.navigate(origin + "/take-apart");
        reach(page, "#file");
        page.waitForFileChooser(() -> page.keyboard().press("Space")).setFiles(file);
        reach(page, "form.verify button");
        page.keyboard().press("Space");
        assertThat(page.locator("pre").last()).containsText("OpenBadgeCredential");
    }

    /** What was copied is told where screen readers listen; so is that the browser refused, and then the link is selected. */
    private static void copied(Browser browser, String url) {
        try (BrowserContext context = context(browser, 1280)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = context.newPage();
            page.navigate(url);
            Locator told = page.locator("[role=status][aria-live=polite]#link-told");
            for (String key : List.of("Enter", "Space")) {
                page.evaluate("navigator.clipboard.writeText('')");
                reach(page, "button[data-copies]");
                assertThat(told).isAttached();
                page.keyboard().press(key);
                assertThat(told).hasText("The link was copied.");
                assertThat(page.locator("button[data-copies]")).isFocused();
                assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(url);
                page.reload();
                assertThat(told).hasText("");
            }
            page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
            reach(page, "button[data-copies]");
            page.keyboard().press("Enter");
            assertThat(told).containsText("copy it with");
            assertThat(page.evaluate("getSelection().toString()")).isEqualTo(url);
        }
    }

    private static void unfolded(Browser browser, String url) {
        try (BrowserContext context = context(browser, 360)) {
            Page page = context.newPage();
            page.navigate(url);
            int found = page.locator("details").count();
            assertThat(found).isGreaterThan(10);
            for (int i = 0; i < found; i++) {
                Locator one = page.locator("details").nth(i);
                boolean open = one.getAttribute("open") != null;
                do {
                    reach(page, "summary");
                } while (!(Boolean) one.evaluate("one => one.firstElementChild === document.activeElement"));
                for (String key : List.of("Enter", "Space")) {
                    open = !open;
                    page.keyboard().press(key);
                    assertThat(one.getAttribute("open") != null).isEqualTo(open);
                }
            }
        }
    }

    /** From the first page: the link is typed, the button pressed, the verdict read, and the checks unfolded. */
    private static void verified(Browser browser, String origin, String url) throws Exception {
        try (BrowserContext context = context(browser, 1280)) {
            Page page = context.newPage();
            page.navigate(origin);
            reach(page, "#badge");
            page.keyboard().type(url);
            reach(page, "#recipient");
            page.keyboard().type("ada@example.org");
            reach(page, "form.verify button");
            page.keyboard().press("Enter");
            page.waitForURL(origin + "/verify");
            assertThat(page).hasTitle("Verified");
            assertThat(page.locator(".verdict .word")).containsText("Verified");
            reach(page, "details.check summary");
            page.keyboard().press("Enter");
            assertThat(page.locator("details.check").first()).hasAttribute("open", "");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Files.createDirectories(Path.of("target", "pages")).resolve("by-keyboard-verified.png")));
            reach(page, "#recipient");
            page.keyboard().press("Enter");
            assertThat(page.locator(".verdict .word")).containsText("Verified");
        }
    }
}
