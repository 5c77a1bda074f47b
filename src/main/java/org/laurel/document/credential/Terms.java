package org.laurel.document.credential;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule that the extensible vocabularies share: a listed term, or one of one's own that starts {@code ext:}. */
final class Terms {
    private static final Pattern EXTENSION = Pattern.compile("ext:[a-zA-Z0-9._|-]+");

    private Terms() {}

    static boolean allowed(Set<String> listed, @Nullable String value) {
        return value != null
                && (listed.contains(value) || EXTENSION.matcher(value).matches());
    }

    static void check(String vocabulary, Set<String> listed, @Nullable String value) {
        if (!allowed(listed, value)) {
            throw Require.wrong(vocabulary, "a listed term or one that starts ext:", value);
        }
    }
}
