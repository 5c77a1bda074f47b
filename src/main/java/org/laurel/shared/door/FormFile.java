package org.laurel.shared.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The one file of a {@code multipart/form-data} body (RFC 7578), as it streams in. */
public final class FormFile {
    private static final String NAME = "file";

    private FormFile() {}

    /**
     * A file that came whole.
     *
     * @param path where it was put
     * @param name what its sender calls it
     * @param contentType what its sender says it is
     */
    public record Received(Path path, String name, String contentType) {}

    /**
     * Takes the part called {@code file}; other files are refused, and other fields are passed over.
     *
     * @param request paused, and of that type
     * @param receive puts a stream of bytes into a file
     * @return fails with a 400 problem when there is no such part, or the body is not what it says it is
     */
    public static Uni<Received> of(HttpServerRequest request, Function<Multi<byte[]>, Uni<Path>> receive) {
        return Uni.createFrom().completionStage(() -> start(request, receive));
    }

    private static CompletableFuture<Received> start(
            HttpServerRequest request, Function<Multi<byte[]>, Uni<Path>> receive) {
        CompletableFuture<Received> whole = new CompletableFuture<>();
        AtomicBoolean taken = new AtomicBoolean();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            if (!NAME.equals(upload.name()) || taken.getAndSet(true)) {
                whole.completeExceptionally(refusal("expected one file, in the part \"" + NAME + "\""));
                return; // what nobody reads is thrown away
            }
            upload.pause();
            receive.apply(io.vertx.mutiny.core.http.HttpServerFileUpload.newInstance(upload)
                            .toMulti()
                            .map(buffer -> buffer.getBytes()))
                    .subscribe()
                    .with(
                            path -> done(whole, new Received(path, upload.filename(), upload.contentType())),
                            whole::completeExceptionally);
        });
        request.exceptionHandler(failure -> whole.completeExceptionally(refusal("the form cannot be read")));
        request.endHandler(end -> {
            if (!taken.get()) {
                whole.completeExceptionally(refusal("expected a file in the part \"" + NAME + "\", got none"));
            }
        });
        request.resume();
        return whole;
    }

    /** A file that came whole in a form that was refused meanwhile is nobody's. */
    private static void done(CompletableFuture<Received> whole, Received received) {
        if (!whole.complete(received)) {
            try {
                Files.deleteIfExists(received.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ProblemException refusal(String detail) {
        return ProblemException.of(ProblemType.MALFORMED, detail);
    }
}
