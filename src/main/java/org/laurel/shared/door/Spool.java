package org.laurel.shared.door;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * Receives bodies that are too large to be held into files that only we can read. Whoever receives one deletes it; what a
 * process that was killed left behind is deleted when nobody has written to it for an hour.
 */
@Singleton
public final class Spool {
    private static final String PREFIX = "laurel-";
    private static final String SUFFIX = ".upload";
    /** No body comes this slowly, and none is worked on for so long. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Vertx vertx;
    private final Clock clock;

    Spool(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Deletes the bodies to which nobody has written for an hour. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void deleteLeftBehind() throws IOException {
        FileTime before = FileTime.from(clock.instant().minus(LEFT_BEHIND));
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.isWritable(file)
                        && Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * The file, once it is whole; fails with a 413 problem when it is larger than this, and then it is gone.
     *
     * @param chunks the body, asked for as it can be written
     * @param mostBytes how much is taken
     * @param tooLarge what is said of more
     */
    public Uni<Path> receive(Multi<byte[]> chunks, long mostBytes, String tooLarge) {
        return vertx.fileSystem().createTempFile(PREFIX, SUFFIX, "rw-------").chain(file -> write(
                        file, chunks, mostBytes, tooLarge)
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
