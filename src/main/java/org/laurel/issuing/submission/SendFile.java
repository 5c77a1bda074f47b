package org.laurel.issuing.submission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Streams;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;

/**
 * Sends a file of evidence as a stream, in such a way that it does nothing where it is shown: with a forced type that no
 * browser guesses anew, in a sandbox, and to be saved unless it is a PDF, a picture, sound or video.
 */
@ApplicationScoped
public class SendFile {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private final ReadFile read;

    SendFile(ReadFile read) {
        this.read = read;
    }

    /** Which bytes are sent. */
    private record Piece(long from, long to) {}

    /** Answers a GET or a HEAD. */
    public void send(RoutingContext context, ServedFile file) {
        HttpServerResponse response = context.response();
        String tag = '"' + file.digest() + '"';
        headers(
                response,
                file.kind().mediaType(),
                disposition(file.name(), file.kind().isShown()),
                tag);
        if (EntityTags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        Piece all = new Piece(0, file.size());
        Piece piece = all;
        if (file.kind().isPlayed()) {
            response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            Optional<Piece> asked = asked(context, file.size(), tag);
            piece = asked.orElse(all);
            if (asked.isPresent() && piece.from() >= piece.to()) {
                response.setStatusCode(416)
                        .putHeader("Content-Range", "bytes */" + file.size())
                        .end();
                return;
            }
            if (asked.isPresent()) {
                response.setStatusCode(206)
                        .putHeader(
                                "Content-Range", "bytes " + piece.from() + "-" + (piece.to() - 1) + "/" + file.size());
            }
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(piece.to() - piece.from()));
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.end();
            return;
        }
        stream(context, file, piece);
    }

    /** Answers likewise with a text, which is shown as plain text whatever stands in it. */
    public void send(RoutingContext context, String name, byte[] text) {
        HttpServerResponse response = context.response();
        String tag = '"' + Hex.encode(Sha256.of(text)) + '"';
        headers(response, "text/plain; charset=utf-8", disposition(name, true), tag);
        if (EntityTags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
        } else if (HttpMethod.HEAD.equals(context.request().method())) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(text.length))
                    .end();
        } else {
            response.end(Buffer.buffer(text));
        }
    }

    private static String disposition(String name, boolean shown) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (shown ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + whole;
    }

    private static void headers(HttpServerResponse response, String type, String disposition, String tag) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Disposition", disposition)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.ETAG, tag);
    }

    /** A single range (RFC 9110 §14.2) of the very bytes that the caller has some of; several are answered with all. */
    private static Optional<Piece> asked(RoutingContext context, long size, String tag) {
        String condition = context.request().getHeader("If-Range");
        if (condition != null && !condition.equals(tag)) {
            return Optional.empty();
        }
        return range(context.request().getHeader("Range"), size);
    }

    private static Optional<Piece> range(@Nullable String header, long size) {
        Matcher matcher = RANGE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Piece(Math.max(0, size - Long.parseLong(last)), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        boolean backwards = !last.isEmpty() && Long.parseLong(last) < from;
        return backwards ? Optional.empty() : Optional.of(new Piece(from, to));
    }

    private void stream(RoutingContext context, ServedFile file, Piece piece) {
        HttpServerResponse response = context.response();
        Streams.write(response, read.bytes(file, piece.from(), piece.to()).map(Buffer::buffer))
                .subscribe()
                .with(done -> response.end(), failure -> refuse(context, failure));
    }

    /** What was said of the file says nothing of a refusal. */
    private static void refuse(RoutingContext context, Throwable failure) {
        if (!context.response().headWritten()) {
            context.response().headers().clear().add("X-Content-Type-Options", "nosniff");
        }
        Streams.refuse(context, failure);
    }
}
