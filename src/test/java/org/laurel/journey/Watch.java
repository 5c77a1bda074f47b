package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that notices whether anything on a page came from a probe. */
final class Watch implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("«(\\d{4})");
    private static final int LEAST_SHOWN = 40;
    private static final String CSP = """
            document.addEventListener('securitypolicyviolation',
              (event) => probe(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));""";
    /** What no page of ours has: handlers, scripts and frames of others, links that are none; links that are not marked. */
    private static final String INJECTED = """
            () => [...document.querySelectorAll('*')].flatMap((one) => {
              const faults = [...one.attributes].map((a) => a.name).filter((name) => name.startsWith('on'));
              const here = one.tagName.toLowerCase();
              if (here === 'script' && one.type !== 'application/ld+json' && !['/assets/laurel.js', '/assets/htmx.min.js'].includes(one.getAttribute('src'))) faults.push('script');
              if (['iframe', 'object', 'embed', 'base', 'style'].includes(here)) faults.push(here);
              if (here === 'svg' && !one.matches('td.drawn > svg:has(> rect:only-child:empty)')) faults.push(here);
              if (one.href && here !== 'link') {
                const link = new URL(one.href, location);
                if (!['https:', 'http:', 'mailto:'].includes(link.protocol)) faults.push(link.protocol);
                const ours = [location.host, 'www.linkedin.com'].includes(link.host);
                if (!ours && !['nofollow', 'ugc', 'noopener'].every((rel) => one.relList.contains(rel))) faults.push('rel=' + one.rel);
              }
              return faults.map((fault) => fault + ' on ' + one.outerHTML.slice(0, 200));
            })""";

    /** What a reader sees; the HTML for other pages as those would read it. */
    private static final String TEXTS = """
            () => {
              const frame = document.querySelector('#frame');
              const elsewhere = new DOMParser().parseFromString((frame?.value ?? '').replace(' style=', ' class='), 'text/html');
              const body = document.body.cloneNode(true);
              body.querySelector('#frame')?.remove();
              return [body.textContent, ...[...body.querySelectorAll('input, textarea')].map((one) => one.value),
                elsewhere.body.textContent, ...[...elsewhere.body.querySelectorAll('*')].map((one) => one.title)];
            }""";

    private final List<String> noticed = new CopyOnWriteArrayList<>();
    private final java.util.Set<String> seen = new java.util.TreeSet<>();
    private final BrowserContext context;
    private final Page page;

    /**
     * Opens it.
     *
     * @param guarded whether the page's own policy holds; without it, what was injected runs
     */
    Watch(Browser browser, String origin, boolean guarded) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setBypassCSP(!guarded));
        context.exposeFunction("probe", arguments -> noticed.add("ran: " + List.of(arguments)));
        context.addInitScript(CSP);
        context.route(address -> !address.startsWith(origin), route -> {
            noticed.add("asked for " + route.request().url());
            route.abort();
        });
        page = context.newPage();
        page.onDialog(dialog -> {
            noticed.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    /** Numbers of the probes that a reader saw. */
    java.util.Set<String> seen() {
        return seen;
    }

    /** Looks at what the page shows now. */
    void look(String name) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat((List<?>) page.evaluate(INJECTED)).as(name).isEmpty();
        assertLiteral(name, page.title());
        for (Object text : (List<?>) page.evaluate(TEXTS)) {
            assertLiteral(name, (String) text);
        }
        assertThat(noticed).as(name).isEmpty();
    }

    /** What came from somewhere else than our pages, and is looked at by itself. */
    void untouched(String name) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(noticed).as(name).isEmpty();
    }

    private void assertLiteral(String name, String text) {
        String plain = text.replace("\\\"", "\"");
        for (Matcher mark = MARK.matcher(plain); mark.find(); ) {
            String shown = plain.substring(mark.start());
            String literal = Probe.literal(Integer.parseInt(mark.group(1)));
            int same = 0;
            while (same < Math.min(literal.length(), shown.length()) && literal.charAt(same) == shown.charAt(same)) {
                same++;
            }
            boolean cut = same >= LEAST_SHOWN && same < shown.length() && "…\"".indexOf(shown.charAt(same)) >= 0;
            if (same < literal.length() && !cut) { // a report quotes the beginning of a long text
                assertThat(shown).as(name).startsWith(literal);
            }
            seen.add(mark.group(1));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
