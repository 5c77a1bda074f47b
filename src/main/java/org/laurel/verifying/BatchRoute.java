package org.laurel.verifying;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Refusals;
import org.laurel.shared.door.Streams;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.Wording;

/**
 * {@code POST /verify/batch}: many badges in, as many reports out, both as streams. A route of its own before all others,
 * because the body limit of the rest is far smaller; it counts for itself.
 */
@ApplicationScoped
class BatchRoute {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_AT_ONCE = 4;
    private static final Set<String> TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "text/plain");
    /** As browsers and systems call archives. */
    private static final Set<String> ZIP =
            Set.of("application/zip", "application/x-zip-compressed", "application/octet-stream");
    /** What can be asked of one badge at a time. */
    private static final Set<String> OF_ONE = Set.of("receipt", "challenge", "domain");

    private static final Logger LOG = Logger.getLogger(BatchRoute.class);

    private final BatchVerifier batches;
    private final BatchArchives archives;
    private final AtomicInteger running = new AtomicInteger();

    BatchRoute(BatchVerifier batches, BatchArchives archives) {
        this.batches = batches;
        this.archives = archives;
    }

    void open(@Observes Router router) {
        router.post("/verify/batch").order(FrontDoor.BEHIND).handler(this::accept);
    }

    private void accept(RoutingContext context) {
        String type = mediaType(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (!TYPES.contains(type) && !ZIP.contains(type)) {
            refuse(
                    context,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "expected application/x-ndjson, a badge a line, or application/zip, a badge a file");
            return;
        }
        if (OF_ONE.stream().anyMatch(context.queryParams()::contains)) {
            refuse(
                    context,
                    ProblemType.BAD_PARAMETER,
                    "receipt, challenge and domain are for one badge at a time, at /verify");
            return;
        }
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            context.response().putHeader("Retry-After", "30");
            refuse(context, ProblemType.TOO_MANY_REQUESTS, "other batches are being judged");
            return;
        }
        BatchFormat format = BatchFormat.of(context.request().getHeader(HttpHeaders.ACCEPT));
        Multi<byte[]> chunks =
                HttpServerRequest.newInstance(context.request()).toMulti().map(buffer -> buffer.getBytes());
        if (ZIP.contains(type)) {
            archive(context, chunks, format);
        } else {
            answer(context, batches.verify(chunks, wanted(context, format), MOST_BYTES), format);
        }
    }

    /** An archive is read when it is there, since nothing can be put back into a stream. */
    private void archive(RoutingContext context, Multi<byte[]> chunks, BatchFormat format) {
        context.request().pause(); // until there is a file to write to
        archives.receive(chunks, MOST_BYTES)
                .subscribe()
                .with(
                        archive -> answer(
                                context,
                                batches.verify(archive, wanted(context, format))
                                        .onTermination()
                                        .invoke(archive::close),
                                format),
                        failure -> {
                            running.decrementAndGet();
                            notReceived(context, failure);
                        });
    }

    private static void notReceived(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            refuse(context, refusal.type(), refusal.detail());
        } else {
            broke(context, failure);
        }
    }

    private void answer(RoutingContext context, Multi<String> reports, BatchFormat format) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_LANGUAGE, words(context).language());
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType() + "; charset=utf-8");
        Streams.write(
                        response,
                        reports.select().first(ignored -> !response.closed()).map(Buffer::buffer))
                .onTermination()
                .invoke(running::decrementAndGet)
                .subscribe()
                .with(written -> response.end(), failure -> broke(context, failure));
    }

    /** The head of the answer is out: all that can be said is that it is not whole. */
    private static void broke(RoutingContext context, Throwable failure) {
        LOG.errorf(failure, "a batch broke off");
        context.request().connection().close();
    }

    /** The whole batch may be one person's. */
    private static BatchVerifier.Wanted wanted(RoutingContext context, BatchFormat format) {
        return new BatchVerifier.Wanted(
                format, words(context), Asked.whose(context.request().getParam("recipient")));
    }

    private static Wording words(RoutingContext context) {
        return Wording.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String mediaType(@Nullable String header) {
        String type = header == null ? "" : header;
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** What follows in the body is not read, so that the connection cannot be used again. */
    private static void refuse(RoutingContext context, ProblemType type, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Refusals.refuse(context, type, detail);
    }
}
