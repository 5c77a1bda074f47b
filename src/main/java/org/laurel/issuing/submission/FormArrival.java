package org.laurel.issuing.submission;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.laurel.issuing.submission.FileArrival.Progress;
import org.laurel.shared.door.LongAnswer;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.Workers;

/**
 * Takes a file that comes in a form (RFC 7578), in its part {@code file}: sealed as it comes, like every other. How long it is
 * shows at its end only, so room is kept for as much as the form may hold until then.
 */
@ApplicationScoped
class FormArrival {
    private static final String FILE = "file";

    private final FileArrival arrival;
    private final EvidenceFiles files;
    private final Workers workers;

    FormArrival(FileArrival arrival, EvidenceFiles files, Workers workers) {
        this.arrival = arrival;
        this.files = files;
        this.workers = workers;
    }

    /**
     * The file, once it was judged; what is not whole in the end is nowhere.
     *
     * @param request paused, and of that type
     * @param announce keeps that the file comes; the fields before it are read by then
     */
    Uni<Progress> receive(HttpServerRequest request, Function<HttpServerFileUpload, Uni<EvidenceFile>> announce) {
        return workers.comeBack(Uni.createFrom().completionStage(() -> start(request, announce)));
    }

    private CompletableFuture<Progress> start(
            HttpServerRequest request, Function<HttpServerFileUpload, Uni<EvidenceFile>> announce) {
        CompletableFuture<Progress> whole = new CompletableFuture<>();
        AtomicBoolean taken = new AtomicBoolean();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            if (!FILE.equals(upload.name()) || taken.getAndSet(true)) {
                whole.completeExceptionally(refusal("expected one file, in the part \"" + FILE + "\""));
                return; // what nobody reads is thrown away
            }
            upload.pause();
            Uni.createFrom()
                    .deferred(() -> announce.apply(upload))
                    .chain(file -> arrived(request, file, upload))
                    .subscribe()
                    .with(whole::complete, whole::completeExceptionally);
        });
        request.exceptionHandler(failure -> whole.completeExceptionally(refusal("the form cannot be read")));
        request.endHandler(end -> {
            if (!taken.get()) {
                whole.completeExceptionally(refusal("expected a file in the part \"" + FILE + "\", got none"));
            }
        });
        request.resume();
        return whole;
    }

    private Uni<Progress> arrived(HttpServerRequest request, EvidenceFile file, HttpServerFileUpload upload) {
        Multi<byte[]> bytes = io.vertx.mutiny.core.http.HttpServerFileUpload.newInstance(upload)
                .toMulti()
                .map(buffer -> buffer.getBytes())
                .onCompletion()
                .invoke(() -> LongAnswer.expect(request));
        return workers.apart(arrival.append(file, 0, bytes))
                .chain(progress -> progress.offset() == file.size()
                        ? Uni.createFrom().item(progress)
                        : workers.apart(files.sized(file, progress.offset()))
                                .chain(sized -> workers.apart(arrival.append(
                                        sized, sized.size(), Multi.createFrom().empty()))))
                .onFailure()
                .call(() -> arrival.dropped(file));
    }

    private static ProblemException refusal(String detail) {
        return ProblemException.of(ProblemType.MALFORMED, "The form: " + detail + ".");
    }
}
