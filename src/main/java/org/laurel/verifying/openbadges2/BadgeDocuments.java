package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.CopyUsed;
import org.laurel.verifying.report.ProblemKind;

/** Fetches the documents that an assertion hangs on through the guarded door; nothing in them is judged yet. */
final class BadgeDocuments {
    private static final String ACCEPT = "application/ld+json, application/json;q=0.9";
    private static final Duration LAST_GOOD = Duration.ofDays(7);
    private static final int GONE = 410;

    private final Fetcher fetcher;
    private final Workers workers;
    private final Clock clock;

    BadgeDocuments(Fetcher fetcher, Workers workers, Clock clock) {
        this.fetcher = fetcher;
        this.workers = workers;
        this.clock = clock;
    }

    /** A document that changes seldom: the last good copy serves while the host is away. Fails with {@link PartException}. */
    Uni<Read> get(String url, Part part) {
        return uri(url, part)
                .chain(uri -> fetcher.getOrLastGood(uri, ACCEPT, LAST_GOOD))
                .onFailure(FetchException.class)
                .transform(failure -> known((FetchException) failure, part))
                .chain(fetched -> read(fetched, url, part));
    }

    /** A document that must be of now. Fails with {@link PartException}. */
    Uni<Read> getNow(String url, Part part) {
        return uri(url, part)
                .chain(uri -> fetcher.get(uri, ACCEPT))
                .onFailure(FetchException.class)
                .transform(failure -> known((FetchException) failure, part))
                .chain(fetched -> read(fetched, url, part));
    }

    /** What the address of a hosted assertion answers now; 410 Gone is an answer. Fails with {@link PartException}. */
    Uni<HostedCopy> hosted(String url) {
        return uri(url, Part.ASSERTION)
                .chain(uri -> fetcher.get(uri, ACCEPT))
                .chain(fetched -> read(fetched, url, Part.ASSERTION))
                .map(read -> new HostedCopy(read.json(), false))
                .onFailure(BadgeDocuments::isGone)
                .recoverWithItem(failure -> new HostedCopy(body((FetchException) failure), true))
                .onFailure(FetchException.class)
                .transform(failure -> known((FetchException) failure, Part.ASSERTION));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof FetchException known && known.status().orElse(0) == GONE;
    }

    /** What a host says of what is gone, if it can be read. */
    private static ObjectNode body(FetchException gone) {
        return parse(gone.body()).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static Uni<URI> uri(String url, Part part) {
        try {
            return Uni.createFrom().item(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(part.notFound(part.words() + " is named by what is no URL"));
        }
    }

    private static PartException known(FetchException failure, Part part) {
        String detail = part.words() + ": " + failure.getMessage();
        int status = failure.status().orElse(0);
        if (failure.reason() == FetchException.Reason.REFUSED) {
            return PartException.open(ProblemKind.ADDRESS_NOT_ASKED, detail);
        }
        return status == 404 || status == GONE ? part.notFound(detail) : part.outOfReach(detail);
    }

    private Uni<Read> read(Fetched fetched, String url, Part part) {
        if (part.speaksForItsAddress() && !isAt(fetched.uri(), URI.create(url))) {
            return Uni.createFrom()
                    .failure(PartException.open(
                            ProblemKind.LED_ELSEWHERE,
                            part.words() + ": " + url + " leads to "
                                    + fetched.uri().getHost()));
        }
        return workers.compute(() -> parse(fetched.body()))
                .chain(json -> json.isEmpty()
                        ? Uni.createFrom()
                                .failure(part.outOfReach(part.words() + ": "
                                        + fetched.uri().getHost() + " answered, but not with a JSON object"))
                        : Uni.createFrom().item(new Read(json.get(), note(fetched, part))));
    }

    /**
     * Whether what was fetched came from the host that was asked, or from one under it, such as www. A redirect may lead
     * there (OB 2.0, HostedBadge Verification); one to anywhere is what many hosts give to everybody, and shows nothing.
     */
    private static boolean isAt(URI arrived, URI asked) {
        String host = String.valueOf(asked.getHost()).toLowerCase(Locale.ROOT);
        String last = String.valueOf(arrived.getHost()).toLowerCase(Locale.ROOT);
        return last.equals(host) || last.endsWith("." + host) || host.equals("www." + last);
    }

    private String note(Fetched fetched, Part part) {
        return fetched.hostAway() ? CopyUsed.sentence(part.words() + "'s", fetched.fetchedAt(), clock.instant()) : "";
    }

    private static Optional<ObjectNode> parse(byte[] body) {
        try {
            return StrictJson.parse(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (MalformedJsonException e) {
            return Optional.empty(); // the caller says what was expected
        }
    }

    /**
     * A document as it came.
     *
     * @param json not judged
     * @param note that a copy was used, if one was
     */
    record Read(ObjectNode json, String note) {}
}
