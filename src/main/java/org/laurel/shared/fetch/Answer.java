package org.laurel.shared.fetch;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.laurel.shared.encoding.MediaTypes;

/**
 * One HTTP answer.
 *
 * @param status the status code
 * @param headers the header fields
 * @param body at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed on, never compared
record Answer(int status, MultiMap headers, byte[] body) {

    /** Where it redirects to, when it does. */
    Optional<String> location() {
        boolean redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return redirects ? Optional.ofNullable(headers.get("location")) : Optional.empty();
    }

    /** The media type without parameters, lower case. */
    String mediaType() {
        return MediaTypes.bare(headers.get("content-type"));
    }
}
