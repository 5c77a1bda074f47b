package org.laurel.shared.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Receives bodies that are too large to be held into files that only we can read. Whoever receives one deletes it. */
@Singleton
public final class Spool {
    private final Vertx vertx;

    Spool(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * The file, once it is whole; fails with a 413 problem when it is larger than this, and then it is gone.
     *
     * @param chunks the body, asked for as it can be written
     * @param mostBytes how much is taken
     * @param tooLarge what is said of more
     */
    public Uni<Path> receive(Multi<byte[]> chunks, long mostBytes, String tooLarge) {
        return vertx.fileSystem()
                .createTempFile("laurel-", ".upload", "rw-------")
                .chain(file -> write(file, chunks, mostBytes, tooLarge)
                        .replaceWith(Path.of(file))
                        .onFailure()
                        .call(() -> vertx.fileSystem().delete(file))
                        .onCancellation()
                        .call(() -> vertx.fileSystem().delete(file)));
    }

    private Uni<Void> write(String file, Multi<byte[]> chunks, long mostBytes, String tooLarge) {
        AtomicLong size = new AtomicLong();
        return vertx.fileSystem()
                .open(file, new OpenOptions().setWrite(true))
                .map(opened -> opened.getDelegate())
                .chain(opened -> chunks.onItem()
                        .transformToUniAndConcatenate(chunk -> size.addAndGet(chunk.length) > mostBytes
                                ? Uni.createFrom().failure(ProblemException.of(ProblemType.TOO_LARGE, tooLarge))
                                : append(opened, chunk))
                        .onItem()
                        .ignoreAsUni()
                        .onTermination()
                        .call(() -> Uni.createFrom()
                                .completionStage(() -> opened.close().toCompletionStage())));
    }

    private static Uni<Void> append(AsyncFile file, byte[] chunk) {
        return Uni.createFrom()
                .completionStage(() -> file.write(Buffer.buffer(chunk)).toCompletionStage());
    }
}
