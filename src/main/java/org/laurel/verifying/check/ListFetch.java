package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_BELIEVABLE;
import static org.laurel.verifying.report.ProblemKind.STATUS_OUT_OF_REACH;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.fetch.Derived;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.ListReport;

/**
 * Fetches status lists, none of them judged yet. A copy serves for the list's {@code ttl} (Bitstring Status List 1.0
 * §2.2): an older one is fetched anew, and while the host is away it is not used.
 */
@Singleton
final class ListFetch {
    private static final String JSON =
            "application/vc, application/vc+ld+json;q=0.9, application/ld+json;q=0.9, application/json;q=0.8,"
                    + " application/vc+jwt;q=0.5, text/plain;q=0.1";
    private static final String JWT =
            "application/vc+jwt, application/jwt;q=0.9, text/plain;q=0.8, application/vc;q=0.5, application/json;q=0.4";

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Fetcher fetcher;
    private final Workers workers;
    private final Derived<Parsed> parsed = new Derived<>(list -> 8192);

    ListFetch(Fetcher fetcher, Workers workers) {
        this.fetcher = fetcher;
        this.workers = workers;
    }

    /** The list, not judged; fails with {@link KeyException}. */
    Uni<Read> get(URI url, Examination examination) {
        String accept = accept(examination.credential());
        return fetcher.getOrLastGood(url, accept, LONGEST)
                .onFailure(FetchException.class)
                .transform(ListFetch::outOfReach)
                .chain(fetched -> read(fetched, examination.now()))
                .chain(list -> inTime(list, url, accept, examination.now()));
    }

    /** Begins to get a list of our own that will be asked for in the work of this context. */
    void ahead(URI url, UnverifiedCredential credential, Context context) {
        fetcher.ahead(url, accept(credential), context);
    }

    /** A list is asked for in the form that the badge has. */
    private static String accept(UnverifiedCredential credential) {
        return credential.isJwt() ? JWT : JSON;
    }

    private Uni<Read> inTime(Read list, URI url, String accept, Instant now) {
        Optional<Duration> ttl = ttl(list.credential());
        boolean old = ttl.filter(life -> now.isAfter(list.fetched().fetchedAt().plus(life)))
                .isPresent();
        if (list.fetched().hostAway()) {
            return old || ttl.isEmpty()
                    ? Uni.createFrom()
                            .failure(KeyException.open(
                                    STATUS_OUT_OF_REACH,
                                    url.getHost() + " does not answer, and the copy of its list is too old"))
                    : Uni.createFrom().item(list);
        }
        return old
                ? fetcher.getYoung(url, accept, ttl.orElseThrow())
                        .onFailure(FetchException.class)
                        .transform(ListFetch::outOfReach)
                        .chain(fetched -> read(fetched, now))
                : Uni.createFrom().item(list);
    }

    private Uni<Read> read(Fetched fetched, Instant now) {
        return workers.compute(() -> parse(fetched))
                .chain(outcome -> outcome.list == null
                        ? Uni.createFrom().failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, outcome.fault))
                        : Uni.createFrom()
                                .item(new Read(outcome.list.credential(), outcome.list.digest(), fetched, now)));
    }

    private Outcome parse(Fetched fetched) {
        String place = fetched.uri() + " " + fetched.contentType();
        Optional<Parsed> before = parsed.of(place, fetched.body());
        if (before.isPresent()) {
            return new Outcome(before.get(), "");
        }
        try {
            String digest = "sha256:" + Hex.encode(Sha256.of(fetched.body()));
            Parsed list = new Parsed(CredentialParser.parse(fetched.body()), digest);
            parsed.keep(place, fetched.body(), list);
            return new Outcome(list, "");
        } catch (UnreadableCredentialException e) {
            return new Outcome(null, "the list cannot be read: " + e.getMessage());
        }
    }

    /** Milliseconds; a century at most, so that nobody's number overflows. */
    private static Optional<Duration> ttl(UnverifiedCredential list) {
        JsonNode ttl = list.document().json().path("credentialSubject").path("ttl");
        return ttl.isIntegralNumber() && ttl.canConvertToLong() && ttl.longValue() >= 0
                ? Optional.of(Duration.ofMillis(
                        Math.min(ttl.longValue(), Duration.ofDays(36_500).toMillis())))
                : Optional.empty();
    }

    private static Throwable outOfReach(Throwable failure) {
        return KeyException.open(STATUS_OUT_OF_REACH, String.valueOf(failure.getMessage()));
    }

    private record Parsed(UnverifiedCredential credential, String digest) {}

    private record Outcome(@Nullable Parsed list, String fault) {}

    /**
     * A list as it came.
     *
     * @param credential the list, not judged
     * @param digest the hash of what came
     * @param fetched how it came
     * @param now the time of judgement
     */
    record Read(UnverifiedCredential credential, String digest, Fetched fetched, Instant now) {

        /** What it said of an entry, for the report. */
        ListReport report(StatusEntry entry, long value) {
            return new ListReport(
                    entry.list().toString(),
                    entry.purpose(),
                    entry.index(),
                    value,
                    digest,
                    fetched.fetchedAt().truncatedTo(ChronoUnit.SECONDS));
        }

        /** That a copy was used, if one was. */
        String note() {
            return fetched.hostAway() ? CopyUsed.sentence("the status list's", fetched.fetchedAt(), now) : "";
        }
    }
}
