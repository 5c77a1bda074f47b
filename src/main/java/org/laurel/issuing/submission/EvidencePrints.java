package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.submission.BlindSubmission.Alike;

/** Fingerprints of what was submitted, by which the same, or nearly the same, is found again within one organisation. */
interface EvidencePrints {

    /** Keeps those of a version, in the transaction that submits it. */
    Uni<Void> keep(Mutiny.StatelessSession session, Submission read, List<Print> prints);

    /** Where a version is like what somebody else submitted. */
    Uni<List<Alike>> alike(int issuerNo, long submission, int round);

    /**
     * A fingerprint.
     *
     * @param part the id of the part
     * @param file whether it is of the bytes of a file; else of words
     * @param value keyed
     */
    record Print(String part, boolean file, byte[] value) {}
}
