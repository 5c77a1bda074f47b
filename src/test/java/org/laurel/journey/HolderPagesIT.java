package org.laurel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.PostOffice;

/**
 * A holder asks for a link, comes in by it, hides the page, shares it for a while, puts a name to it and asks for erasure; in
 * two languages and widths, and the pictures lie in target/pages.
 */
@Tag("browser")
class HolderPagesIT {
    private static final Pattern LINK = Pattern.compile("(http\\S+/manage\\?token=\\S+)");
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
                "none"));
        try (PostOffice post = new PostOffice();
                RunningLaurel laurel = RunningLaurel.start(settings);
                Chromium chromium = Chromium.start()) {
            String achievement = laurel.prepare("oak-hill", "{}");
            for (SignInPagesIT.Look look : LOOKS) {
                String email = "ada-" + look.width() + "@example.org";
                JsonNode award = laurel.posted(
                        "/api/v1/issuers/oak-hill/awards",
                        "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"" + email + "\"}}");
                try (BrowserContext context = context(chromium.browser(), look)) {
                    walk(post, context.newPage(), award.at("/credential/url").asText(), email, look);
                }
            }
        }
    }

    private static void walk(PostOffice post, Page page, String badge, String email, SignInPagesIT.Look look)
            throws Exception {
        page.navigate(badge);
        page.click("a[href$='/manage']");
        SignInPagesIT.looked(page, look, "manage-ask");
        page.click("form.entry button");
        assertThat(page.locator("[role=status]")).isVisible();
        SignInPagesIT.looked(page, look, "manage-sent");
        Matcher link = LINK.matcher(post.to(email, 1).get(0).text());
        if (!link.find()) {
            throw new AssertionError("no link");
        }
        page.navigate(link.group(1));
        SignInPagesIT.looked(page, look, "manage-enter");
        page.click("form.entry button");
        assertThat(page).hasURL(badge + "/manage");
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
        page.navigate(link.group(1));
        SignInPagesIT.looked(page, look, "manage-over");
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
