package org.laurel.document.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Writes packages of office programs anew: properties emptied, authors of comments and changes taken out, pictures cleaned. */
final class PackageCleaner {
    private static final long MOST_INFLATED = 1L << 30;
    private static final long MOST_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 32L << 20;
    private static final int MOST_HELD = 64 << 20;
    private static final int DEEPEST = 2;
    /** The first time that a ZIP file can tell, and no other. */
    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-02T00:00:00Z"));

    private final OutputStream out;
    private final int depth;
    private long inflated;
    private long packed;

    PackageCleaner(OutputStream out) {
        this(out, 0);
    }

    private PackageCleaner(OutputStream out, int depth) {
        this.out = out;
        this.depth = depth;
    }

    void clean(SeekableByteChannel channel) throws IOException {
        packed = channel.size();
        ZipOutputStream zipped = new ZipOutputStream(out);
        try (ZipFile zip = PackageCensus.open(channel)) {
            for (ZipArchiveEntry entry : PackageCensus.entries(zip)) {
                if (!entry.isDirectory()) {
                    try (InputStream in = new Counted(opened(zip, entry))) {
                        copy(entry.getName(), in, zipped);
                    }
                }
            }
        }
        zipped.finish();
    }

    private static InputStream opened(ZipFile zip, ZipArchiveEntry entry) throws MediaException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw PackageCensus.unreadable();
        }
    }

    private void copy(String name, InputStream in, ZipOutputStream zipped) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(NO_TIME);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("mimetype")) {
            stored(entry, held(in), zipped);
            return;
        }
        zipped.putNextEntry(entry);
        if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
            zipped.write(PackageWords.cleaned(name, held(in)));
        } else if (isPackage(lower)) {
            zipped.write(nested(held(in)));
        } else {
            Optional<MediaKind> kind = MediaKind.ofName(lower).filter(known -> known != MediaKind.PDF);
            if (kind.isPresent() && kind.get().isShown()) {
                inside(held(in), kind.get(), zipped);
            } else {
                in.transferTo(zipped);
            }
        }
        zipped.closeEntry();
    }

    private static boolean isPackage(String name) {
        return name.matches(".*\\.(docx|pptx|xlsx|odt|odp|ods|dotx|potx|xltx)");
    }

    /** OpenDocument wants its type first, and as it is. */
    private static void stored(ZipEntry entry, byte[] bytes, ZipOutputStream zipped) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(sum.getValue());
        zipped.putNextEntry(entry);
        zipped.write(bytes);
        zipped.closeEntry();
    }

    private byte[] nested(byte[] bytes) throws IOException {
        if (depth == DEEPEST) {
            throw new MediaException("too-much", "Files lie within files within files in it.");
        }
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(bytes.length);
        new PackageCleaner(cleaned, depth + 1).clean(new SeekableInMemoryByteChannel(bytes));
        return cleaned.toByteArray();
    }

    /** A picture or a recording inside; what is not what its name says is left empty. */
    private static void inside(byte[] bytes, MediaKind kind, OutputStream out) throws IOException {
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(bytes.length);
        try {
            MediaFile.open(new SeekableInMemoryByteChannel(bytes), kind).clean(cleaned);
        } catch (MediaException e) {
            cleaned.reset();
        }
        out.write(cleaned.toByteArray());
    }

    private static byte[] held(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_HELD + 1);
        if (bytes.length > MOST_HELD) {
            throw new MediaException("too-much", "An entry of its package is too large to be cleaned.");
        }
        return bytes;
    }

    /** Counts what comes out of the package, and ends it when that is more than a document can be. */
    private final class Counted extends InputStream {
        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got;
            try {
                got = in.read(into, from, length);
            } catch (IOException e) {
                throw PackageCensus.unreadable();
            }
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws MediaException {
            inflated += more;
            if (inflated > MOST_INFLATED || inflated > RATIO_COUNTS_FROM && inflated / MOST_RATIO > packed) {
                throw new MediaException("too-much", "Its package is far larger unpacked than a document can be.");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** All of a text within a package, for who looks for words; not more than this. */
    static String text(SeekableByteChannel channel, String name, int most) throws IOException {
        try (ZipFile zip = PackageCensus.open(channel)) {
            return PackageCensus.text(zip, name, most);
        }
    }
}
