package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.door.FormFile;
import org.laurel.shared.door.LongAnswer;
import org.laurel.shared.door.Spool;
import org.laurel.shared.encoding.MediaTypes;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Receives files of awards as they stream in, from programs and from forms: a few at once, and no more. */
@ApplicationScoped
public class Reception {
    private static final long MOST_BYTES = 1L << 30;
    /** As many as are stored at once, and as many again that wait with their file received. */
    private static final int MOST_AT_ONCE = 2 * BatchUpload.AT_ONCE;

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 255;

    private final Spool spool;
    private final BatchUpload uploads;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    Reception(Spool spool, BatchUpload uploads, Clock clock) {
        this.spool = spool;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * From a program: the body is the file, or a form has it in its part {@code file}. The result comes on any thread.
     *
     * @param request paused
     */
    Uni<Batch> receive(io.vertx.core.http.HttpServerRequest request, BatchUpload.HandedIn handedIn) {
        return counted(
                isForm(request)
                        ? FormFile.of(request, this::spooled)
                                .invoke(() -> LongAnswer.expect(request))
                                .chain(file -> uploads.store(handedIn.as(kind(file)), file.path()))
                        : spooled(HttpServerRequest.newInstance(request)
                                        .toMulti()
                                        .map(buffer -> buffer.getBytes()))
                                .invoke(() -> LongAnswer.expect(request))
                                .chain(file -> uploads.store(handedIn, file)));
    }

    /**
     * From a form, to be looked at: its fields are the parameters of the API, and {@code key} stands for each file that is sent
     * with it. Nothing is awarded, and headers that are not known wait to be told. The result comes on any thread.
     *
     * @param request paused
     * @param by who hands it in
     */
    public Uni<BatchView> look(io.vertx.core.http.HttpServerRequest request, Issuer issuer, String by) {
        CompletionStage<Void> end = request.end().toCompletionStage();
        return counted(FormFile.of(request, this::spooled).chain(file -> Uni.createFrom()
                        .completionStage(end)
                        .map(ended -> handedIn(request.formAttributes(), issuer, by, file))
                        .onFailure()
                        .invoke(() -> delete(file.path()))
                        .invoke(() -> LongAnswer.expect(request))
                        .chain(handedIn -> uploads.store(handedIn, file.path()))))
                .map(batch -> BatchView.of(batch, clock.instant()));
    }

    private static BatchUpload.HandedIn handedIn(MultiMap fields, Issuer issuer, String by, FormFile.Received file) {
        if (file.name().isBlank()) {
            throw ProblemException.of(
                    ProblemType.INVALID, List.of(new Violation("file", "no-file", "Expected a file, got none.")));
        }
        BatchOptions options = BatchOptions.read(name -> switch (name) {
            case "dryRun" -> List.of("true");
            case "unknown" -> List.of("hold");
            default -> fields.getAll(name);
        });
        String key = fields.get("key");
        return new BatchUpload.HandedIn(
                issuer.number(),
                by,
                options,
                kind(file),
                key == null || key.isBlank() || key.length() > LONGEST_KEY ? null : new BatchUpload.Key(key, true),
                options.toString());
    }

    private <T> Uni<T> counted(Uni<T> receiving) {
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            return Uni.createFrom().failure(ProblemException.tooMany("Other batches are being received.", WAIT));
        }
        return receiving.onTermination().invoke(running::decrementAndGet);
    }

    private Uni<Path> spooled(Multi<byte[]> chunks) {
        return spool.receive(chunks, MOST_BYTES, "Expected a file of at most 1 GiB.");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a form comes, and not the file alone. */
    static boolean isForm(io.vertx.core.http.HttpServerRequest request) {
        return MediaTypes.bare(request.getHeader(HttpHeaders.CONTENT_TYPE)).equals("multipart/form-data");
    }

    /** Told by its name, since browsers say of a file what is installed beside them; what is nothing else is read as CSV. */
    private static BatchUpload.Kind kind(FormFile.Received file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return new BatchUpload.Kind(!plain.endsWith(".ndjson") && !plain.endsWith(".jsonl"), shown(file.name()));
    }

    /** A name as it can be shown: without the folders that some browsers send, and not too long. */
    private static @Nullable String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        int[] characters = last.codePoints().limit(LONGEST_NAME).toArray();
        return last.isEmpty() ? null : new String(characters, 0, characters.length);
    }
}
