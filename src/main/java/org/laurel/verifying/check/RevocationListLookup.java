package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_BELIEVABLE;
import static org.laurel.verifying.report.ProblemKind.STATUS_OUT_OF_REACH;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.report.PlainName;

/** Reads 1EdTech revocation lists: plain JSON that names the credentials that were revoked (OB 3.0 Verification and Validation, VCRL 1.0). */
@Singleton
final class RevocationListLookup {
    private final Fetcher fetcher;

    RevocationListLookup(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** What the list, which must be the issuer's own, says of the credential, with its reason; fails with {@link KeyException}. */
    Uni<StatusValue> value(JsonNode status, String credentialId, String issuerId) {
        URI list;
        try {
            list = URI.create(status.path("id").asText(""));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, "the list has no URL"));
        }
        return fetcher.get(list, "application/json")
                .onFailure(FetchException.class)
                .transform(failure -> KeyException.open(STATUS_OUT_OF_REACH, String.valueOf(failure.getMessage())))
                .chain(fetched -> search(fetched, credentialId, issuerId));
    }

    private static Uni<StatusValue> search(Fetched fetched, String credentialId, String issuerId) {
        try {
            JsonNode list = StrictJson.parse(fetched.body());
            JsonNode issuer = list.path("issuer");
            String by =
                    issuer.isTextual() ? issuer.textValue() : issuer.path("id").asText("");
            if (!by.equals(issuerId)) {
                return Uni.createFrom()
                        .failure(KeyException.wrong(
                                STATUS_NOT_BELIEVABLE, "the list is issued by another than the badge, or by nobody"));
            }
            StatusValue one = value(list.path("revokedCredential"), credentialId);
            return Uni.createFrom().item(one.isSet() ? one : value(list.path("revokedCredentials"), credentialId));
        } catch (MalformedJsonException e) {
            return Uni.createFrom().failure(KeyException.open(STATUS_OUT_OF_REACH, "what came is no revocation list"));
        }
    }

    private static StatusValue value(JsonNode entries, String credentialId) {
        for (JsonNode entry : entries) {
            boolean same = credentialId.equals(entry.path("id").textValue());
            if (same && entry.path("revoked").asBoolean(true)) {
                String reason = PlainName.of(entry.path("revocationReason").asText(""));
                return new StatusValue(1, reason, "", null);
            }
        }
        return new StatusValue(0, "", "", null);
    }
}
