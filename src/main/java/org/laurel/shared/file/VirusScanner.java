package org.laurel.shared.file;

import java.nio.channels.ReadableByteChannel;

/** Looks for viruses in files. */
public interface VirusScanner {

    /** What came of it. */
    enum Verdict {
        /** Nothing was found, or nobody is to look. */
        CLEAN,
        /** A virus was found. */
        INFECTED,
        /** Nobody could look; to be tried again. */
        AWAY
    }

    /** Reads the bytes from where they are to their end; it waits for a network. */
    Verdict scan(ReadableByteChannel bytes);
}
