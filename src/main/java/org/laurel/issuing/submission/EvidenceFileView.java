package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.Answer;

/**
 * A file of evidence as the API shows it to whoever hands it in.
 *
 * @param id its public id
 * @param part the id of the part that it answers
 * @param name what it is called
 * @param mediaType what it is
 * @param size how many bytes it has, or is to have
 * @param state where it is
 * @param sha256 the digest of its bytes, in hexadecimal
 * @param createdAt when it was announced
 * @param url where its bytes are, and where they go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceFileView(
        String id,
        String part,
        String name,
        String mediaType,
        long size,
        FileState state,
        @Nullable String sha256,
        Instant createdAt,
        String url) {

    static EvidenceFileView of(String submission, EvidenceFile file) {
        return new EvidenceFileView(
                file.id(),
                file.part(),
                file.about().name(),
                file.about().kind().mediaType(),
                file.size(),
                file.state(),
                file.about().digest(),
                file.createdAt(),
                path(submission, file));
    }

    static String path(String submission, EvidenceFile file) {
        return "/api/v1/submissions/" + submission + "/files/" + file.id();
    }

    static Answer answer(int status, String submission, EvidenceFile file) {
        return Answer.of(status, of(submission, file))
                .about(file.key().person())
                .with("Location", path(submission, file))
                .with("Tus-Resumable", "1.0.0")
                .with("Upload-Offset", file.state() == FileState.ARRIVING ? "0" : Long.toString(file.size()));
    }

    /** A list of them. */
    record All(List<EvidenceFileView> items) {}
}
