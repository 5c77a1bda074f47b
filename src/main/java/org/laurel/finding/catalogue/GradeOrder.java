package org.laurel.finding.catalogue;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grades as pupils go through them: before kindergarten, K, 1, 2 … 12, and what is no grade of a school after them. */
public final class GradeOrder {
    /** From the youngest on. */
    public static final Comparator<String> YOUNGEST_FIRST =
            Comparator.comparingInt(GradeOrder::place).thenComparing(Comparator.naturalOrder());

    private static final Pattern FIRST = Pattern.compile("(?:grade\\s+)?(\\d{1,2}|[a-z]+(?:-k)?)\\b.*", Pattern.DOTALL);
    private static final Map<String, Integer> NAMED =
            Map.of("prek", -2, "pre-k", -2, "pk", -2, "tk", -1, "k", 0, "kindergarten", 0);
    private static final int LAST = 1000;

    private GradeOrder() {}

    /** Of a span, such as {@code K-2}, that of its beginning. */
    private static int place(String grade) {
        Matcher matcher = FIRST.matcher(grade.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return LAST;
        }
        String first = matcher.group(1);
        return Character.isDigit(first.charAt(0)) ? Integer.parseInt(first) : NAMED.getOrDefault(first, LAST);
    }
}
