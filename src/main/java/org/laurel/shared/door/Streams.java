package org.laurel.shared.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Ends what is streamed by routes before the resources: with an answer, or with a refusal. */
public final class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class);

    private Streams() {}

    /** Says no, whatever went wrong; what follows in the body is not read, so that the connection ends. */
    public static void refuse(RoutingContext context, Throwable failure) {
        boolean known = failure instanceof ProblemException;
        if (context.response().closed()) {
            return; // nobody listens
        }
        if (context.response().ended() || context.response().headWritten()) {
            LOG.errorf(failure, "an answer broke off");
            context.request().connection().close();
            return;
        }
        if (!known) {
            LOG.errorf(failure, "a stream failed");
        }
        ProblemException problem = known
                ? (ProblemException) failure
                : ProblemException.of(ProblemType.INTERNAL, "Something went wrong on our side; the log says what.");
        if (!context.request().isEnded()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        answer(context, Problems.answer(problem), Problems.MEDIA_TYPE);
    }

    /** Writes what comes, each piece when the one before it is out. */
    public static Uni<Void> write(HttpServerResponse response, Multi<Buffer> pieces) {
        return pieces.onItem()
                .transformToUniAndConcatenate(piece -> Uni.createFrom()
                        .completionStage(() -> response.write(piece).toCompletionStage()))
                .onItem()
                .ignoreAsUni();
    }

    /** Ends the response with an answer. */
    public static void answer(RoutingContext context, Answer answer, String mediaType) {
        context.response().setStatusCode(answer.status());
        answer.headers().forEach(context.response()::putHeader);
        if (answer.body().isEmpty()) {
            context.response().end();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(answer.body());
    }
}
