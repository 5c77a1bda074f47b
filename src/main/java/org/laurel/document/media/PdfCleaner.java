package org.laurel.document.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Writes a PDF anew without its properties, XMP of any object, private data of programs, authors of annotations, signatures,
 * attached files, scripts, and what its photographs say of themselves. Earlier revisions within the file are left behind.
 */
final class PdfCleaner {
    private static final int MOST_OBJECTS = 300_000;
    private static final int MOST_PICTURE = 64 << 20;
    private static final long MOST_HELD = 128L << 20;
    private static final int DEEPEST = 60;
    private static final Set<COSName> ABOUT = Set.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("CreatorInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.getPDFName("EF"),
            COSName.getPDFName("AF"),
            COSName.getPDFName("JavaScript"),
            COSName.getPDFName("JS"),
            COSName.getPDFName("OpenAction"),
            COSName.getPDFName("AA"),
            COSName.getPDFName("Collection"),
            COSName.getPDFName("Perms"));

    private PdfCleaner() {}

    static void clean(Bytes bytes, OutputStream out) throws IOException {
        PdfCensus.require(bytes);
        try (PDDocument document = open(bytes)) {
            Set<COSObjectKey> keys = document.getDocument().getXrefTable().keySet();
            if (keys.size() > MOST_OBJECTS) {
                throw new MediaException("too-much", "The PDF has more than " + MOST_OBJECTS + " objects.");
            }
            long held = 0;
            for (COSObjectKey key : new ArrayList<>(keys)) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                scrub(object.getObject(), 0);
                held += object.getObject() instanceof COSStream stream ? picture(stream) : 0;
                if (held > MOST_HELD) {
                    throw new MediaException("too-much", "The photographs in the PDF are too large to be cleaned.");
                }
            }
            document.setDocumentInformation(new PDDocumentInformation());
            document.setAllSecurityToBeRemoved(true);
            document.save(out, CompressParameters.NO_COMPRESSION);
        } catch (MediaException e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new MediaException("protected", "The PDF is protected by a password; save it without one.");
        } catch (IOException | RuntimeException e) {
            throw MediaException.broken("the PDF cannot be read");
        }
    }

    static PDDocument open(Bytes bytes) throws IOException {
        return Loader.loadPDF(new PdfBytes(bytes), IOUtils.createMemoryOnlyStreamCache());
    }

    /** Whether what would be unpacked to read its words, by all of its filters, is more than a document has. */
    static boolean isFarLargerUnpacked(PDDocument document) throws IOException {
        Tally tally = new Tally();
        for (COSObjectKey key :
                new ArrayList<>(document.getDocument().getXrefTable().keySet())) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                    && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && !tally.takes(stream)) {
                return true;
            }
        }
        return false;
    }

    /** Counts what comes out of filters, one after the other, and holds no more of it than one may have. */
    private static final class Tally {
        private static final int MOST_OF_ONE = 32 << 20;
        private static final long MOST_OF_ALL = 512L << 20;
        private long all;

        boolean takes(COSStream stream) throws IOException {
            byte[] bytes;
            try (InputStream in = stream.createRawInputStream()) {
                bytes = in.readNBytes(MOST_OF_ONE + 1);
            }
            COSBase filters = stream.getFilters();
            int count = filters instanceof COSArray array ? array.size() : filters == null ? 0 : 1;
            for (int i = 0; i < count && bytes.length <= MOST_OF_ONE; i++) {
                COSName name = filters instanceof COSArray array ? (COSName) array.getObject(i) : (COSName) filters;
                BoundedOutputStream out = new BoundedOutputStream(MOST_OF_ONE);
                try {
                    FilterFactory.INSTANCE.getFilter(name).decode(new ByteArrayInputStream(bytes), out, stream, i);
                } catch (IOException | UncheckedIOException e) {
                    return out.size() <= MOST_OF_ONE; // nobody can unpack it, or it is too much
                }
                bytes = out.toByteArray();
            }
            all += bytes.length;
            return bytes.length <= MOST_OF_ONE && all <= MOST_OF_ALL;
        }
    }

    /** Takes one byte more than it may, and then no more. */
    private static final class BoundedOutputStream extends ByteArrayOutputStream {
        private final int most;

        BoundedOutputStream(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            int room = most + 1 - size();
            super.write(bytes, from, Math.min(room, length));
            if (length > room) {
                throw new UncheckedIOException(new IOException("enough"));
            }
        }
    }

    private static void scrub(COSBase base, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw MediaException.broken("the PDF's objects lie too deep");
        }
        if (base instanceof COSDictionary dictionary) {
            scrub(dictionary);
            for (COSBase value : List.copyOf(dictionary.getValues())) {
                scrub(value, depth + 1);
            }
        } else if (base instanceof COSArray array) {
            for (COSBase value : array) {
                scrub(value, depth + 1); // what is referred to comes by its own number
            }
        }
    }

    private static void scrub(COSDictionary dictionary) {
        ABOUT.forEach(dictionary::removeItem);
        COSName subtype = dictionary.getCOSName(COSName.SUBTYPE);
        boolean annotation = dictionary.containsKey(COSName.RECT) && subtype != null;
        if (annotation && !subtype.equals(COSName.getPDFName("Widget"))) {
            dictionary.removeItem(COSName.T);
        }
        if (dictionary.containsKey(COSName.BYTERANGE) || COSName.SIG.equals(dictionary.getCOSName(COSName.TYPE))) {
            dictionary.clear();
        }
        if (dictionary.containsKey(COSName.UF) || COSName.FILESPEC.equals(dictionary.getCOSName(COSName.TYPE))) {
            dictionary.removeItem(COSName.F);
            dictionary.removeItem(COSName.UF);
        }
    }

    /** How many bytes of it had to be written anew, which are held until the end. */
    private static int picture(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        boolean photograph = COSName.DCT_DECODE.equals(filter)
                || filter instanceof COSArray filters
                        && filters.size() == 1
                        && COSName.DCT_DECODE.equals(filters.getObject(0));
        if (!photograph) {
            return 0;
        }
        byte[] raw;
        try (InputStream in = stream.createRawInputStream()) {
            raw = in.readNBytes(MOST_PICTURE + 1);
        }
        if (raw.length > MOST_PICTURE) {
            throw new MediaException("too-much", "A photograph in the PDF is too large to be cleaned.");
        }
        Bytes bytes = new Bytes(new SeekableInMemoryByteChannel(raw));
        List<Cut> cuts = PictureCuts.jpeg(bytes);
        if (cuts.isEmpty()) {
            return 0;
        }
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(raw.length);
        Cut.copy(bytes, cuts, cleaned);
        try (OutputStream out = stream.createRawOutputStream()) {
            cleaned.writeTo(out);
        }
        return cleaned.size();
    }
}
