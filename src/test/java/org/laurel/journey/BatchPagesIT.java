package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A clerk of a district awards five thousand badges from a spreadsheet, corrects what was wrong, and thinks again; each page is
 * looked at in both languages, colours and widths, and the pictures lie in target/pages.
 */
@Tag("browser")
class BatchPagesIT {
    private static final int ROWS = 5000;
    private static final double LONG = 180_000;
    private static final List<String> OPENED = List.of("looked", "done");
    private static final List<Look> LOOKS = List.of(
            new Look("en-US", 1280, ColorScheme.LIGHT),
            new Look("en-US", 360, ColorScheme.DARK),
            new Look("es-MX", 360, ColorScheme.LIGHT),
            new Look("es-MX", 1280, ColorScheme.DARK));

    record Look(String language, int width, ColorScheme scheme) {
        String name(String page) {
            return "batch-" + page + "-" + language + "-" + width + "-"
                    + scheme.toString().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void a_clerk_awards_five_thousand_corrects_twelve_and_thinks_again() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start();
                BrowserContext context = context(chromium.browser(), LOOKS.get(0), true)) {
            laurel.posted(
                    "/api/v1/issuers", "{\"slug\":\"oak-hill\",\"name\":\"Oak Hill School District\",\"settings\":{}}");
            laurel.achievement("oak-hill");
            Clerk clerk = new Clerk(chromium.browser(), context);
            clerk.signedIn(laurel);
            clerk.handedIn(roster());
            String batch = clerk.told();
            clerk.awarded(batch);
            clerk.corrected(batch);
            clerk.takenBackAndUndone();
            clerk.withoutScript(laurel);
            assertThat(clerk.said.stream().filter(text -> !text.contains("status of 4")))
                    .isEmpty();
        }
    }

