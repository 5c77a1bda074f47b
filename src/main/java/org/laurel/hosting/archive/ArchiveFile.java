package org.laurel.hosting.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file of an archive.
 *
 * @param path where it stands, with {@code /} between folders
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record ArchiveFile(String path, byte[] content) {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    /** Refuses a path that could lead out of the folder that it is unpacked into. */
    public ArchiveFile {
        if (!PATH.matcher(path).matches() || path.contains("..")) {
            throw new IllegalArgumentException("expected a plain path, got " + path);
        }
    }

    /** A file of text, in UTF-8. */
    public static ArchiveFile of(String path, String text) {
        return new ArchiveFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
