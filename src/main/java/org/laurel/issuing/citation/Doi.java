package org.laurel.issuing.citation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital object identifier (ISO 26324), in lower case: they are the same whatever the case.
 *
 * @param text {@code 10.3102/0034654307313795}
 */
public record Doi(@JsonValue String text) {
    private static final int LONGEST = 300;
    private static final Pattern SHAPE = Pattern.compile("10\\.\\d{4,9}/[^\\s\\p{Cntrl}]+");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(.*)", Pattern.CASE_INSENSITIVE);

    /** Reads it as people write it: bare, with {@code doi:}, or as a link to doi.org; empty when it is none. */
    public static Optional<Doi> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches() || matcher.group(1).length() > LONGEST) {
            return Optional.empty();
        }
        String bare = matcher.group(1).toLowerCase(Locale.ROOT);
        return SHAPE.matcher(bare).matches() ? Optional.of(new Doi(bare)) : Optional.empty();
    }

    /** As a part of a path. */
    String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text;
    }
}
