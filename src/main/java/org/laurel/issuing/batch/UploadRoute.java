package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Answer;
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
        Multi<byte[]> chunks =
                HttpServerRequest.newInstance(context.request()).toMulti().map(buffer -> buffer.getBytes());
        spool.receive(chunks, MOST_BYTES, "Expected a file of at most 1 GiB.")
                .chain(file -> uploads.store(handedIn, file))
                .onTermination()
                .invoke(running::decrementAndGet)
                .subscribe()
                .with(
                        batch -> context.vertx().runOnContext(ignored -> accepted(context, batch)),
                        failure -> context.vertx().runOnContext(ignored -> Doorkeeper.refuse(context, failure)));
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
                isCsv(context.request().getHeader(HttpHeaders.CONTENT_TYPE)),
                key,
                Optional.ofNullable(context.request().query()).orElse(""));
    }

    /** Gzip is told by the file itself, whatever Content-Encoding says. */
    private static boolean isCsv(@Nullable String header) {
        String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv", "application/csv" -> true;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> false;
            default ->
                throw ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Expected text/csv or application/x-ndjson, either of them in gzip or not.");
        };
    }
}
