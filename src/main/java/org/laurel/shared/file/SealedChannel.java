package org.laurel.shared.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.laurel.shared.sealing.PersonKey;

/** Reads a sealed file from any place; one segment is open at a time. For one thread. */
public final class SealedChannel implements SeekableByteChannel {
    private final SeekableByteChannel source;
    private final PersonKey key;
    private final String context;
    private final Segments segments;
    private byte[] open = new byte[0];
    private int opened = -1;
    private long position;

    private SealedChannel(SeekableByteChannel source, PersonKey key, String context, Segments segments) {
        this.source = source;
        this.key = key;
        this.context = context;
        this.segments = segments;
    }

    /** Opens a finished file on the disk. */
    public static SealedChannel open(Path file, PersonKey key, String context) throws IOException {
        return of(Files.newByteChannel(file, StandardOpenOption.READ), key, context);
    }

    /** Opens what a store has; fails with {@link DamagedFileException} when its end is not there. It closes the source. */
    public static SealedChannel of(SeekableByteChannel source, PersonKey key, String context) throws IOException {
        try {
            Segments segments = Segments.scan(source);
            if (!segments.isWhole() || segments.end() != source.size()) {
                throw new DamagedFileException("a sealed file has no end, or goes on behind it: " + context);
            }
            return new SealedChannel(source, key, context, segments);
        } catch (IOException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= segments.size()) {
            return -1;
        }
        int index = segments.holding(position);
        if (index != opened) {
            open = unseal(index);
            opened = index;
        }
        int from = (int) (position - segments.start(index));
        int length = Math.min(into.remaining(), open.length - from);
        into.put(open, from, length);
        position += length;
        return length;
    }

    private byte[] unseal(int index) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Segments.HEAD);
        source.position(segments.place(index));
        Segments.readFully(source, head);
        ByteBuffer sealed = ByteBuffer.allocate(head.getInt(0) & ~Segments.LAST);
        Segments.readFully(source, sealed);
        try {
            return key.open(sealed.array(), Segments.context(context, index, index == segments.count() - 1));
        } catch (IllegalStateException e) {
            throw new DamagedFileException("a segment of a sealed file cannot be opened: " + context, e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return segments.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
