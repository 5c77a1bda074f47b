package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.FormFile;
import org.laurel.shared.door.Spool;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * {@code POST /api/v1/issuers/{issuer}/batches}: a file of awards comes in as a stream. A route of its own before all others,
 * because the body limit of the rest is far smaller; it counts for itself.
 */
@ApplicationScoped
class UploadRoute {
    /** Right behind the front door. */
    private static final int ORDER = -99_999;

    private static final long MOST_BYTES = 1L << 30;
    /** As many as are stored at once, and as many again that wait with their file received. */
    private static final int MOST_AT_ONCE = 2 * BatchUpload.AT_ONCE;

    private static final int LONGEST_KEY = 255;

    private final Doorkeeper doorkeeper;
    private final Spool spool;
    private final BatchUpload uploads;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    UploadRoute(Doorkeeper doorkeeper, Spool spool, BatchUpload uploads, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.spool = spool;
        this.uploads = uploads;
        this.clock = clock;
    }

    void open(@Observes Router router) {
        router.post("/api/v1/issuers/:issuer/batches").order(ORDER).handler(this::accept);
    }

    private void accept(RoutingContext context) {
        context.request().pause(); // until it is known who calls, and there is a file to write to
        doorkeeper
                .toIssuer(context, Scope.AWARD_CREATE, Objects.requireNonNull(context.pathParam("issuer")))
                .subscribe()
                .with(admitted -> receive(context, admitted), failure -> Doorkeeper.refuse(context, failure));
    }

    private void receive(RoutingContext context, Doorkeeper.Admitted admitted) {
        BatchUpload.HandedIn handedIn;
        try {
            admitted.issuer().issuing();
            handedIn = handedIn(context, admitted);
        } catch (ProblemException e) {
            Doorkeeper.refuse(context, e);
            return;
        }
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            context.response().putHeader("Retry-After", "30");
            Doorkeeper.refuse(
                    context, ProblemException.of(ProblemType.TOO_MANY_REQUESTS, "Other batches are being received."));
            return;
        }
        stored(context, handedIn)
                .onTermination()
                .invoke(running::decrementAndGet)
                .subscribe()
                .with(
                        batch -> context.vertx().runOnContext(ignored -> accepted(context, batch)),
                        failure -> context.vertx().runOnContext(ignored -> Doorkeeper.refuse(context, failure)));
    }

    private Uni<Batch> stored(RoutingContext context, BatchUpload.HandedIn handedIn) {
        if (isForm(context)) {
            return FormFile.of(context.request(), this::spooled)
                    .chain(file -> uploads.store(handedIn.as(isCsv(file)), file.path()));
        }
        Multi<byte[]> chunks =
                HttpServerRequest.newInstance(context.request()).toMulti().map(buffer -> buffer.getBytes());
        return spooled(chunks).chain(file -> uploads.store(handedIn, file));
    }

    private Uni<Path> spooled(Multi<byte[]> chunks) {
        return spool.receive(chunks, MOST_BYTES, "Expected a file of at most 1 GiB.");
    }

    private void accepted(RoutingContext context, Batch batch) {
        Answer answer =
                Answer.of(202, BatchView.of(batch, clock.instant())).with("Location", "/api/v1/batches/" + batch.id());
        Doorkeeper.answer(context, answer, "application/json");
    }

    private static BatchUpload.HandedIn handedIn(RoutingContext context, Doorkeeper.Admitted admitted) {
        String key = context.request().getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER, "Idempotency-Key: expected 1 to " + LONGEST_KEY + " characters.");
        }
        return new BatchUpload.HandedIn(
                admitted.issuer().number(),
                admitted.caller().name(),
                BatchOptions.read(context::queryParam),
                isForm(context) || isCsv(context.request().getHeader(HttpHeaders.CONTENT_TYPE)),
                key,
                Optional.ofNullable(context.request().query()).orElse(""));
    }

    private static boolean isForm(RoutingContext context) {
        return type(context.request().getHeader(HttpHeaders.CONTENT_TYPE)).equals("multipart/form-data");
    }

    /** Told by its name, since browsers say of a file what is installed beside them; what is nothing else is read as CSV. */
    private static boolean isCsv(FormFile.Received file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return !plain.endsWith(".ndjson") && !plain.endsWith(".jsonl");
    }

    private static String type(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Gzip is told by the file itself, whatever Content-Encoding says. */
    private static boolean isCsv(@Nullable String header) {
        return switch (type(header)) {
            case "text/csv", "application/csv" -> true;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> false;
            default ->
                throw ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Expected text/csv or application/x-ndjson, either of them in gzip or not, or a form with one in its part file.");
        };
    }
}
