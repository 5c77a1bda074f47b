package org.laurel.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the keyboard stops on a page.
 *
 * @param index which of the things that can be operated it is, in the order of the page; -1 when it is none of them
 * @param what how it begins in the page
 * @param outlined whether a reader sees that it has the focus
 * @param seen whether it lies within the window, and nothing lies upon it
 * @param top its first line, from the top of the page
 * @param bottom where that line ends
 * @param left how far that line stands from the left
 */
record Stop(int index, String what, boolean outlined, boolean seen, double top, double bottom, double left) {
    private static final int MOST = 200;
    private static final String MARK = """
            () => {
              const kinds = 'a[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]';
              window.stops = [...document.querySelectorAll(kinds)].filter((one) =>
                one.tabIndex >= 0 && !one.disabled && !(one.type === 'radio' && !one.checked) && one.checkVisibility({ visibilityProperty: true }));
              return window.stops.length;
            }""";
    private static final String HERE = """
            () => {
              const one = document.activeElement;
              if (!one || one === document.body || one === document.documentElement) return null;
              const style = getComputedStyle(one);
              const line = one.getClientRects()[0];
              const upon = document.elementFromPoint(line.left + Math.min(line.width / 2, 20), line.top + Math.min(line.height / 2, 20));
              return {
                index: window.stops.indexOf(one),
                what: one.outerHTML.slice(0, 120),
                outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && one.matches(':focus-visible'),
                seen: !!upon && (one.contains(upon) || upon.contains(one)),
                top: line.top + scrollY, bottom: line.bottom + scrollY, left: line.left };
            }""";

    /** Goes from the top of the page through it by Tab, until the page is left; every stop. */
    static List<Stop> walk(Page page) {
        List<Stop> stops = new ArrayList<>();
        while (stops.size() < MOST) {
            page.keyboard().press("Tab");
            Stop stop = here(page);
            if (stop == null
                    || (!stops.isEmpty() && stop.index() == stops.get(0).index())) {
                return stops;
            }
            stops.add(stop);
        }
        throw new AssertionError("the keyboard does not get out of " + page.url());
    }

    /** How many things on the page can be operated. */
    static int operable(Page page) {
        return ((Number) page.evaluate(MARK)).intValue();
    }

    /** Where the focus is; null when it is nowhere. */
    static @org.jspecify.annotations.Nullable Stop here(Page page) {
        return page.evaluate(HERE) instanceof Map<?, ?> map
                ? new Stop(
                        ((Number) of(map, "index")).intValue(),
                        (String) of(map, "what"),
                        (Boolean) of(map, "outlined"),
                        (Boolean) of(map, "seen"),
                        ((Number) of(map, "top")).doubleValue(),
                        ((Number) of(map, "bottom")).doubleValue(),
                        ((Number) of(map, "left")).doubleValue())
                : null;
    }

    private static Object of(Map<?, ?> map, String name) {
        return java.util.Objects.requireNonNull(map.get(name), name);
    }

    /** Whether a reader's eye comes to it after the other: it stands below, or on the same line and to the right. */
    boolean follows(Stop other) {
        boolean below = top >= other.bottom - 1;
        boolean sameLine = top < other.bottom && bottom > other.top;
        return below || (sameLine && left >= other.left);
    }
}
