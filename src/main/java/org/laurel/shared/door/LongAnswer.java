package org.laurel.shared.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * An answer that takes longer than the half minute after which the server gives up a connection on which nothing moves: the
 * million rows of a file are stored before they are answered, and large files are judged. The body has to be here already, so
 * that nobody can hold a connection open by sending little. Such a connection ends with the answer, unless it is one of
 * HTTP/2: there others may be asking on it.
 */
public final class LongAnswer {
    private static final long MOST_MINUTES = 10;

    private LongAnswer() {}

    /** Gives the connection more time, on any thread. */
    public static void expect(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            throw new IllegalStateException("a connection of another kind: " + request.connection());
        }
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Channel channel = connection.channel();
        channel.eventLoop().execute(() -> wait(channel.pipeline()));
    }

    private static void wait(ChannelPipeline pipeline) {
        ChannelHandlerContext clock = pipeline.context(IdleStateHandler.class);
        if (clock != null) {
            pipeline.replace(clock.handler(), clock.name(), new IdleStateHandler(0, 0, MOST_MINUTES, TimeUnit.MINUTES));
        }
    }
}
