package org.laurel.issuing.submission;

import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;

/**
 * A file that is to come.
 *
 * @param part the id of the part that it answers
 * @param name what it is called; its ending says what it is
 * @param size how many bytes it has
 * @param mediaType what it is, if that is known
 */
record AnnounceRequest(
        String part, String name, long size, @Nullable String mediaType) {
    AnnounceRequest {
        Bounds.text("part", part, 40);
        Bounds.text("name", name, 200);
        Bounds.within("mediaType", mediaType, 200);
        if (name.chars().anyMatch(one -> one < 0x20 || one == 0x7f || one == '/' || one == '\\')) {
            throw new IllegalArgumentException("name: expected a name without folders and control characters");
        }
        if (size < 1) {
            throw new IllegalArgumentException("size: expected 1 byte or more");
        }
    }
}
