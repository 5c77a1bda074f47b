package org.laurel.shared.file;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.laurel.shared.work.DaemonThreads;
import org.laurel.shared.work.Workers;

/** Threads that wait for disks, apart from those that compute: a few for bytes that come and go, fewer for whole files. */
@Singleton
public final class FileWork {
    private static final ExecutorService BYTES = Executors.newFixedThreadPool(8, new DaemonThreads("file-bytes-"));
    private static final ExecutorService WHOLE = Executors.newFixedThreadPool(2, new DaemonThreads("file-"));

    private final Workers workers;

    FileWork(Workers workers) {
        this.workers = workers;
    }

    /** Something that waits for a disk. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Writes or reads some bytes; the result comes where the subscriber is. */
    public <T> Uni<T> bytes(Work<T> work) {
        return on(BYTES, work);
    }

    /** Reads a whole file, at most two at once; likewise. */
    public <T> Uni<T> whole(Work<T> work) {
        return on(WHOLE, work);
    }

    /** Closes what was open. */
    public Uni<Void> close(Closeable open) {
        return bytes(() -> {
                    open.close();
                    return open;
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> on(ExecutorService pool, Work<T> work) {
        return workers.comeBack(Uni.createFrom().item(() -> run(work)).runSubscriptionOn(pool));
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
