package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The files that somebody with an account handed in, for themselves. */
public interface OwnFiles {

    /** Those that can be read, of every submission, in the order in which they were announced. */
    Uni<List<OwnFile>> of(long account);

    /**
     * A file as it was handed in.
     *
     * @param submission the public id of the submission
     * @param served the file
     */
    record OwnFile(String submission, ServedFile served) {}
}
