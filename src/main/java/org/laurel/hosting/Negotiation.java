package org.laurel.hosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses a form and a media type by the Accept header (RFC 9110 §12.5.1). */
public final class Negotiation {
    private static final int MAX_RANGES = 32;
    private static final Pattern QUALITY = Pattern.compile("[01](\\.\\d{0,3})?");

    private Negotiation() {}

    /** What will be served, and as what. */
    public record Choice(Representation form, String mediaType) {}

    /**
     * The best choice; empty when nothing offered is acceptable.
     *
     * @param accept the header, null when absent
     * @param offered forms in the order of our preference; the first media type of the first is the default
     */
    public static Optional<Choice> choose(@Nullable String accept, List<Representation> offered) {
        Choice preferred =
                new Choice(offered.get(0), offered.get(0).mediaTypes().get(0));
        if (accept == null || accept.isBlank()) {
            return Optional.of(preferred);
        }
        List<Range> ranges = ranges(accept);
        for (Range range : ranges) {
            for (Representation form : offered) {
                for (String type : form.mediaTypes()) {
                    if (range.quality() > 0 && range.matches(type) && !isRefused(type, ranges)) {
                        return Optional.of(new Choice(form, type));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the most specific range that matches the type has quality 0. */
    private static boolean isRefused(String type, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(type))
                .max(Comparator.comparingInt(Range::specificity).thenComparingDouble(Range::quality))
                .filter(range -> range.quality() <= 0)
                .isPresent();
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        Arrays.stream(accept.split(",", MAX_RANGES)).map(Negotiation::range).forEach(ranges::add);
        // stable: equal quality keeps the more specific first, then the caller's order
        ranges.sort(Comparator.comparingDouble(Range::quality).reversed().thenComparing(Range::isWild));
        return ranges;
    }

    private static Range range(String text) {
        String[] parts = text.split(";", -1);
        double quality = 1;
        for (String parameter : parts) {
            String stripped = parameter.strip().toLowerCase(Locale.ROOT);
            if (stripped.startsWith("q=")) {
                quality = quality(stripped.substring(2));
            }
        }
        return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
    }

    private static double quality(String text) {
        return QUALITY.matcher(text).matches() ? Double.parseDouble(text) : 0;
    }

    private record Range(String type, double quality) {
        boolean isWild() {
            return type.endsWith("*");
        }

        int specificity() {
            return type.equals("*/*") ? 0 : isWild() ? 1 : 2;
        }

        boolean matches(String mediaType) {
            return type.equals("*/*")
                    || type.equals(mediaType)
                    || type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
        }
    }
}
