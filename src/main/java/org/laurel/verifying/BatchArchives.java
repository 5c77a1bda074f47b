package org.laurel.verifying;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.laurel.shared.door.Spool;
import org.laurel.shared.work.Workers;

/** Receives archives into files that only we can read, and that go when their work is done. */
@Singleton
final class BatchArchives {
    private final Spool spool;
    private final Workers workers;

    BatchArchives(Spool spool, Workers workers) {
        this.spool = spool;
        this.workers = workers;
    }

    /** The archive, once it is there; fails with a 413 problem when it is larger than this. */
    Uni<BatchArchive> receive(Multi<byte[]> chunks, long mostBytes) {
        return spool.receive(chunks, mostBytes, "expected an archive of at most 256 MiB")
                .chain(file -> workers.compute(() -> BatchArchive.open(file))
                        .onFailure()
                        .call(() -> workers.compute(() -> delete(file))));
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
