package org.laurel.shared.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.laurel.shared.problem.ProblemType;

/** Answers with a problem document where no resource does: in routes before them, and for the server's own refusals. */
public final class Refusals {

    private Refusals() {}

    /** Ends the response, unless it is ended; headers that were put stay. */
    public static void refuse(RoutingContext context, ProblemType type, String detail) {
        if (context.response().ended()) {
            return;
        }
        Answer answer = Problems.answer(type, detail, null, List.of());
        context.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .end(answer.body());
    }
}
