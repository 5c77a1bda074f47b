package org.laurel.verifying.sdjwtvc;

import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_BELIEVABLE;
import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_SUPPORTED;
import static org.laurel.verifying.report.ProblemKind.STATUS_OUT_OF_REACH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.sdjwt.CompactToken;
import org.laurel.securing.sdjwt.SdJwtException;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.securing.status.reading.TokenStatusList;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.KeyException;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Reads an entry of a Token Status List, which is fetched and must be signed by the same issuer (Token Status List §8.3). */
final class TokenStatusLookup {
    private static final String ACCEPT = "application/statuslist+jwt";
    private static final String TYPE = "statuslist+jwt";
    private static final long LONGEST_TTL = Duration.ofDays(36_500).toSeconds();

    private final Fetcher fetcher;
    private final Workers workers;

    TokenStatusLookup(Fetcher fetcher, Workers workers) {
        this.fetcher = fetcher;
        this.workers = workers;
    }

    /** The status that the list gives; fails with {@link KeyException}. */
    Uni<Integer> value(JsonNode entry, DidDocument issuer, Instant now) {
        JsonNode index = entry.path("idx");
        if (!index.isIntegralNumber() || !index.canConvertToLong() || index.longValue() < 0) {
            return failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, "expected an index in idx, a whole number"));
        }
        URI url;
        try {
            url = URI.create(entry.path("uri").asText(""));
        } catch (IllegalArgumentException e) {
            return failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, "the uri of the status list is no URL"));
        }
        return fetcher.get(url, ACCEPT)
                .chain(fetched -> young(fetched, url, now))
                .onFailure(FetchException.class)
                .transform(failure -> KeyException.open(STATUS_OUT_OF_REACH, String.valueOf(failure.getMessage())))
                .chain(fetched -> workers.compute(() -> Answer.of(fetched, entry, issuer, now)))
                .chain(Answer::outcome);
    }

    /** A kept list serves for its {@code ttl}, in seconds; whether it is genuine is asked of whichever is used. */
    private Uni<Fetched> young(Fetched fetched, URI url, Instant now) {
        return ttl(fetched)
                .filter(life -> now.isAfter(fetched.fetchedAt().plus(life)))
                .map(life -> fetcher.getYoung(url, ACCEPT, life))
                .orElse(Uni.createFrom().item(fetched));
    }

    private static Optional<Duration> ttl(Fetched fetched) {
        try {
            JsonNode ttl = token(fetched).payload().path("ttl");
            return ttl.isIntegralNumber() && ttl.canConvertToLong() && ttl.longValue() > 0
                    ? Optional.of(Duration.ofSeconds(Math.min(ttl.longValue(), LONGEST_TTL)))
                    : Optional.empty();
        } catch (SdJwtException e) {
            return Optional.empty(); // refused when it is read
        }
    }

    private static CompactToken token(Fetched fetched) throws SdJwtException {
        return CompactToken.read(new String(fetched.body(), StandardCharsets.US_ASCII).strip(), "the status list");
    }

    private static <T> Uni<T> failure(KeyException failure) {
        return Uni.createFrom().failure(failure);
    }

    private record Answer(Uni<Integer> outcome) {

        static Answer of(Fetched fetched, JsonNode entry, DidDocument issuer, Instant now) {
            try {
                return new Answer(Uni.createFrom().item(read(token(fetched), entry, issuer, now)));
            } catch (KeyException e) {
                return new Answer(failure(e));
            } catch (SdJwtException e) {
                return new Answer(failure(
                        KeyException.wrong(STATUS_NOT_BELIEVABLE, e.fault().detail())));
            } catch (StatusListException e) {
                return new Answer(failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, e.detail())));
            }
        }

        private static int read(CompactToken list, JsonNode entry, DidDocument issuer, Instant now)
                throws KeyException, StatusListException {
            ObjectNode payload = list.payload();
            if (!list.header().path("typ").asText("").equals(TYPE)) {
                throw KeyException.wrong(STATUS_NOT_BELIEVABLE, "the status list has another typ than " + TYPE);
            }
            if (!payload.path("sub").equals(entry.path("uri"))) {
                throw KeyException.wrong(STATUS_NOT_BELIEVABLE, "the list calls itself by another URL in sub");
            }
            if (payload.has("iss") && !issuer.id().equals(payload.get("iss").textValue())) {
                throw KeyException.wrong(STATUS_NOT_BELIEVABLE, "the list is issued by another");
            }
            if (SdJwtVc.time(payload.path("iat")).isEmpty()) {
                throw KeyException.wrong(STATUS_NOT_BELIEVABLE, "the list says not by iat when it was made");
            }
            Optional<Problem> objection = IssuerSignature.objection(list, issuer, now);
            if (objection.isPresent()) {
                boolean open = objection.get().kind() == ProblemKind.PROOF_NOT_SUPPORTED;
                String detail = "the signature of the list: " + objection.get().detail();
                throw open
                        ? KeyException.open(STATUS_NOT_SUPPORTED, detail)
                        : KeyException.wrong(STATUS_NOT_BELIEVABLE, detail);
            }
            boolean ended = payload.has("exp")
                    && SdJwtVc.time(payload.get("exp")).filter(now::isBefore).isEmpty();
            if (ended) {
                throw KeyException.open(STATUS_OUT_OF_REACH, "the list that could be had has expired");
            }
            return TokenStatusList.read(payload.path("status_list"))
                    .value(entry.path("idx").longValue());
        }
    }
}
