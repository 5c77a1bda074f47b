package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_BELIEVABLE;
import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_SUPPORTED;
import static org.laurel.verifying.report.ProblemKind.STATUS_OUT_OF_REACH;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintFinding;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.securing.status.reading.StatusListContent;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;

/**
 * Reads one bit of a bitstring status list (Bitstring Status List 1.0 §3.2): the list is fetched, and judged as a
 * credential of the same issuer before a bit of it is believed.
 */
@Singleton
final class StatusLookup {
    private static final String JSON =
            "application/vc, application/vc+ld+json;q=0.9, application/ld+json;q=0.9, application/json;q=0.8,"
                    + " application/vc+jwt;q=0.5, text/plain;q=0.1";
    private static final String JWT =
            "application/vc+jwt, application/jwt;q=0.9, text/plain;q=0.8, application/vc;q=0.5, application/json;q=0.4";

    private final Fetcher fetcher;
    private final CredentialLinter linter;
    private final ProofJudge judge;
    private final Workers workers;

    StatusLookup(Fetcher fetcher, CredentialLinter linter, ProofJudge judge, Workers workers) {
        this.fetcher = fetcher;
        this.linter = linter;
        this.judge = judge;
        this.workers = workers;
    }

    /** Whether the bit is set; fails with {@link KeyException}. */
    Uni<Boolean> isSet(StatusEntry entry, Examination examination) {
        String accept = examination.credential().isJwt() ? JWT : JSON;
        return fetcher.get(entry.list(), accept)
                .onFailure(FetchException.class)
                .transform(failure -> KeyException.open(STATUS_OUT_OF_REACH, String.valueOf(failure.getMessage())))
                .chain(fetched -> workers.compute(() -> read(fetched.body())))
                .chain(outcome -> outcome.list == null
                        ? Uni.createFrom().failure(KeyException.wrong(STATUS_NOT_BELIEVABLE, outcome.fault))
                        : judged(outcome.list, entry, examination));
    }

    private Uni<Boolean> judged(UnverifiedCredential list, StatusEntry entry, Examination examination) {
        Optional<KeyException> objection = objection(list.document(), entry, examination);
        if (objection.isPresent()) {
            return Uni.createFrom().failure(objection.get());
        }
        return judge.judge(list, examination.now()).chain(trials -> proofObjection(examination, trials)
                .<Uni<Boolean>>map(Uni.createFrom()::failure)
                .orElseGet(() -> bit(list.document(), entry)));
    }

    private static Optional<KeyException> proofObjection(Examination examination, List<ProofTrial> trials) {
        boolean open = !trials.isEmpty() && trials.stream().allMatch(ProofTrial::open);
        return IssuerKeyCheck.objection(examination, trials)
                .map(detail -> open
                        ? KeyException.open(STATUS_NOT_SUPPORTED, "the proof of the list cannot be checked here")
                        : KeyException.wrong(STATUS_NOT_BELIEVABLE, detail));
    }

    private Optional<KeyException> objection(CredentialDocument list, StatusEntry entry, Examination examination) {
        if (!list.issuerId().equals(examination.credential().document().issuerId())) {
            return wrong("the list is issued by another than the badge");
        }
        if (list.id().filter(id -> !id.equals(entry.list().toString())).isPresent()) {
            return wrong("the list calls itself by another URL than the badge does");
        }
        Optional<LintFinding> broken = linter.findings(list).stream()
                .filter(finding -> finding.severity() == LintFinding.Severity.ERROR)
                .findFirst();
        return broken.isPresent()
                ? wrong("the list breaks a rule: " + broken.get().detail())
                : outOfTime(list, examination.now());
    }

    private static Optional<KeyException> outOfTime(CredentialDocument list, Instant now) {
        boolean early = ProofTimes.read(list.json().path("validFrom").asText())
                .filter(from -> now.plusSeconds(60).isBefore(from))
                .isPresent();
        boolean late = ProofTimes.read(list.json().path("validUntil").asText())
                .filter(now::isAfter)
                .isPresent();
        return early || late
                ? Optional.of(KeyException.open(STATUS_OUT_OF_REACH, "the list that could be had is out of date"))
                : Optional.empty();
    }

    private Uni<Boolean> bit(CredentialDocument list, StatusEntry entry) {
        return workers.compute(() -> {
                    try {
                        return new Bit(StatusListContent.read(list).isSet(entry), null);
                    } catch (StatusListException e) {
                        return new Bit(false, failure(e));
                    }
                })
                .chain(bit -> bit.failure == null
                        ? Uni.createFrom().item(bit.set)
                        : Uni.createFrom().failure(bit.failure));
    }

    /** How a fault of an entry or a list weighs. */
    static KeyException failure(StatusListException fault) {
        return fault.code() == StatusListException.Code.NOT_SUPPORTED
                ? KeyException.open(STATUS_NOT_SUPPORTED, fault.detail())
                : KeyException.wrong(STATUS_NOT_BELIEVABLE, fault.detail());
    }

    private static Reading read(byte[] body) {
        try {
            return new Reading(CredentialParser.parse(body), "");
        } catch (UnreadableCredentialException e) {
            return new Reading(null, "the list cannot be read: " + e.getMessage());
        }
    }

    private static Optional<KeyException> wrong(String detail) {
        return Optional.of(KeyException.wrong(STATUS_NOT_BELIEVABLE, detail));
    }

    private record Reading(@Nullable UnverifiedCredential list, String fault) {}

    private record Bit(boolean set, @Nullable KeyException failure) {}
}
