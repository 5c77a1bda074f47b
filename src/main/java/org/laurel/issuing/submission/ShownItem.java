package org.laurel.issuing.submission;

import org.jspecify.annotations.Nullable;

/**
 * Something that its educator agreed to have shown by the badge: a text, a link, or a file.
 *
 * @param part the id of the part that it answers
 * @param name what its educator calls it; null when they did not say
 * @param text what was written
 * @param link where it is
 * @param file the file as assessors got it
 * @param fileId by which it is found again
 */
public record ShownItem(
        String part,
        @Nullable String name,
        @Nullable String text,
        @Nullable String link,
        @Nullable ServedFile file,
        @Nullable String fileId) {}
