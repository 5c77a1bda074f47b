package org.laurel.verifying;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.laurel.document.carrier.Carriers;

/**
 * A ZIP archive of badges, read from its beginning to its end, a few files in memory at a time; its table of contents,
 * which may lie and be large, is not looked at. Not safe for threads at once.
 */
final class BatchArchive implements AutoCloseable {
    private final Path file;
    private final ZipInputStream zip;
    private int number;
    private boolean over;

    private BatchArchive(Path file, ZipInputStream zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Opens an archive that was received; closing deletes it. */
    static BatchArchive open(Path file) {
        try {
            return new BatchArchive(
                    file,
                    new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next files, none at the end; one that is empty, too large or unreadable comes without bytes. */
    List<BatchLines.Line> next(int atMost) {
        List<BatchLines.Line> files = new ArrayList<>();
        while (!over && files.size() < atMost) {
            try {
                ZipEntry entry = zip.getNextEntry();
                over = entry == null || number > BatchVerifier.MOST_LINES;
                if (entry != null && !over && isFile(entry.getName())) {
                    number++;
                    files.add(new BatchLines.Line(number, shortened(entry.getName()), content()));
                }
            } catch (IOException | IllegalArgumentException e) {
                over = true; // what follows a fault has no beginning that one could trust
                number++;
                files.add(new BatchLines.Line(number, "(the archive cannot be read from here on)", new byte[0]));
            }
        }
        return files;
    }

    private byte[] content() throws IOException {
        byte[] content = zip.readNBytes(Carriers.MAX_BYTES + 1);
        return content.length > Carriers.MAX_BYTES ? new byte[0] : content;
    }

    /** Folders, and what some systems put into archives of their own accord, are no badges. */
    private static boolean isFile(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.isEmpty() && !last.startsWith(".") && !name.startsWith("__MACOSX/");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 255));
    }

    @Override
    public void close() {
        try (zip) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
