package org.laurel.web.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in two words what a browser calls itself in many (RFC 9110 §10.1.5): they all claim to be one another. */
final class Device {
    private static final int LONGEST = 60;
    /** The first that is found is it: most name those after them too. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private Device() {}

    /** Browser and system; its own words when neither is known, and nothing when it says nothing. */
    static String of(String agent) {
        String known = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> names.stream()
                        .filter(name -> agent.contains(name.getKey()))
                        .limit(1))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? agent.substring(0, Math.min(agent.length(), LONGEST)) : known;
    }
}
