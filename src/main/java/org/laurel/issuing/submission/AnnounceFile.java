package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.media.MediaKind;
import org.laurel.shared.file.FilesConfig;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;

/** Announces a file of evidence, before any byte of it comes: what can be refused then is refused then, all at once. */
@ApplicationScoped
class AnnounceFile {
    private final EvidenceFiles files;
    private final WriteSubmission write;
    private final FilesConfig config;

    AnnounceFile(EvidenceFiles files, WriteSubmission write, FilesConfig config) {
        this.files = files;
        this.write = write;
        this.config = config;
    }

    /** Keeps that it is to come; a 422 problem names all that speaks against it. */
    Uni<EvidenceFile> announce(
            Submission submission, AnnounceRequest request, String by, Alongside<EvidenceFile> alongside) {
        if (!submission.state().isOpen()) {
            throw submission.not("add files to it");
        }
        return write.requirements(submission).chain(requirements -> {
            Optional<MediaKind> kind = MediaKind.ofName(request.name());
            List<Violation> faults = new ArrayList<>(requirements.refuses(request.part(), kind));
            judge(request, kind, faults);
            if (!faults.isEmpty()) {
                throw ProblemException.of(ProblemType.INVALID, faults);
            }
            return files.announce(
                    submission,
                    new EvidenceFiles.Announced(request.part(), request.name(), kind.orElseThrow(), request.size(), by),
                    alongside);
        });
    }

    private void judge(AnnounceRequest request, Optional<MediaKind> kind, List<Violation> faults) {
        if (kind.isEmpty()) {
            faults.add(new Violation(
                    "/name", "unknown-type", "Expected a name that ends with one of " + MediaKind.names() + "."));
        }
        String said = request.mediaType();
        if (said != null && kind.isPresent() && !MediaKind.ofType(said).equals(kind)) {
            faults.add(new Violation(
                    "/mediaType",
                    "other-type",
                    "The name says " + kind.get().mediaType() + ", the media type something else."));
        }
        long most = config.most().asLongValue();
        if (request.size() > most) {
            faults.add(new Violation(
                    "/size", "too-large", "Expected at most " + most + " bytes, got " + request.size() + "."));
        }
    }
}
