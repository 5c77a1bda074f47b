package org.laurel.shared.fetch;

import static org.laurel.shared.fetch.FetchException.Reason.REFUSED;
import static org.laurel.shared.fetch.FetchException.Reason.TOO_LARGE;
import static org.laurel.shared.fetch.FetchException.Reason.UNREACHABLE;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request without redirects. The address that is judged is the address that is connected to, so that a name whose
 * answer changes in between gains nothing; Host header and TLS still use the name.
 */
final class GuardedExchange {
    static final int LARGEST = 1 << 20;
    private static final int CONNECT_MILLIS = 2000;

    private final HttpClient client;
    private final WorkerExecutor lookups;
    private final FetchRules rules;
    private final HostAddresses addresses;

    GuardedExchange(Vertx vertx, HttpClientOptions tls, FetchRules rules, HostAddresses addresses) {
        this.client = vertx.createHttpClient(new HttpClientOptions(tls)
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(16 * 1024)
                .setDecompressionSupported(false)
                .setMaxPoolSize(8)
                .setMaxWaitQueueSize(64)
                .setKeepAliveTimeout(5));
        this.lookups = vertx.createSharedWorkerExecutor("fetch-lookups", 16);
        this.rules = rules;
        this.addresses = addresses;
    }

    /** Asks for a resource; the deadline ends the exchange wherever it is. */
    Future<Answer> get(URI uri, String accept, Deadline deadline) {
        return ask(Asked.get(uri, accept), deadline);
    }

    /** Asks; the deadline ends the exchange wherever it is. */
    Future<Answer> ask(Asked asked, Deadline deadline) {
        try {
            Origin origin = rules.check(asked.uri());
            return lookups.executeBlocking(() -> rules.choose(origin, lookUp(origin)), false)
                    .compose(address -> open(asked, origin, address, deadline))
                    .compose(request -> send(request, asked, origin, deadline));
        } catch (FetchException e) {
            return Future.failedFuture(e);
        }
    }

    private List<InetAddress> lookUp(Origin origin) throws FetchException {
        try {
            String host = origin.host();
            return addresses.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException e) {
            throw new FetchException(UNREACHABLE, origin.host() + " has no address");
        }
    }

    private Future<HttpClientRequest> open(Asked asked, Origin origin, InetAddress address, Deadline deadline) {
        URI uri = asked.uri();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return client.request(new RequestOptions()
                        .setMethod(asked.method())
                        .setServer(SocketAddress.inetSocketAddress(origin.port(), address.getHostAddress()))
                        .setHost(origin.host())
                        .setPort(origin.port())
                        .setSsl(origin.scheme().equals("https"))
                        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                        .setTimeout(deadline.millisLeft()))
                .recover(failure -> Future.failedFuture(unreachable(origin, failure)));
    }

    private Future<Answer> send(HttpClientRequest request, Asked asked, Origin origin, Deadline deadline) {
        Promise<Answer> answer = Promise.promise();
        deadline.onExpiry(() -> {
            answer.tryFail(FetchException.late(origin.host()));
            request.reset();
        });
        asked.headers().forEach(request::putHeader);
        request.putHeader("accept-encoding", "identity");
        request.exceptionHandler(failure -> answer.tryFail(unreachable(origin, failure)));
        asked.body()
                .map(body -> request.send(Buffer.buffer(body)))
                .orElseGet(request::send)
                .onFailure(failure -> answer.tryFail(unreachable(origin, failure)))
                .onSuccess(response -> read(request, response, origin, answer));
        return answer.future();
    }

    private static void read(
            HttpClientRequest request, HttpClientResponse response, Origin origin, Promise<Answer> answer) {
        response.exceptionHandler(failure -> answer.tryFail(unreachable(origin, failure)));
        String encoding = response.getHeader("content-encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            answer.tryFail(
                    new FetchException(REFUSED, origin.host() + " compressed its answer, which was not asked for"));
            request.reset();
            return;
        }
        Buffer body = Buffer.buffer();
        response.endHandler(
                end -> answer.tryComplete(new Answer(response.statusCode(), response.headers(), body.getBytes())));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                answer.tryFail(new FetchException(TOO_LARGE, origin.host() + " answered with more than 1 MiB"));
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
    }

    private static FetchException unreachable(Origin origin, Throwable failure) {
        if (failure instanceof FetchException known) {
            return known;
        }
        return failure instanceof TimeoutException // the client's own timer, set for the same moment as the deadline
                ? FetchException.late(origin.host())
                : new FetchException(
                        UNREACHABLE,
                        origin.host() + " could not be reached ("
                                + failure.getClass().getSimpleName() + ")");
    }
}
