package org.laurel.shared.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.laurel.shared.sealing.PersonKey;

/** Writes a sealed file, in several goes if need be; no more of it than a segment is ever held. */
public final class SealedWriter extends OutputStream {
    /** How many segments more than needed are taken, of who sends crumbs. */
    private static final int CRUMBS = 4096;

    private final FileChannel channel;
    private final PersonKey key;
    private final String context;
    private final Segments segments;
    private final byte[] held = new byte[Segments.MOST];
    private int holds;

    private SealedWriter(FileChannel channel, PersonKey key, String context, Segments segments) {
        this.channel = channel;
        this.key = key;
        this.context = context;
        this.segments = segments;
    }

    /** Goes on where the file ends; what broke off within a segment is cut off. */
    static SealedWriter open(Path file, PersonKey key, String context) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Segments segments = Segments.scan(channel);
            channel.truncate(segments.end());
            return new SealedWriter(channel, key, context, segments);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** How many bytes were written, durable or not. */
    public long size() {
        return segments.size() + holds;
    }

    /** Whether it was finished. */
    public boolean isWhole() {
        return segments.isWhole();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (segments.isWhole()) {
            throw new IOException("the file is finished");
        }
        int done = 0;
        while (done < length) {
            int now = Math.min(length - done, held.length - holds);
            System.arraycopy(bytes, from + done, held, holds, now);
            holds += now;
            done += now;
            if (holds == held.length) {
                seal(false);
            }
        }
    }

    /** What was written is durable when this returns. */
    public void sync() throws IOException {
        if (holds > 0) {
            seal(false);
        }
        channel.force(true);
    }

    /** Marks the end; nothing can be written any more. */
    public void finish() throws IOException {
        if (!segments.isWhole()) {
            seal(true);
        }
        channel.force(true);
    }

    private void seal(boolean last) throws IOException {
        if (segments.count() > segments.size() / Segments.MOST + CRUMBS) {
            throw new TooManyPiecesException();
        }
        byte[] sealed = key.seal(Arrays.copyOf(held, holds), Segments.context(context, segments.count(), last));
        ByteBuffer buffer = ByteBuffer.allocate(Segments.HEAD + sealed.length);
        buffer.putInt(last ? sealed.length | Segments.LAST : sealed.length)
                .put(sealed)
                .flip();
        long place = segments.end();
        while (buffer.hasRemaining()) {
            place += channel.write(buffer, place);
        }
        segments.add(holds, last);
        holds = 0;
    }

    /** Closes it as it is; what was not made durable may be lost. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
