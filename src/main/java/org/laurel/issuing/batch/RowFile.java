package org.laurel.issuing.batch;

import java.io.Closeable;
import java.util.Optional;

/** Reads the rows of a file one by one; never holds more than one of them. */
interface RowFile extends Closeable {

    /** What its columns are for; none for files without columns. */
    Columns columns();

    /** The next row; empty at the end. */
    Optional<SubmittedRow> next() throws UnreadableFileException;
}
