package org.laurel.document.credential;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the records of this package ask of their components; each method says what was expected and what came. */
final class Require {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    /** Absolute, and none that runs or opens what lies on the reader's machine. */
    private static final Pattern URI =
            Pattern.compile("(?!(?i:javascript|vbscript|file|blob):)[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+");

    private static final Pattern JWS = Pattern.compile("[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*\\.[a-zA-Z0-9_-]+");
    /** base64url or base58btc, of 20 bytes and more. */
    private static final Pattern MULTIBASE = Pattern.compile("u[A-Za-z0-9_-]{27,200}|z[1-9A-HJ-NP-Za-km-z]{27,200}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Require() {}

    /** A text that must be there. */
    static void text(String member, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw wrong(member, "text", value);
        }
    }

    /** A text that may be absent, but not empty: an empty text would be dropped in writing. */
    static void optionalText(String member, @Nullable String value) {
        if (value != null) {
            text(member, value);
        }
    }

    /** A digest that may be absent. */
    static void optionalDigest(String member, @Nullable String value) {
        if (value != null && !MULTIBASE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    member + ": expected a multihash in multibase, as u or z and base64url or base58btc");
        }
    }

    /** Something that must be there. */
    static <T> T there(String member, @Nullable T value) {
        if (value == null) {
            throw wrong(member, "a value", null);
        }
        return value;
    }

    /** An absolute URI that must be there: a URL, {@code urn:uuid:}, {@code did:}, {@code data:}. */
    static void uri(String member, @Nullable String value) {
        if (value == null || !URI.matcher(value).matches()) {
            throw wrong(member, "an absolute URI", value);
        }
    }

    /** An absolute URI or nothing. */
    static void optionalUri(String member, @Nullable String value) {
        if (value != null) {
            uri(member, value);
        }
    }

    /** A language code by the pattern of OB 3.0 data model, LanguageCode, or nothing. */
    static void language(String member, @Nullable String value) {
        if (value != null && !LANGUAGE.matcher(value).matches()) {
            throw wrong(member, "a language code such as en, de-AT or zh-Hant", value);
        }
    }

    /** An ISO 3166-1 alpha-2 code, or nothing. */
    static void country(String member, @Nullable String value) {
        if (value != null && !COUNTRIES.contains(value)) {
            throw wrong(member, "a two-letter country code of ISO 3166-1 such as US or DE", value);
        }
    }

    /** Something with one at sign between two texts, or nothing; no more can be told without sending mail. */
    static void email(String member, @Nullable String value) {
        if (value != null && (value.length() > 254 || !EMAIL.matcher(value).matches())) {
            throw wrong(member, "an e-mail address", value);
        }
    }

    /** Each a compact JWS. */
    static void jws(String member, List<String> values) {
        for (String value : values) {
            if (!JWS.matcher(value).matches()) {
                throw wrong(member, "compact JWS texts", value);
            }
        }
    }

    /** The list, never null, not to be changed. */
    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The list of texts, none of them empty. */
    static List<String> texts(String member, @Nullable List<String> values) {
        List<String> copy = list(values);
        copy.forEach(value -> text(member, value));
        return copy;
    }

    /** A number of zero or more that prints without an exponent when it is large; null stays null. */
    static @Nullable BigDecimal credits(String member, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return range(member, value, BigDecimal.ZERO, BigDecimal.valueOf(1_000_000));
    }

    /** A number between the two, written without an exponent when it is large. */
    static BigDecimal range(String member, BigDecimal value, BigDecimal least, BigDecimal most) {
        there(member, value);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(member, "a number from " + least + " to " + most, value.toString());
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The time in whole seconds: a JWT's dates have no more. */
    static @Nullable Instant seconds(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The second not before the first, where both are there. */
    static void inOrder(String member, @Nullable Instant first, @Nullable Instant second) {
        if (first != null && second != null && second.isBefore(first)) {
            throw wrong(member, "a time not before " + first, second.toString());
        }
    }

    /** The failure: what was expected, what came. */
    static IllegalArgumentException wrong(String member, String expected, @Nullable String got) {
        String shown = got == null
                ? "nothing"
                : got.isBlank() ? "empty text" : "\"" + got.substring(0, Math.min(80, got.length())) + "\"";
        return new IllegalArgumentException(member + ": expected " + expected + ", got " + shown);
    }
}
