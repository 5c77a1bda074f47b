package org.laurel.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A text that would end attributes, elements, scripts, templates and Markdown, and then say so by its number. */
final class Probe {
    /** Where probes call when they ran. */
    static final String HOST = "probe.example";
    /** What a template makes of {@code 1330 + 7}, if it makes anything of it. */
    private static final String LITERAL = "«%d\"'><img src=//" + HOST
            + "/%d onerror=probe(%d)></title></textarea></script><script>probe(%d)</script><svg onload=probe(%d)>"
            + "{{1330+7}}{1330.plus(7)}${1330+7}{#if true}yes{/if}»";

    private static final String MARKDOWN = " [a](javascript:probe(%d)) [b](https://" + HOST + "/%d) ![c](https://"
            + HOST + "/%d) <javascript:probe(%d)>" + " [d](data:text/html,%d) [e](https://" + HOST
            + "/\"onmouseover=probe(%d)//)";
    private static final String SCRIPT = "javascript:probe(%d)";
    private static final String LINK = "https://" + HOST + "/%d?%%22%%3E%%3Cscript%%3E'onmouseover='probe(%d)'";

    private Probe() {}

    /** The part of a probe that is shown as it is, or not at all. */
    static String literal(int number) {
        return filled(LITERAL, number);
    }

    /** The whole of it. */
    static String text(int number) {
        return literal(number) + filled(MARKDOWN, number);
    }

    /** What may be tried for a text of any kind, the worst first; the last ones are no probes. */
    static List<String> values(int number, boolean linksFirst) {
        List<String> links = List.of(
                filled(SCRIPT, number),
                "https://" + HOST + "/" + number + "?\"><script>probe(" + number + ")</script>",
                filled(LINK, number));
        List<String> values = new ArrayList<>();
        if (linksFirst) {
            values.add(filled(LINK, number));
            values.add(text(number));
        } else {
            values.add(text(number));
            values.add(literal(number));
            values.addAll(links);
        }
        values.add("ext:" + literal(number));
        values.add("\"" + literal(number).replace("\"", "") + "\"@" + HOST);
        values.add(jwt(number));
        values.addAll(List.of(
                "ada@" + HOST,
                "en",
                "2026-01-01T00:00:00Z",
                "1990-01-01",
                "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
                "urn:uuid:5a6f3f3c-0000-4000-8000-00000000" + number,
                "US",
                "ext:probe"));
        return values;
    }

    /** An endorsement that nobody signed, with a probe in each text of it. */
    static String endorsement(int number) {
        String text = quoted(text(number));
        return "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
                + "\"type\":[\"VerifiableCredential\",\"EndorsementCredential\"],\"id\":\"urn:uuid:5a6f3f3c-0000-4000-8000-"
                + "00000000" + number + "\",\"name\":" + text + ",\"description\":" + text
                + ",\"issuer\":{\"id\":\"https://" + HOST + "/issuer\",\"type\":[\"Profile\"],\"name\":" + text
                + "},\"validFrom\":\"2026-01-01T00:00:00Z\",\"credentialSubject\":{\"id\":\"https://" + HOST
                + "/subject\",\"type\":[\"EndorsementSubject\"],\"endorsementComment\":" + text + "}}";
    }

    /** The same as a JWT by a key that is nobody's. */
    private static String jwt(int number) {
        return encoded("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":" + quoted(text(number)) + "}") + "."
                + encoded(endorsement(number)) + "."
                + encoded("0123456789012345678901234567890123456789012345678901234567890123");
    }

    /** Whether a value would say that it ran. */
    static boolean isOne(String value) {
        return value.contains("probe(") || value.startsWith("ey");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String filled(String pattern, int number) {
        Object[] numbers = new Object[10];
        java.util.Arrays.fill(numbers, number);
        return String.format(pattern, numbers);
    }
}
