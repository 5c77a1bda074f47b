package org.laurel.shared.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that comes with this build. */
public final class BuildFile {

    private BuildFile() {}

    /** Its bytes, by its path from the root of the build: {@code /demo-achievement.json}. */
    public static byte[] bytes(String path) {
        try (InputStream in = BuildFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text, in UTF-8. */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
