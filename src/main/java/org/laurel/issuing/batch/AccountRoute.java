package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Streams;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PublicId;

/** What is told of a batch as a stream: the account of its rows, and its progress as server-sent events. */
@ApplicationScoped
class AccountRoute {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Doorkeeper doorkeeper;
    private final BatchResults results;
    private final Batches batches;
    private final Clock clock;

    AccountRoute(Doorkeeper doorkeeper, BatchResults results, Batches batches, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.results = results;
        this.batches = batches;
        this.clock = clock;
    }

    void open(@Observes Router router) {
        router.get("/api/v1/batches/:id/results").order(FrontDoor.BEHIND).handler(this::account);
        router.get("/api/v1/batches/:id/events").order(FrontDoor.BEHIND).handler(this::progress);
    }

    private void account(RoutingContext context) {
        doorkeeper
                .toBatch(context, Scope.AWARD_READ, Objects.requireNonNull(context.pathParam("id")))
                .subscribe()
                .with(batch -> account(context, batch), failure -> Streams.refuse(context, failure));
    }

    private void account(RoutingContext context, Batch batch) {
        Optional<RowState> state;
        try {
            state = state(context.queryParam("state"));
        } catch (ProblemException e) {
            Streams.refuse(context, e);
            return;
        }
        Optional<ResultFormat> saved = ResultFormat.named(context.queryParam("as"));
        ResultFormat format =
                saved.orElseGet(() -> ResultFormat.of(context.request().getHeader(HttpHeaders.ACCEPT)));
        Multi<String> text = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(saved.isPresent() ? format.savedHead(batch) : format.head(batch)),
                        results.of(batch, state).map(rows -> rows.stream()
                                .map(row -> format.line(batch, row))
                                .collect(Collectors.joining())));
        context.response().putHeader("Vary", "Accept");
        saved.ifPresent(chosen -> context.response()
                .putHeader("Content-Disposition", "attachment; filename=\"" + chosen.fileName(batch, state) + "\""));
        stream(context, text, format.mediaType() + "; charset=utf-8");
    }

    private static Optional<RowState> state(List<String> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(RowState.values())
                .filter(state -> state.toString().equals(asked.get(0)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        List.of(new Violation(
                                "?state",
                                "invalid",
                                "state: expected waiting, valid, awarded, skipped, failed or cancelled.")))));
    }

    private void progress(RoutingContext context) {
        doorkeeper
                .toBatch(context, Scope.AWARD_READ, Objects.requireNonNull(context.pathParam("id")))
                .subscribe()
                .with(batch -> progress(context, batch), failure -> Streams.refuse(context, failure));
    }

    /** One event at once, and one a second until there is nothing more to tell. */
    private void progress(RoutingContext context, Batch batch) {
        PublicId id = PublicId.parse(batch.id()).orElseThrow();
        Multi<Batch> news = Multi.createBy()
                .repeating()
                .uni(() -> batches.find(id).map(Optional::orElseThrow))
                .withDelay(TICK)
                .whilst(now -> !isOver(now));
        context.response().putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        stream(context, news.map(this::event), "text/event-stream");
    }

    private static boolean isOver(Batch batch) {
        Batch.TakeBack takeBack = batch.takeBack();
        return batch.state().isFinal() && (takeBack == null || takeBack.doneAt() != null);
    }

    private String event(Batch batch) {
        return "event: " + (isOver(batch) ? "end" : "progress") + "\nretry: 3000\ndata: "
                + Answer.write(BatchView.of(batch, clock.instant())) + "\n\n";
    }

    private static void stream(RoutingContext context, Multi<String> text, String mediaType) {
        HttpServerResponse response = context.response();
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        Multi<Buffer> pieces = text.select()
                .first(ignored -> !response.closed())
                .select()
                .where(part -> !part.isEmpty())
                .map(Buffer::buffer);
        Streams.write(response, pieces)
                .subscribe()
                .with(written -> response.end(), failure -> Streams.refuse(context, failure));
    }
}
