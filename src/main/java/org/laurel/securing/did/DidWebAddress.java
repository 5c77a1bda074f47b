package org.laurel.securing.did;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the document of a did:web is (did:web method, Read). */
final class DidWebAddress {
    /** A public name: labels joined by dots, the last one no number, so that no IP address passes. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+" + "(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern UNSAFE_IN_SEGMENT = Pattern.compile("[\\x00-\\x20/\\\\?#%:@\\x7f]");

    private DidWebAddress() {}

    /** The document's URL; throws IllegalArgumentException with a sentence for people. */
    static URI of(Did did, PlainOrigins plain) {
        List<String> parts = List.of(did.methodSpecificId().split(":", -1));
        String authority = authority(parts.get(0), plain);
        String path = parts.size() == 1
                ? "/.well-known"
                : parts.stream().skip(1).map(DidWebAddress::segment).collect(Collectors.joining("/", "/", ""));
        return URI.create((plain.contains(authority) ? "http" : "https") + "://" + authority + path + "/did.json");
    }

    private static String authority(String text, PlainOrigins plain) {
        String authority = text.replaceFirst("%3[Aa]", ":").toLowerCase(Locale.ROOT);
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (colon >= 0 && !isPort(authority.substring(colon + 1))) {
            throw new IllegalArgumentException("the DID's port is not a number from 1 to 65535");
        }
        if (!plain.contains(authority)
                && (host.length() > 253 || !HOST.matcher(host).matches())) {
            throw new IllegalArgumentException("the DID's host is not a public domain name");
        }
        return authority;
    }

    private static boolean isPort(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text) <= 65535;
    }

    private static String segment(String segment) {
        // a plus is not among a DID's characters, so this decoder does what RFC 3986 means
        String decoded = URLDecoder.decode(segment, StandardCharsets.UTF_8);
        if (decoded.isEmpty()
                || decoded.equals(".")
                || decoded.equals("..")
                || UNSAFE_IN_SEGMENT.matcher(decoded).find()) {
            throw new IllegalArgumentException("the DID's path has an empty or unsafe segment");
        }
        return segment;
    }
}
