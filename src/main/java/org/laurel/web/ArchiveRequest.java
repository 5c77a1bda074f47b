package org.laurel.web;

import java.time.Instant;
import java.util.Set;
import org.laurel.hosting.Representation;
import org.laurel.hosting.certificate.Paper;
import org.laurel.verifying.report.Wording;

/**
 * What an archive is to hold.
 *
 * @param forms of badges, as files; JSON and JWT among them always
 * @param words the language of its pages and certificates
 * @param paper of its certificates
 * @param madeAt when it is made
 * @param statusUntil until when its status lists tell anything
 */
record ArchiveRequest(Set<Representation> forms, Wording words, Paper paper, Instant madeAt, Instant statusUntil) {
    /** Copies the set. */
    ArchiveRequest {
        forms = Set.copyOf(forms);
    }
}
