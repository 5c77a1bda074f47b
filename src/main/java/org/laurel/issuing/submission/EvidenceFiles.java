package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.document.media.MediaKind;
import org.laurel.shared.store.Alongside;

/** The collection of files of evidence. */
interface EvidenceFiles {

    /** Those that a submission has now, in the order in which they were announced. */
    Uni<List<EvidenceFile>> list(Submission submission);

    /** Those, and those that were submitted and removed since. */
    Uni<List<EvidenceFile>> all(Submission submission);

    /** One that a submission has or had; empty when there is none. */
    Uni<Optional<EvidenceFile>> find(Submission submission, String id);

    /** The same by the row number of the submission. */
    Uni<Optional<EvidenceFile>> find(int issuerNo, long submission, String id);

    /** Keeps that a file is to come; a 409 problem when nothing can be changed now, a 422 problem when there is no room. */
    Uni<EvidenceFile> announce(Submission submission, Announced announced, Alongside<EvidenceFile> alongside);

    /** Keeps how many bytes one has of which that was not known; a 422 problem when it has none. */
    Uni<EvidenceFile> sized(EvidenceFile file, long size);

    /** Keeps that bytes came, so that it does not expire. */
    Uni<Void> touch(EvidenceFile file);

    /** Keeps what came; empty when it was taken away meanwhile. */
    Uni<Optional<EvidenceFile>> arrived(EvidenceFile file, FileState state, EvidenceFile.About about);

    /** Takes it away; what was submitted keeps it. False when it was taken away already. */
    Uni<Boolean> remove(Submission submission, EvidenceFile file, String by);

    /** Whether its bytes are of no more use. */
    Uni<Boolean> isGone(EvidenceFile file);

    /** Forgets one that is not what it should be. */
    Uni<Void> refuse(EvidenceFile file, String event);

    /** Those that could not be scanned yet. */
    Uni<List<EvidenceFile>> unscanned();

    /** Marks what never came, and gives the ids of all whose bytes are to go. */
    Uni<List<String>> expired();

    /** Forgets one of those. */
    Uni<Void> forget(String id);

    /** Those of a version that was submitted, in the order of the parts. */
    Uni<List<EvidenceFile>> frozen(int issuerNo, long submission, int round);

    /** What is to come, and who hands it in. */
    record Announced(String part, String name, MediaKind kind, long size, String by) {}
}
