package org.laurel.shared.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** Reads {@code limit} and {@code cursor}, and writes pages with their {@code next}. */
public final class Paging {

    private Paging() {}

    /** A page on the wire. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document<T>(List<T> items, @Nullable String next) {}

    /** The page that is asked for; names each parameter that is wrong. */
    public static PageRequest request(@Nullable String limit, @Nullable String cursor) {
        List<Violation> faults = new ArrayList<>();
        int size = limit(limit, faults);
        long before = cursor == null ? Long.MAX_VALUE : cursor(cursor, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, faults);
        }
        return new PageRequest(size, before);
    }

    /** The response for a page; the link keeps every other parameter. */
    public static <T> Response response(Page<T> page, UriInfo uri) {
        return response(page, uri, next -> new Document<>(page.items(), next));
    }

    /**
     * The same for a page that says more than its items.
     *
     * @param document what is on the wire, by its {@code next}, which is null on the last page
     */
    public static Response response(Page<?> page, UriInfo uri, Function<@Nullable String, Object> document) {
        if (page.next().isEmpty()) {
            return Response.ok(Answer.write(document.apply(null))).build();
        }
        String cursor = cursor(page.next().getAsLong());
        String link = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
        return Response.ok(Answer.write(document.apply(cursor)))
                .header("Link", "<" + link + ">; rel=\"next\"")
                .build();
    }

    /** The cursor of a page that begins after this number. */
    public static String cursor(long next) {
        return Base64Url.encode(ByteBuffer.allocate(Long.BYTES).putLong(next).array());
    }

    /** The response for what is never so many that it needs pages: a page that is the last. */
    public static Response whole(List<?> items) {
        return Response.ok(Answer.write(new Document<>(items, null))).build();
    }

    private static int limit(@Nullable String limit, List<Violation> faults) {
        if (limit == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        int value = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > PageRequest.MAX_LIMIT) {
            faults.add(new Violation(
                    "?limit", "invalid", "limit: expected a number from 1 to " + PageRequest.MAX_LIMIT + "."));
            return PageRequest.DEFAULT_LIMIT;
        }
        return value;
    }

    private static long cursor(String cursor, List<Violation> faults) {
        try {
            byte[] bytes = Base64Url.decode(cursor);
            if (bytes.length == Long.BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IllegalArgumentException e) {
            faults.add(wrongCursor());
            return 0;
        }
        faults.add(wrongCursor());
        return 0;
    }

    private static Violation wrongCursor() {
        return new Violation("?cursor", "invalid", "cursor: expected the value of a page's next, unchanged.");
    }
}
