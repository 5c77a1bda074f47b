package org.laurel.hosting.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP file by file, so that no more than one of them is in memory; one thread at a time. */
public final class ArchiveStream {
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(pending);
    private final LocalDateTime time;

    /**
     * An empty archive.
     *
     * @param time of every file in it
     */
    public ArchiveStream(Instant time) {
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** The next bytes of the archive, with this file in them. */
    public byte[] with(ArchiveFile file) {
        ZipEntry entry = new ZipEntry(file.path());
        entry.setTimeLocal(time);
        try {
            zip.putNextEntry(entry);
            zip.write(file.content());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // two files of one name; memory does not fail
        }
        return taken();
    }

    /** The next bytes, with the beginning of a file whose own come piece by piece. */
    public byte[] open(String path) {
        ZipEntry entry = new ZipEntry(new ArchiveFile(path, new byte[0]).path());
        entry.setTimeLocal(time);
        try {
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    /** The next bytes, with a piece of the file that was opened. */
    public byte[] more(byte[] piece) {
        try {
            zip.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    /** The next bytes, with the end of that file. */
    public byte[] close() {
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    /** The last bytes, with the directory of all. */
    public byte[] end() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    private byte[] taken() {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        return bytes;
    }
}