    /** Headers, cells and reasons are anybody's texts; the page does nothing but show them. */
    @Test
    void no_probe_in_a_file_does_anything_on_the_page() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            laurel.prepare("oak-hill", "{}");
            for (boolean guarded : new boolean[] {true, false}) {
                String link = laurel.posted(
                                "/api/v1/issuers/oak-hill/members",
                                "{\"email\":\"clerk" + guarded + "@example.org\",\"role\":\"awarder\"}")
                        .path("link")
                        .asText();
                try (Watch watch = new Watch(chromium.browser(), laurel.origin(), guarded)) {
                    watch.page().navigate(link);
                    watch.page().fill("#name", "Grace Hopper");
                    watch.page().fill("#password", People.PASSWORD);
                    watch.page().click("form.entry button");
                    probed(watch, laurel.origin());
                    assertThat(watch.seen()).contains("1401", "1402", "1403", "1404");
                }
            }
        }
    }

    private static void probed(Watch watch, String origin) {
        String csv = cell(1401) + ",email,recipient.name,achievement\n" + cell(1402) + "," + cell(1402) + ","
                + cell(1403) + "," + cell(1402) + "\nx,ada@example.org,Ada,\n";
        Page page = watch.page();
        page.navigate(origin + "/console/issuers/oak-hill/batches/new");
        page.setInputFiles("#file", new FilePayload("probe.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.selectOption("#achievement", new SelectOption().setLabel("Feedback"));
        page.check("#duplicates-reissue");
        page.click("form.wide button");
        assertThat(page.locator(".status strong")).hasText("Columns to be told");
        watch.look("held");
        page.selectOption("#column-0", "-");
        page.locator("form[action$='/again'] button").click();
        assertThat(page.locator(".status strong")).hasText("Looked at, not awarded");
        watch.look("looked");
        page.locator("form[action$='/award'] button").click();
        assertThat(page.locator(".status strong")).hasText("Done");
        watch.look("done");
        page.locator("summary", new Page.LocatorOptions().setHasText("Take it back"))
                .click();
        page.fill("#awarded", "1");
        page.fill("#reason", Probe.text(1404));
        page.locator("form[action$='/revoke'] button").click();
        assertThat(page.locator(".status strong")).hasText("Will be taken back");
        watch.look("planned");
    }

    private static String cell(int probe) {
        return "\"" + Probe.text(probe).replace("\"", "\"\"") + "\"";
    }

    /** Whoever sits before the browser. */
    private static final class Clerk {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final Browser browser;
        private final BrowserContext clerk;
        private Page page;

        Clerk(Browser browser, BrowserContext clerk) {
            this.browser = browser;
            this.clerk = clerk;
            this.page = clerk.newPage();
            page.onConsoleMessage(message -> said.add(message.text()));
        }

        private void signedIn(RunningLaurel laurel) throws Exception {
            String link = laurel.posted(
                            "/api/v1/issuers/oak-hill/members",
                            "{\"email\":\"clerk@example.org\",\"role\":\"awarder\"}")
                    .path("link")
                    .asText();
            page.navigate(link);
            page.fill("#name", "Grace Hopper");
            page.fill("#password", People.PASSWORD);
            page.click("form.entry button");
            assertThat(page).hasURL(laurel.origin() + "/console");
            looked("console");
            page.locator("a[href='/console/issuers/oak-hill/batches']").click();
            looked("list-empty");
            page.locator("main a[href$='/batches/new']").click();
            looked("new");
        }

        private void handedIn(Path file) {
            page.click("form.wide button"); // the browser asks for the file first
            assertThat(page.locator("h1")).hasText("Award from a file");
            page.setInputFiles("#file", file);
            page.selectOption("#achievement", new SelectOption().setLabel("Feedback"));
            page.click("form.wide button");
            state("Columns to be told");
        }

        /** The two headers are told, one of them as it was guessed; then the rows are looked at. */
        private String told() throws Exception {
            assertThat(page.locator("h1")).hasText("teachers-spring.csv");
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/console/batches/1-[a-z0-9]+"));
            assertThat(page.locator("#column-0")).hasValue("recipient.email");
            looked("held");
            page.selectOption("#column-1", "recipient.name");
            page.locator("form[action$='/again'] button").click();
            state("Looked at, not awarded");
            assertThat(page.locator(".number")).hasText(new String[] {"4,988", "0", "12"});
            assertThat(page.locator("table").nth(1).locator("tbody tr")).hasCount(12);
            assertThat(page.locator("table").nth(1)).containsText("601");
            assertThat(page.locator("table").nth(1)).containsText("Correo electrónico");
            looked("looked");
            return page.url();
        }

        private void awarded(String batch) throws Exception {
            page.locator("form[action$='/award'] button").click();
            page.screenshot(picture("running"));
            page.evaluate("window.stays = true");
            state("Done");
            assertThat(page.locator(".number")).hasText(new String[] {"4,988", "0", "12"});
            assertThat(page.locator(".account tbody tr")).hasCount(50);
            looked("done");
            page.navigate(batch + "?state=failed#rows");
            assertThat(page.locator(".account tbody tr")).hasCount(12);
            looked("failed");
            page.navigate(batch + "?state=awarded&after=2500");
            assertThat(page.locator(".account tbody tr").first()).containsText("teacher2500@example.org");
            page.locator(".account a").first().click();
            assertThat(page.locator("h1")).hasText("Feedback");
            page.goBack();
            page.locator("a[href='/console/issuers/oak-hill/batches']").click();
            looked("list");
            page.navigate(batch);
        }

        /** What was wrong is saved, corrected and handed in again as it is. */
        private void corrected(String batch) throws Exception {
            Download download = page.waitForDownload(() -> page.click("a[href$='results?state=failed&as=csv']"));
            String failed = Files.readString(download.path());
            assertThat(failed.lines()).hasSize(13);
            Path file = Path.of("target", "journeys", "teachers-corrected.csv");
            Files.writeString(
                    file,
                    failed.replaceAll("(teacher\\d+)\\.example\\.org", "$1@example.org")
                            .replace("31/12/2030", "2030-12-31"));
            page.locator("a[href='/console/issuers/oak-hill/batches']").click();
            page.locator("main a[href$='/batches/new']").click();
            page.setInputFiles("#file", file);
            page.click("form.wide button");
            state("Looked at, not awarded");
            assertThat(page.locator(".number")).hasText(new String[] {"12", "0", "0"});
            page.locator("form[action$='/award'] button").click();
            state("Done");
            assertThat(page).not().hasURL(batch);
        }

        private void takenBackAndUndone() throws Exception {
            page.locator("summary", new Page.LocatorOptions().setHasText("Take it back"))
                    .click();
            page.fill("#awarded", "11");
            page.fill("#reason", "The list was last year's");
            page.locator("form[action$='/revoke'] button").click();
            assertThat(page.locator("#awarded-fault")).containsText("not the number");
            assertThat(page.locator("#reason")).hasValue("The list was last year's");
            axe("take-back-fault", LOOKS.get(0), page);
            page.fill("#awarded", "12");
            page.locator("form[action$='/revoke'] button").click();
            state("Will be taken back");
            looked("planned");
            page.click("#undo");
            state("Done");
            assertThat(page.locator(".verdict")).containsText("Nothing is taken back");
        }

        /** The same without a script, on a telephone, in Spanish, by somebody whose list is all faults but one. */
        private void withoutScript(RunningLaurel laurel) throws Exception {
            Path file = Path.of("target", "journeys", "lista.csv");
            Files.writeString(file, "email\nnadie\nana@example.org\n");
            try (BrowserContext context = context(browser, LOOKS.get(2), false)) {
                context.addCookies(clerk.cookies());
                page = context.newPage();
                page.navigate(laurel.origin() + "/console/issuers/oak-hill/batches/new");
                page.setInputFiles("#file", file);
                page.check("#mode-all");
                page.click("form.wide button");
                seen("Revisado, sin otorgar");
                assertThat(page.locator(".account").nth(1)).containsText("no es un correo");
                page.locator("#again summary").click();
                page.selectOption("#achievement", new SelectOption().setLabel("Feedback"));
                page.locator("form[action$='/again'] button").click();
                seen("Revisado, sin otorgar");
                assertThat(page.locator(".known")).containsText("todo o nada");
                page.screenshot(picture("all-or-nothing-es"));
                page.locator("#again summary").click();
                page.check("#mode-valid");
                page.locator("form[action$='/again'] button").click();
                seen("Revisado, sin otorgar");
                page.locator("form[action$='/award'] button").click();
                seen("Terminado");
                assertThat(page.locator(".account a")).hasCount(1);
            }
        }

        private void state(String word) {
            assertThat(page.locator(".status strong"))
                    .hasText(word, new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        }

        /** The same by loading the page again. */
        private void seen(String word) {
            long end = System.nanoTime() + 60_000_000_000L;
            Locator state = page.locator(".status strong");
            while (!state.textContent().equals(word) && System.nanoTime() < end) {
                page.locator("noscript a, a.action[href*='/console/batches/']")
                        .first()
                        .click();
            }
            assertThat(state).hasText(word);
        }

        /** The page as it is now, in every look. */
        private void looked(String what) throws Exception {
            for (Look look : LOOKS) {
                try (BrowserContext context = context(browser, look, true)) {
                    context.addCookies(clerk.cookies());
                    Page other = context.newPage();
                    other.navigate(page.url());
                    axe(what, look, other);
                    if (OPENED.contains(what)) {
                        other.locator("details").evaluateAll("all => all.forEach((one) => { one.open = true; })");
                        axe(what + "-open", look, other);
                    }
                }
            }
        }
    }

    /** Five thousand teachers; twelve rows are wrong, and two headers are nobody's but the district's. */
    private static Path roster() throws Exception {
        StringBuilder csv = new StringBuilder("Correo electrónico,Teacher,validUntil,externalId\n");
        for (int i = 1; i <= ROWS; i++) {
            String email = "teacher" + i + (i % 600 == 0 ? ".example.org" : "@example.org");
            String until = i % 1100 == 0 ? "31/12/2030" : "2030-12-31";
            csv.append(email)
                    .append(",\"Álvarez, María ")
                    .append(i)
                    .append("\",")
                    .append(until);
            csv.append(",2026-").append(i).append('\n');
        }
        Path file = Files.createDirectories(Path.of("target", "journeys")).resolve("teachers-spring.csv");
        return Files.writeString(file, csv);
    }

    private static BrowserContext context(Browser browser, Look look, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.scheme())
                .setJavaScriptEnabled(script)
                .setBypassCSP(true) // axe comes into the page as a script
                .setViewportSize(look.width(), 900));
    }

    private static Page.ScreenshotOptions picture(String name) throws Exception {
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Files.createDirectories(Path.of("target", "pages")).resolve(name + ".png"));
    }

    private static void axe(String what, Look look, Page page) throws Exception {
        String name = look.name(what);
        page.screenshot(picture(name));
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(look.width());
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
