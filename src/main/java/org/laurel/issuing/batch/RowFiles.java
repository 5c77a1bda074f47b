package org.laurel.issuing.batch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Opens a file of rows: plain or in gzip, with or without a byte order mark, never more than 1 GiB when unfolded. */
final class RowFiles {
    private static final long MOST_BYTES = 1L << 30;
    private static final int BUFFER = 1 << 16;

    private RowFiles() {}

    /**
     * Opens.
     *
     * @param stream the file
     * @param csv whether it is CSV; NDJSON otherwise
     * @param options how the batch is to be done
     */
    static RowFile open(InputStream stream, boolean csv, BatchOptions options) throws UnreadableFileException {
        try {
            InputStream plain = withoutMark(unfolded(stream));
            return csv ? new CsvFile(text(plain), options) : new NdjsonFile(plain);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static InputStream unfolded(InputStream stream) throws IOException {
        PushbackInputStream start = new PushbackInputStream(new BufferedInputStream(stream, BUFFER), 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return new BufferedInputStream(new Limited(gzip ? new GZIPInputStream(start, BUFFER) : start), BUFFER);
    }

    private static InputStream withoutMark(InputStream stream) throws IOException, UnreadableFileException {
        PushbackInputStream start = new PushbackInputStream(stream, 3);
        byte[] mark = start.readNBytes(3);
        boolean utf8 =
                mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf;
        boolean utf16 = mark.length >= 2
                && ((mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe
                        || (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff);
        if (utf16) {
            throw UnreadableFileException.atRow(
                    1, "not-utf-8", "expected UTF-8, got UTF-16; save the file as \"CSV UTF-8\" and send it again");
        }
        if (!utf8) {
            start.unread(mark);
        }
        return new BufferedInputStream(start, BUFFER);
    }

    private static Reader text(InputStream stream) {
        return new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Why a file cannot be read further, whatever it holds. */
    static UnreadableFileException broken(IOException e) {
        if (e instanceof TooLargeException) {
            return new UnreadableFileException(
                    ProblemType.TOO_LARGE,
                    new Violation("", "too-large", "Expected at most 1 GiB, unfolded, got more."));
        }
        boolean gzip = e instanceof ZipException || e instanceof EOFException;
        return new UnreadableFileException(
                ProblemType.MALFORMED,
                new Violation(
                        "",
                        gzip ? "broken-gzip" : "unreadable",
                        gzip
                                ? "The gzip file is broken or cut off: " + e.getMessage() + "."
                                : "The file cannot be read: " + e.getMessage() + "."));
    }

    /** A file is larger than we take. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Limited extends FilterInputStream {
        private long left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }
}
