package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;

/** The page at /verify as people meet it, in the Chromium that is installed; its pictures lie in target/pages. */
@Tag("browser")
class VerifyPageIT {
    private String json = "";
    private String jwt = "";
    private String url = "";
    private Path picture = Path.of("");

    @Test
    void a_badge_is_judged_by_file_by_paste_and_by_link_with_and_without_javascript() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            Browser browser = chromium.browser();
            String award = award(laurel);
            for (boolean script : new boolean[] {true, false}) {
                for (String language : List.of("en-US", "es-MX")) {
                    judged(browser, laurel.origin(), script, language, 1280);
                    judged(browser, laurel.origin(), script, language, 320);
                }
            }
            asked(browser, laurel);
            laurel.posted("/api/v1/awards/" + award + "/revoke", "{\"reason\":\"Wrong person\"}");
            revoked(browser, laurel.origin());
        }
    }

    private String award(RunningLaurel laurel) throws Exception {
        String achievement = laurel.prepare("oak-hill", "{}");
        JsonNode award = laurel.posted(
                "/api/v1/issuers/oak-hill/awards",
                "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"}}");
        url = award.path("credential").path("url").asText();
        json = laurel.get(url, "application/vc").body();
        jwt = laurel.get(url + ".jwt", "*/*").body();
        picture = Files.write(
                Files.createDirectories(Path.of("target", "pages")).resolve("badge.png"),
                PngCarrier.bake(Pictures.png(), json));
        return award.path("id").asText();
    }

    private void judged(Browser browser, String origin, boolean script, String language, int width) {
        boolean english = language.startsWith("en");
        String name = language + "-" + width + (script ? "" : "-plain");
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setLocale(language)
                .setViewportSize(width, 900))) {
            Page page = context.newPage();
            page.navigate(origin + "/verify");
            assertThat(page.locator("html")).hasAttribute("lang", english ? "en" : "es");
            page.setInputFiles("#file", picture);
            page.fill("#recipient", "ada@example.org");
            Forms.send(page);
            assertThat(page.locator(".verdict .word")).containsText(english ? "Verified" : "Verificada");
            assertThat(page.locator(".limits")).isVisible();
            picture(page, name + "-verified");
            fits(page, width);

            page.fill("#badge", jwt.replaceAll("(.{70})", "$1\n"));
            Forms.send(page);
            assertThat(page.locator(".verdict .word")).containsText(english ? "Verified" : "Verificada");

            page.fill("#badge", json.replace("Oak Hill", "Oak Hell"));
            Forms.send(page);
            assertThat(page.locator(".verdict .word")).containsText(english ? "Not genuine" : "No es auténtica");
            assertThat(page.locator("details[open] .problem").first()).isVisible();
            picture(page, name + "-tampered");

            page.navigate(origin + "/verify?url=" + url);
            assertThat(page.locator(".verdict .word")).containsText(english ? "Verified" : "Verificada");
            printed(page, name);
        }
    }

    /** Whose it is, what stands inside, what was found then, and what is no badge. */
    private void asked(Browser browser, RunningLaurel laurel) throws Exception {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(360, 900))) {
            Page page = context.newPage();
            page.navigate(laurel.origin() + "/verify");
            paste(page, jwt, "eve@example.org", "Genuine, but somebody else's");
            assertThat(page.locator("#recipient")).hasValue("eve@example.org");
            picture(page, "en-US-360-another");

            String presentation = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],"
                    + "\"type\":[\"VerifiablePresentation\"],\"verifiableCredential\":[" + json + "]}";
            paste(page, presentation, "ada@example.org", "Verified");
            assertThat(page.locator(".inner .verdict .word")).containsText("Verified");
            assertThat(page.locator(".inner .about")).containsText("did:web:");
            fits(page, 360);
            picture(page, "en-US-360-presentation");

            String receipt = laurel.post("/verify?receipt=true", jwt, null).body();
            paste(page, receipt, "", "Genuine receipt");
            assertThat(page.locator(".about")).containsText("sha256:");
            fits(page, 360);
            picture(page, "en-US-360-receipt");

            page.navigate(laurel.origin() + "/verify");
            paste(page, "<!doctype html><p>hello", "", "Not a badge");
            picture(page, "en-US-360-no-badge");
        }
    }

    private static void paste(Page page, String text, String recipient, String word) {
        page.fill("#badge", text);
        page.fill("#recipient", recipient);
        Forms.send(page);
        assertThat(page.locator(".verdict .word").first()).containsText(word);
    }

    /** Whoever reads it on a phone does not scroll sideways. */
    private static void fits(Page page, int width) {
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(width);
    }

    /** On paper every check is unfolded, and the form is not there. */
    private static void printed(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("form.verify")).isHidden();
        assertThat(page.locator("details .clause").first()).isVisible();
        picture(page, name + "-printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void revoked(Browser browser, String origin) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK)
                .setLocale("en-US"))) {
            Page page = context.newPage();
            page.navigate(origin + "/verify?url=" + url);
            assertThat(page.locator(".verdict .word")).containsText("Revoked");
            picture(page, "en-US-dark-revoked");
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pages", name + ".png"))
                .setFullPage(true));
    }
}
