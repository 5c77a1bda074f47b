package org.laurel.verifying;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.laurel.document.carrier.Carriers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

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

    /** Opens an archive that was received, which closing deletes; fails with a 400 problem when it is none. */
    static BatchArchive open(Path file) {
        try {
            if (!isArchive(file)) {
                throw ProblemException.of(ProblemType.MALFORMED, "expected a ZIP archive, got something else");
            }
            return new BatchArchive(
                    file,
                    new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it begins as an archive of files, or of none, does (APPNOTE 4.3.7, 4.3.16). */
    private static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            return start.equals("PK\u0003\u0004") || start.equals("PK\u0005\u0006");
        }
    }

    /** The next files, none at the end; what follows a fault has no beginning that one could trust. */
    List<BatchLines.Line> next(int atMost) {
        List<BatchLines.Line> files = new ArrayList<>();
        while (!over && files.size() < atMost) {
            try {
                ZipEntry entry = zip.getNextEntry();
                over = entry == null || number > BatchVerifier.MOST_LINES;
                if (entry != null && !over && isFile(entry.getName())) {
                    number++;
                    files.add(file(shortened(entry.getName())));
                }
            } catch (IOException | IllegalArgumentException e) {
                over = true;
                number++;
                boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
                files.add(BatchLines.Line.not(
                        number,
                        "(the archive cannot be read from here on)",
                        locked ? Unjudged.ENCRYPTED : Unjudged.ARCHIVE_BROKEN));
            }
        }
        return files;
    }

    private BatchLines.Line file(String name) {
        try {
            byte[] content = zip.readNBytes(Carriers.MAX_BYTES + 1);
            if (content.length > Carriers.MAX_BYTES) {
                return BatchLines.Line.not(number, name, Unjudged.FILE_TOO_LARGE);
            }
            return content.length == 0
                    ? BatchLines.Line.not(number, name, Unjudged.EMPTY)
                    : new BatchLines.Line(number, name, content, null);
        } catch (IOException e) {
            over = true;
            return BatchLines.Line.not(number, name, Unjudged.BROKEN);
        }
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
