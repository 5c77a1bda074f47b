package org.laurel.web.console.batch;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a visit: a page, or another place to go to.
 *
 * @param status of the page
 * @param page it; null when there is another place
 * @param path that place; empty when there is a page
 */
record Turn(int status, @Nullable TemplateInstance page, String path) {

    /** A page. */
    static Turn page(int status, TemplateInstance page) {
        return new Turn(status, page, "");
    }

    /** Another place, by its path. */
    static Turn to(String path) {
        return new Turn(303, null, path);
    }
}
