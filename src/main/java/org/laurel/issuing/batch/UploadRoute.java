package org.laurel.issuing.batch;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Streams;
import org.laurel.shared.encoding.MediaTypes;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * {@code POST /api/v1/issuers/{issuer}/batches}: a file of awards comes in as a stream. A route of its own before all others,
 * because the body limit of the rest is far smaller; it counts for itself.
 */
@ApplicationScoped
class UploadRoute {
    private static final int LONGEST_KEY = 255;

    private final Doorkeeper doorkeeper;
    private final Reception reception;
    private final Clock clock;

    UploadRoute(Doorkeeper doorkeeper, Reception reception, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.reception = reception;
        this.clock = clock;
    }

    void open(@Observes Router router) {
        router.post("/api/v1/issuers/:issuer/batches").order(FrontDoor.BEHIND).handler(this::accept);
    }

    private void accept(RoutingContext context) {
        context.request().pause(); // until it is known who calls, and there is a file to write to
        doorkeeper
                .toIssuer(context, Scope.AWARD_CREATE, Objects.requireNonNull(context.pathParam("issuer")))
                .subscribe()
                .with(admitted -> receive(context, admitted), failure -> Streams.refuse(context, failure));
    }

    private void receive(RoutingContext context, Doorkeeper.Admitted admitted) {
        BatchUpload.HandedIn handedIn;
        try {
            admitted.issuer().issuing();
            handedIn = handedIn(context, admitted);
        } catch (ProblemException e) {
            Streams.refuse(context, e);
            return;
        }
        reception
                .receive(context.request(), handedIn)
                .subscribe()
                .with(
                        batch -> context.vertx().runOnContext(ignored -> accepted(context, batch)),
                        failure -> context.vertx().runOnContext(ignored -> Streams.refuse(context, failure)));
    }

    private void accepted(RoutingContext context, Batch batch) {
        Answer answer =
                Answer.of(202, BatchView.of(batch, clock.instant())).with("Location", "/api/v1/batches/" + batch.id());
        Streams.answer(context, answer, "application/json");
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
                new BatchUpload.Kind(
                        Reception.isForm(context.request())
                                || isCsv(context.request().getHeader(HttpHeaders.CONTENT_TYPE)),
                        null),
                key == null ? null : new BatchUpload.Key(key, false),
                Optional.ofNullable(context.request().query()).orElse(""));
    }

    /** Gzip is told by the file itself, whatever Content-Encoding says. */
    private static boolean isCsv(@Nullable String header) {
        return switch (MediaTypes.bare(header)) {
            case "text/csv", "application/csv" -> true;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> false;
            default ->
                throw ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Expected text/csv or application/x-ndjson, either of them in gzip or not, or a form with one in its part file.");
        };
    }
}
