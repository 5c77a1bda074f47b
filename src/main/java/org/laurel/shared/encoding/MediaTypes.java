package org.laurel.shared.encoding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of media types as headers give them (RFC 9110 §8.3.1). */
public final class MediaTypes {

    private MediaTypes() {}

    /** The type without its parameters, in lower case; empty when there is none. */
    public static String bare(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
