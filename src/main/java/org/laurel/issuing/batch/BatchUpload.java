package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.batch.Batches.NewBatch;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.DaemonThreads;

/**
 * Stores the rows of a file that was received: all of them are durable when the result comes, or none is kept. It reads and
 * stores in turns, on a thread of its own, so that no more than a few rows are held at a time.
 */
@ApplicationScoped
class BatchUpload {
    /** Files that are stored at once. */
    static final int AT_ONCE = 2;

    private static final Logger LOG = Logger.getLogger(BatchUpload.class);
    private static final int MOST_ROWS = 1_000_000;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Batches batches;
    private final RowSeal seal;
    private final BatchWorker worker;
    private final SecureRandom random;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, new DaemonThreads("batch-upload-"));

    BatchUpload(Batches batches, RowSeal seal, BatchWorker worker, SecureRandom random) {
        this.batches = batches;
        this.seal = seal;
        this.worker = worker;
        this.random = random;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /**
     * What was handed in.
     *
     * @param issuerNo at which issuer
     * @param by who
     * @param options how it is to be done
     * @param kind what the file is
     * @param key its Idempotency-Key, or null
     * @param query the parameters as they came, which a repetition must have, too
     */
    record HandedIn(
            int issuerNo,
            String by,
            BatchOptions options,
            Kind kind,
            @Nullable Key key,
            String query) {

        /** The same, when what the file was is known only once it was here. */
        HandedIn as(Kind kindAfterAll) {
            return new HandedIn(issuerNo, by, options, kindAfterAll, key, query);
        }
    }

    /**
     * What a file is.
     *
     * @param csv whether it is CSV; NDJSON otherwise
     * @param name what its sender calls it, or null
     */
    record Kind(boolean csv, @Nullable String name) {}

    /**
     * By which a repetition is known.
     *
     * @param text from whoever hands it in
     * @param ofForm whether it stands for a file at a time: who goes back to a form and takes another begins another batch
     */
    record Key(String text, boolean ofForm) {
        byte[] hash(byte[] content) {
            return Sha256.of(ofForm ? text + Hex.encode(content) : text);
        }
    }

    /** Stores a file and deletes it; the batch that waits for its turn, or the one that the same call made before. */
    Uni<Batch> store(HandedIn handedIn, Path file) {
        return Uni.createFrom()
                .item(() -> stored(handedIn, file))
                .runSubscriptionOn(threads)
                .onTermination()
                .invoke(() -> delete(file))
                .invoke(worker::wake);
    }

    private Batch stored(HandedIn handedIn, Path file) {
        byte[] hash = hash(handedIn, file);
        byte[] key = handedIn.key() == null ? null : handedIn.key().hash(hash);
        Optional<Batch> before = key == null ? Optional.empty() : before(handedIn, key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        Batch batch = await(batches.begin(new NewBatch(
                handedIn.issuerNo(),
                PublicId.fresh(handedIn.issuerNo(), random),
                handedIn.options(),
                handedIn.by(),
                handedIn.kind().name(),
                key,
                hash)));
        boolean whole = false;
        BatchOptions options = handedIn.options();
        try (RowFile rows =
                RowFiles.open(Files.newInputStream(file), handedIn.kind().csv(), options)) {
            Batch ready = rows(batch, rows, options);
            whole = true;
            return ready;
        } catch (UnreadableFileException e) {
            throw ProblemException.of(e.type(), List.of(e.violation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                await(batches.discard(batch));
            }
        }
    }

    private Optional<Batch> before(HandedIn handedIn, byte[] key, byte[] hash) {
        return await(batches.earlier(handedIn.issuerNo(), handedIn.by(), key)).map(earlier -> {
            if (!MessageDigest.isEqual(earlier.contentHash(), hash)) {
                throw ProblemException.of(
                        ProblemType.KEY_REUSED, "The Idempotency-Key was used for another file or other parameters.");
            }
            if (earlier.batch().state() == BatchState.RECEIVING) {
                throw ProblemException.of(ProblemType.STILL_RUNNING, "The first call with this key is still running.");
            }
            return earlier.batch();
        });
    }

    private Batch rows(Batch batch, RowFile file, BatchOptions options) throws UnreadableFileException {
        ChunkEnds ends = new ChunkEnds(Runtime.getRuntime().availableProcessors());
        try (Blocks blocks = new Blocks(batches, batch)) {
            for (Optional<SubmittedRow> row = file.next(); row.isPresent(); row = file.next()) {
                if (ends.add(row.get().number()) > MOST_ROWS) {
                    throw tooMany(row.get().number());
                }
                blocks.add(seal.seal(batch, options.completed(row.get())));
            }
            blocks.end();
        }
        if (ends.total() == 0) {
            throw new UnreadableFileException(
                    ProblemType.INVALID, new Violation("", "no-rows", "Expected at least one row, got none."));
        }
        return await(batches.ready(batch, file.columns(), ends.ends(), ends.total()));
    }

    private static UnreadableFileException tooMany(int row) {
        return new UnreadableFileException(
                ProblemType.TOO_LARGE,
                new Violation("row " + row, "too-many-rows", "Expected at most a million rows."));
    }

    private static byte[] hash(HandedIn handedIn, Path file) {
        MessageDigest digest = Sha256.digest();
        digest.update((handedIn.kind().csv() + "?" + handedIn.query()).getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.errorf(e, "an upload cannot be deleted: %s", file);
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
