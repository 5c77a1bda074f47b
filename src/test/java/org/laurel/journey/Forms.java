package org.laurel.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Sends forms, and waits for what came of it, whether the browser went to another page or the page was changed in place. */
final class Forms {
    private Forms() {}

    /** Presses the button of a form, and waits until the form is another. */
    static void send(Page page, Locator button) {
        button.evaluate("one => { one.form.dataset.sent = ''; }");
        button.click();
        page.waitForSelector("form:not([data-sent]) button");
        page.waitForFunction("() => !document.querySelector('form[data-sent]')");
    }

    /** The same with the first form on the page that verifies something. */
    static void send(Page page) {
        send(page, page.locator("form.verify button").first());
    }
}
