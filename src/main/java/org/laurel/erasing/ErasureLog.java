package org.laurel.erasing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file beside the database, of one line for each key that was destroyed; lines are only added. It says nothing of anybody:
 * numbers, and the digest of what nobody has any more.
 */
final class ErasureLog {
    private final Path file;

    ErasureLog(Path file) {
        this.file = file;
    }

    /**
     * Every key in it; none when there is no file yet.
     *
     * @throws IOException when it cannot be read, or holds something else
     */
    synchronized Set<ErasedKey> read() throws IOException {
        Set<ErasedKey> keys = new LinkedHashSet<>();
        if (!Files.exists(file)) {
            return keys;
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int whole = text.lastIndexOf('\n') + 1; // what a crash cut short was not acknowledged, and is written again
        List<String> lines = text.substring(0, whole).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                keys.add(ErasedKey.parse(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    /** Adds keys; they are on the disk when this returns. */
    synchronized void add(Collection<ErasedKey> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        List<String> lines = new ArrayList<>();
        keys.forEach(key -> lines.add(key + "\n"));
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            out.position(afterLastLine(out));
            ByteBuffer bytes = ByteBuffer.wrap(String.join("", lines).getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** What a crash cut short is written over. */
    private static long afterLastLine(FileChannel file) throws IOException {
        long end = file.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0 && file.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
            end--;
        }
        file.truncate(end);
        return end;
    }
}
