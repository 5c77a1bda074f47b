package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody adds a passkey in a real browser whose device is a virtual one, signs in with it, renames and removes it. */
@Tag("browser")
class PasskeyIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void a_passkey_is_added_signed_in_with_and_removed() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            laurel.prepare("oak-hill", "{}");
            walk(laurel, chromium.browser(), new SignInPagesIT.Look("en-US", 360, ColorScheme.LIGHT), false);
            walk(laurel, chromium.browser(), new SignInPagesIT.Look("en-US", 360, ColorScheme.LIGHT), true);
            walk(laurel, chromium.browser(), new SignInPagesIT.Look("es-MX", 1280, ColorScheme.DARK), true);
        }
    }

    /**
     * The walk.
     *
     * @param axe whether axe-core looks at the pages, for which their policy is not enforced
     */
    private static void walk(RunningLaurel laurel, Browser browser, SignInPagesIT.Look look, boolean axe)
            throws Exception {
        String email = "grace-" + look.language() + look.width() + axe + "@example.org";
        String link = laurel.posted(
                        "/api/v1/issuers/oak-hill/members", "{\"email\":\"" + email + "\",\"role\":\"author\"}")
                .path("link")
                .asText();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.scheme())
                .setBypassCSP(axe)
                .setViewportSize(look.width(), 900))) {
            Page page = context.newPage();
            withDevice(context, page);
            page.navigate(link);
            page.fill("#name", "Grace Hopper");
            page.fill("#password", PASSWORD);
            page.click("form.entry button");
            added(page, look, axe);
            signedIn(laurel, page, look, axe);
            removed(laurel, page, look, axe);
        }
    }

    /** A device that knows its owner, and unlocks by itself. */
    private static void withDevice(BrowserContext context, Page page) {
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void added(Page page, SignInPagesIT.Look look, boolean axe) throws Exception {
        looked(page, look, "passkey-none", axe);
        page.fill("#passkey-name", "My laptop");
        page.click("#passkey-add button");
        page.waitForURL("**/console?done=passkey");
        assertThat(page.locator("main")).containsText("My laptop");
        page.fill("#passkey-name", "Once more");
        page.click("#passkey-add button");
        assertThat(page.locator("#passkey-add [role=status]"))
                .containsText(look.english() ? "has a passkey for you already" : "ya tiene una llave");
        page.locator(".rows summary").click();
        page.fill(".rows details input[name=name]", "My old laptop");
        looked(page, look, "passkey-rename", axe);
        page.locator(".rows details button").click();
        page.waitForURL("**/console?done=renamed");
        assertThat(page.locator("main")).containsText("My old laptop");
        looked(page, look, "passkey", axe);
    }

    private static void signedIn(RunningLaurel laurel, Page page, SignInPagesIT.Look look, boolean axe)
            throws Exception {
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-out");
        page.navigate(laurel.origin() + "/sign-in?next=/verify");
        looked(page, look, "passkey-sign-in", axe);
        page.click("#passkey-sign-in button");
        page.waitForURL(laurel.origin() + "/verify");
        page.navigate(laurel.origin() + "/console");
        assertThat(page.locator("h1")).hasText("Grace Hopper");
    }

    private static void removed(RunningLaurel laurel, Page page, SignInPagesIT.Look look, boolean axe)
            throws Exception {
        page.locator("form[action$='/remove'] button").click();
        page.waitForURL("**/console?done=removed");
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-out");
        page.navigate(laurel.origin() + "/sign-in");
        page.click("#passkey-sign-in button");
        assertThat(page.locator("#passkey-sign-in [role=status]"))
                .containsText(look.english() ? "That did not work" : "No ha funcionado");
        looked(page, look, "passkey-refused", axe);
    }

    private static void looked(Page page, SignInPagesIT.Look look, String what, boolean axe) throws Exception {
        if (axe) {
            SignInPagesIT.looked(page, look, what);
        }
    }

    @Test
    void without_a_script_the_password_is_offered_alone() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(laurel.origin() + "/sign-in");
            assertThat(page.locator("#passkey-sign-in")).isHidden();
            assertThat(page.locator("#password")).isVisible();
        }
    }
}
