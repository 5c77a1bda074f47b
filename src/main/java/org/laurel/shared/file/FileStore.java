package org.laurel.shared.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Keeps sealed files by name. Every call waits for a disk or a network. */
public interface FileStore {

    /** Takes over a sealed file, in place of one that has the name; it is durable when this returns, and not here any more. */
    void put(String name, Path sealed) throws IOException;

    /** The sealed bytes; fails with {@link java.nio.file.NoSuchFileException} when there are none. */
    SeekableByteChannel open(String name) throws IOException;

    /** Removes them, if they are there. */
    void delete(String name) throws IOException;
}
