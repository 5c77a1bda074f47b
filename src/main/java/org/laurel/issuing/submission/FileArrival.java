package org.laurel.issuing.submission;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.laurel.shared.file.Arrivals;
import org.laurel.shared.file.FileWork;
import org.laurel.shared.file.SealedWriter;
import org.laurel.shared.file.TooManyPiecesException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.Workers;

/** Takes the bytes of a file as they come, in as many goes as it needs; what came of a broken connection is kept. */
@ApplicationScoped
class FileArrival {
    private final Arrivals arrivals;
    private final EvidenceFiles files;
    private final FileJudge judge;
    private final FileWork work;
    private final Workers workers;

    FileArrival(Arrivals arrivals, EvidenceFiles files, FileJudge judge, FileWork work, Workers workers) {
        this.arrivals = arrivals;
        this.files = files;
        this.judge = judge;
        this.work = work;
        this.workers = workers;
    }

    /**
     * How far it is.
     *
     * @param file as it is by now
     * @param offset how many bytes came and are durable
     */
    record Progress(EvidenceFile file, long offset) {}

    /** How far one is. */
    Uni<Progress> progress(EvidenceFile file) {
        return file.state() == FileState.ARRIVING
                ? work.bytes(() -> new Progress(file, arrivals.size(file.stored())))
                : Uni.createFrom().item(new Progress(file, file.size()));
    }

    /**
     * Goes on with one; when its last byte has come, it is judged. Fails with a 409 problem when it goes on elsewhere, or
     * somebody else writes it now; with a 413 problem, and then it is gone, when more comes than was announced.
     */
    Uni<Progress> append(EvidenceFile file, long offset, Multi<byte[]> body) {
        if (file.state() != FileState.ARRIVING) {
            throw ProblemException.of(ProblemType.CONFLICT, "The file is " + file.state() + ": all of it has come.");
        }
        if (!arrivals.take(file.stored())) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "Somebody else is writing the file now; ask for its offset in a moment.");
        }
        return work.bytes(() -> arrivals.write(file.stored(), file.key(), file.context()))
                .chain(writer ->
                        written(file, writer, offset, body).onTermination().call(() -> work.close(writer)))
                .chain(written -> written < file.size()
                        ? workers.apart(files.touch(file)).replaceWith(new Progress(file, written))
                        : workers.apart(judge.judge(file)).map(judged -> new Progress(judged, judged.size())))
                .onFailure(UncheckedIOException.class)
                .recoverWithUni(failure -> unreadable(file, failure))
                .onTermination()
                .invoke(() -> arrivals.giveBack(file.stored()));
    }

    private Uni<Long> written(EvidenceFile file, SealedWriter writer, long offset, Multi<byte[]> body) {
        if (writer.size() != offset) {
            return Uni.createFrom()
                    .failure(ProblemException.of(
                            ProblemType.CONFLICT,
                            "Upload-Offset: expected " + writer.size() + ", which is how much has come, got " + offset
                                    + "."));
        }
        return body.onItem()
                .transformToUniAndConcatenate(chunk -> work.bytes(() -> write(file, writer, chunk)))
                .onItem()
                .ignoreAsUni()
                .onFailure(failure -> !(failure instanceof ProblemException))
                .call(() -> work.bytes(() -> synced(writer)))
                .chain(() -> work.bytes(() -> writer.size() == file.size() ? finished(writer) : synced(writer)))
                .onFailure(FileArrival::isTooMuch)
                .call(() -> dropped(file));
    }

    private static long write(EvidenceFile file, SealedWriter writer, byte[] chunk) throws IOException {
        if (writer.size() + chunk.length > file.size()) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "More came than the " + file.size() + " bytes that were announced; begin anew.");
        }
        if (!writer.isWhole()) {
            writer.write(chunk, 0, chunk.length);
        }
        return writer.size();
    }

    private static long synced(SealedWriter writer) throws IOException {
        writer.sync();
        return writer.size();
    }

    private static long finished(SealedWriter writer) throws IOException {
        writer.finish();
        return writer.size();
    }

    private static boolean isTooMuch(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.TOO_LARGE;
    }

    private <T> Uni<T> unreadable(EvidenceFile file, Throwable failure) {
        return failure.getCause() instanceof TooManyPiecesException
                ? dropped(file).chain(() -> Uni.createFrom()
                        .failure(ProblemException.of(
                                ProblemType.CONFLICT, "The file came in too many small pieces; begin anew.")))
                : Uni.createFrom().failure(failure);
    }

    /** Forgets it, bytes and all. */
    Uni<Void> dropped(EvidenceFile file) {
        return workers.apart(files.refuse(file, "").chain(() -> judge.forget(file.id())));
    }
}
