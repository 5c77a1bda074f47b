package org.laurel.shared.fetch;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param method GET or POST
 * @param uri an absolute URL
 * @param headers the header fields
 * @param body what is sent along
 */
record Asked(HttpMethod method, URI uri, Map<String, String> headers, Optional<String> body) {

    /** For a resource. */
    static Asked get(URI uri, String accept) {
        return new Asked(HttpMethod.GET, uri, Map.of("accept", accept), Optional.empty());
    }

    /** For what becomes of a form. */
    static Asked form(URI uri, String accept, String form) {
        return new Asked(
                HttpMethod.POST,
                uri,
                Map.of("accept", accept, "content-type", "application/x-www-form-urlencoded"),
                Optional.of(form));
    }

    /** The same by somebody who says who they are. */
    Asked by(Optional<String> authorization) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        authorization.ifPresent(value -> more.put("authorization", value));
        return new Asked(method, uri, more, body);
    }
}
