package org.laurel.web.console;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a sign-in leads: to a page of ours, whatever a link from elsewhere asks for. */
final class LocalPath {
    /** Where it leads when nothing else is asked for. */
    static final String HOME = "/console";

    private static final int LONGEST = 500;
    /** The characters of a path and a query (RFC 3986 §3.3, §3.4); a second slash would begin a host (§4.2). */
    private static final Pattern PATH = Pattern.compile("/[\\w.~!$&'()*+,;=:@%?-][\\w.~!$&'()*+,;=:@%?/-]*");

    private LocalPath() {}

    /** The path that was asked for, if it is one; else to one's own page. Signing in does not lead to signing in. */
    static String of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || asked.startsWith("/sign-")) {
            return HOME;
        }
        return PATH.matcher(asked).matches() ? asked : HOME;
    }
}
