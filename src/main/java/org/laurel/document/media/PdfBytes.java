package org.laurel.document.media;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The bytes of a file as PDFBox reads them: from where they are, and never all at once. */
final class PdfBytes implements RandomAccessRead {
    private final Bytes bytes;
    private long place;
    private boolean closed;

    PdfBytes(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        return place < bytes.length() ? bytes.at(place++) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (place >= bytes.length()) {
            return -1;
        }
        int there = (int) Math.min(length, bytes.length() - place);
        bytes.copy(place, into, from, there);
        place += there;
        return there;
    }

    @Override
    public long getPosition() {
        return place;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0) {
            throw new IOException("before the first byte");
        }
        place = Math.min(position, bytes.length());
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return place >= bytes.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
