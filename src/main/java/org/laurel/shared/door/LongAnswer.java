package org.laurel.shared.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * An answer that takes longer than the half minute after which the server gives up a connection on which nothing moves: the
 * million rows of a file are stored before they are answered, and large files are judged. The body has to be here already, so that nobody can hold a
 * connection open by sending little; and the connection ends with the answer.
 */
public final class LongAnswer {

    private LongAnswer() {}

    /** Stops the clock of the connection, on any thread. */
    public static void expect(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            throw new IllegalStateException("a connection of another kind: " + request.connection());
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().endHandler(ended -> request.connection().shutdown());
        } else {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Channel channel = connection.channel();
        channel.eventLoop().execute(() -> stop(channel.pipeline()));
    }

    private static void stop(ChannelPipeline pipeline) {
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
    }
}
