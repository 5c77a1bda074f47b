package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_BELIEVABLE;
import static org.laurel.verifying.report.ProblemKind.STATUS_NOT_SUPPORTED;
import static org.laurel.verifying.report.ProblemKind.STATUS_OUT_OF_REACH;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintFinding;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.securing.status.reading.StatusListContent;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.securing.status.reading.StatusListKind;
import org.laurel.shared.work.Workers;

/**
 * Reads one entry of a status list (Bitstring Status List 1.0 §3.2): the list is fetched, and judged as a credential of
 * the same issuer before a bit of it is believed.
 */
@Singleton
final class StatusLookup {
    private final ListFetch lists;
    private final CredentialLinter linter;
    private final ProofJudge judge;
    private final Workers workers;
    private final JudgedLists judged = new JudgedLists();

    StatusLookup(ListFetch lists, CredentialLinter linter, ProofJudge judge, Workers workers) {
        this.lists = lists;
        this.linter = linter;
        this.judge = judge;
        this.workers = workers;
    }

    /** What the list says of the entry; fails with {@link KeyException}. */
    Uni<StatusValue> value(StatusEntry entry, Examination examination) {
        return lists.get(entry.list(), examination).chain(list -> judged(list, entry, examination));
    }

    private Uni<StatusValue> judged(ListFetch.Read list, StatusEntry entry, Examination examination) {
        Optional<KeyException> objection = objection(list.credential().document(), entry, examination);
        if (objection.isPresent()) {
            return Uni.createFrom().failure(objection.get());
        }
        Optional<StatusListContent> before = judged.of(list.credential(), entry.kind(), examination.issuer());
        if (before.isPresent()) {
            return value(before.get(), entry, list);
        }
        return workers.compute(() -> brokenRule(list.credential().document(), entry))
                .chain(broken ->
                        broken.isPresent() ? Uni.createFrom().failure(broken.get()) : proved(list, entry, examination));
    }

    private Uni<StatusValue> proved(ListFetch.Read list, StatusEntry entry, Examination examination) {
        UnverifiedCredential credential = list.credential();
        return judge.judge(credential, examination.issuer(), examination.now()).chain(trials -> {
            Optional<KeyException> objection = proofObjection(examination, trials);
            return objection.isPresent()
                    ? Uni.createFrom().failure(objection.get())
                    : workers.compute(() -> Unfolded.of(credential, entry))
                            .chain(Unfolded::outcome)
                            .chain(content -> {
                                judged.keep(credential, entry.kind(), examination.issuer(), content, trials);
                                return value(content, entry, list);
                            });
        });
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
        if (!list.hasType(entry.kind().credentialType())) {
            return wrong("the list is no " + entry.kind().credentialType());
        }
        return outOfTime(list, examination.now());
    }

    /** We have rules for bitstring lists only; of older ones all that is needed is read strictly. */
    private Optional<KeyException> brokenRule(CredentialDocument list, StatusEntry entry) {
        if (entry.kind() != StatusListKind.BITSTRING) {
            return Optional.empty();
        }
        return linter.findings(list).stream()
                .filter(finding -> finding.severity() == LintFinding.Severity.ERROR)
                .findFirst()
                .flatMap(broken -> wrong("the list breaks a rule: " + broken.detail()));
    }

    /** Also by the names that the dates have in VCDM 1.1, which carries the older lists. */
    private static Optional<KeyException> outOfTime(CredentialDocument list, Instant now) {
        boolean early = Stream.of("validFrom", "issuanceDate")
                .flatMap(name -> ProofTimes.read(list.json().path(name).asText()).stream())
                .anyMatch(from -> now.plusSeconds(60).isBefore(from));
        boolean late = Stream.of("validUntil", "expirationDate")
                .flatMap(name -> ProofTimes.read(list.json().path(name).asText()).stream())
                .anyMatch(now::isAfter);
        return early || late
                ? Optional.of(KeyException.open(STATUS_OUT_OF_REACH, "the list that could be had is out of date"))
                : Optional.empty();
    }

    private static Uni<StatusValue> value(StatusListContent content, StatusEntry entry, ListFetch.Read list) {
        try {
            long value = content.value(entry);
            return Uni.createFrom()
                    .item(new StatusValue(
                            value, entry.message(value).orElse(""), list.note(), list.report(entry, value)));
        } catch (StatusListException e) {
            return Uni.createFrom().failure(failure(e));
        }
    }

    /** How a fault of an entry or a list weighs. */
    static KeyException failure(StatusListException fault) {
        return fault.code() == StatusListException.Code.NOT_SUPPORTED
                ? KeyException.open(STATUS_NOT_SUPPORTED, fault.detail())
                : KeyException.wrong(STATUS_NOT_BELIEVABLE, fault.detail());
    }

    private static Optional<KeyException> wrong(String detail) {
        return Optional.of(KeyException.wrong(STATUS_NOT_BELIEVABLE, detail));
    }

    private record Unfolded(Uni<StatusListContent> outcome) {

        static Unfolded of(UnverifiedCredential list, StatusEntry entry) {
            try {
                return new Unfolded(Uni.createFrom().item(StatusListContent.read(entry.kind(), list.document())));
            } catch (StatusListException e) {
                return new Unfolded(Uni.createFrom().failure(failure(e)));
            }
        }
    }
}
