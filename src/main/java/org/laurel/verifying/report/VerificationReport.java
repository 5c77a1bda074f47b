package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "is this badge what it says it is?".
 *
 * @param verified whether every fatal check passed
 * @param outcome the verdict
 * @param summary one plain sentence
 * @param input what came in
 * @param credential what it says of itself; null when it could not be read
 * @param checks every check of the plan, in order
 * @param embedded the reports on what stands inside: credentials that it carries, endorsements; left out when empty
 * @param trust why one might trust the issuer, apart from the verdict; null when the credential could not be read
 * @param statusLists what each status list said; left out when none was asked
 * @param verifiedAt when, in whole seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "verified",
    "outcome",
    "summary",
    "input",
    "credential",
    "checks",
    "trust",
    "embedded",
    "statusLists",
    "verifiedAt"
})
public record VerificationReport(
        boolean verified,
        Verdict outcome,
        String summary,
        InputReport input,
        @Nullable CredentialReport credential,
        List<CheckReport> checks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EmbeddedReport> embedded,
        @Nullable TrustReport trust,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ListReport> statusLists,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant verifiedAt) {

    /** Copies the lists. */
    public VerificationReport {
        checks = List.copyOf(checks);
        embedded = List.copyOf(embedded);
        statusLists = List.copyOf(statusLists);
    }

    /** The same in another language: what people read is said anew, what was found stays. */
    public VerificationReport in(Wording words) {
        List<EmbeddedReport> inside =
                embedded.stream().map(one -> one.in(words)).toList();
        Map<String, String> summaries = new HashMap<>();
        for (int i = 0; i < inside.size(); i++) {
            summaries.put(
                    embedded.get(i).report().summary(), inside.get(i).report().summary());
        }
        return new VerificationReport(
                verified,
                outcome,
                Summary.sentence(checks, credential, trust, words),
                input,
                credential,
                checks.stream().map(check -> check.in(words, summaries)).toList(),
                inside,
                trust,
                statusLists,
                verifiedAt);
    }

    /** The line of this id. */
    public Optional<CheckReport> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }
}
