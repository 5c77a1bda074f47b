package org.laurel.issuing.batch;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a file one by one; never holds more than one of them. */
interface RowFile extends Closeable {

    /** The fields in the order of the columns; empty for files without columns. */
    List<String> columns();

    /** The next row; empty at the end. */
    Optional<SubmittedRow> next() throws UnreadableFileException;
}
