package org.laurel.verifying;

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
import org.laurel.shared.work.Workers;

/** Receives archives into files that only we can read, and that go when their work is done. */
@Singleton
final class BatchArchives {
    private final Vertx vertx;
    private final Workers workers;

    BatchArchives(Vertx vertx, Workers workers) {
        this.vertx = vertx;
        this.workers = workers;
    }

    /** The archive, once it is there; fails with a 413 problem when it is larger than this. */
    Uni<BatchArchive> receive(Multi<byte[]> chunks, long mostBytes) {
        return vertx.fileSystem()
                .createTempFile("laurel-batch-", ".zip", "rw-------")
                .chain(file -> write(file, chunks, mostBytes)
                        .chain(() -> workers.compute(() -> BatchArchive.open(Path.of(file))))
                        .onFailure()
                        .call(() -> vertx.fileSystem().delete(file)));
    }

    private Uni<Void> write(String file, Multi<byte[]> chunks, long mostBytes) {
        AtomicLong size = new AtomicLong();
        return vertx.fileSystem()
                .open(file, new OpenOptions().setWrite(true))
                .map(opened -> opened.getDelegate())
                .chain(opened -> chunks.onItem()
                        .transformToUniAndConcatenate(chunk -> size.addAndGet(chunk.length) > mostBytes
                                ? Uni.createFrom().failure(tooLarge())
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

    private static ProblemException tooLarge() {
        return ProblemException.of(ProblemType.TOO_LARGE, "expected an archive of at most 256 MiB");
    }
}
