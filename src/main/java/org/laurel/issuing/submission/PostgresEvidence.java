package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.Accounts;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Submissions in PostgreSQL, as those who assess them and award for them see them. */
@ApplicationScoped
class PostgresEvidence implements Evidence {
    private final Database database;
    private final PersonKeys keys;
    private final Accounts accounts;
    private final EvidenceFiles files;
    private final EvidencePrints prints;
    private final PostgresSubmissionErasure erasure;
    private final Outbox outbox;
    private final Clock clock;

    PostgresEvidence(
            Database database,
            PersonKeys keys,
            Accounts accounts,
            EvidenceFiles files,
            EvidencePrints prints,
            PostgresSubmissionErasure erasure,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.accounts = accounts;
        this.files = files;
        this.prints = prints;
        this.erasure = erasure;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<BlindSubmission>> blind(int issuerNo, long submission, int round) {
        return files.frozen(issuerNo, submission, round).chain(filed -> prints.alike(issuerNo, submission, round)
                .chain(alike -> content(issuerNo, submission, round)
                        .map(found -> found.map(written -> new BlindSubmission(
                                round,
                                written.submittedAt(),
                                written.content().answers(),
                                written.content().blindStatements(),
                                named(filed).entrySet().stream()
                                        .map(one -> blind(one.getValue().blind(one.getKey()), one.getValue()))
                                        .toList(),
                                alike)))));
    }

    private Uni<Optional<Submissions.Frozen>> content(int issuerNo, long submission, int round) {
        return database.read(session -> Database.select(
                        session,
                        "select v.sealed_content, v.submitted_at, k.wrapped_key, s.public_id from submission_version v"
                                + " join submission s on s.issuer_no = v.issuer_no and s.id = v.submission_no"
                                + " join person_key k on k.issuer_no = v.issuer_no and k.person_no = v.submission_no"
                                + " where v.issuer_no = $1 and v.submission_no = $2 and v.round = $3",
                        issuerNo,
                        submission,
                        round)
                .map(rows -> rows.stream().findFirst().map(row -> {
                    PersonKey key = keys.open(new Person(issuerNo, submission), ((Buffer) row[2]).getBytes());
                    return new Submissions.Frozen(
                            round,
                            Database.instant(row[1]),
                            SubmissionRows.open(
                                    key,
                                    row[0],
                                    SubmissionRows.frozen((String) row[3], round),
                                    SubmissionContent.class));
                })));
    }

    private static BlindSubmission.BlindFile blind(ServedFile served, EvidenceFile file) {
        return new BlindSubmission.BlindFile(
                file.part(), served.name(), served.kind().mediaType(), served.size());
    }

    /** By names that say which part they answer and nothing else. */
    private static Map<String, EvidenceFile> named(List<EvidenceFile> files) {
        Map<String, EvidenceFile> named = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (EvidenceFile file : files) {
            int number = counts.merge(file.part(), 1, Integer::sum);
            named.put(
                    file.part() + "-file-" + number + "." + file.about().kind().extension(), file);
        }
        return named;
    }

    @Override
    public Uni<Optional<ServedFile>> file(int issuerNo, long submission, int round, String name) {
        return files.frozen(issuerNo, submission, round)
                .map(filed -> Optional.ofNullable(named(filed).get(name)).map(file -> file.blind(name)))
                .call(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : content(issuerNo, submission, round)
                                .map(written -> written.orElseThrow(PostgresEvidence::gone)));
    }

    @Override
    public Uni<List<ShownItem>> shown(int issuerNo, long submission, int round) {
        return content(issuerNo, submission, round)
                .chain(found -> files.frozen(issuerNo, submission, round).map(filed -> found.stream()
                        .flatMap(written -> shown(written.content(), filed))
                        .toList()));
    }

    private static Stream<ShownItem> shown(SubmissionContent content, List<EvidenceFile> files) {
        return content.shown().stream().map(item -> {
            EvidenceFile file = files.stream()
                    .filter(one -> one.id().equals(item.file()))
                    .findFirst()
                    .orElse(null);
            String text = content.answer(item.part())
                    .map(SubmissionContent.Answer::text)
                    .filter(written -> item.isText())
                    .orElse(null);
            return new ShownItem(
                    item.part(), item.name(), text, item.link(), file == null ? null : neutral(file), item.file());
        });
    }

    @Override
    public Uni<Optional<ServedFile>> shownFile(int issuerNo, long submission, String fileId) {
        return files.find(issuerNo, submission, fileId)
                .map(found ->
                        found.filter(file -> file.state() == FileState.READY).map(PostgresEvidence::neutral));
    }

    private static ServedFile neutral(EvidenceFile file) {
        return file.blind(file.part() + "." + file.about().kind().extension());
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, List<Long> submissions) {
        return erasure.erase(
                session,
                submissions.stream()
                        .map(number -> new Object[] {issuerNo, number})
                        .toList());
    }

    @Override
    public Uni<Boolean> isBy(Mutiny.StatelessSession session, int issuerNo, long submission, long account) {
        return Database.select(
                        session,
                        "select 1 from submission where issuer_no = $1 and id = $2 and account_no = $3",
                        issuerNo,
                        submission,
                        account)
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Earner> earner(int issuerNo, long submission) {
        return database.read(session -> Database.select(
                        session, SubmissionRows.SELECT + "where s.issuer_no = $1 and s.id = $2", issuerNo, submission))
                .map(rows -> SubmissionRows.submission(rows.get(0), keys).owner())
                .chain(this::earner);
    }

    private Uni<Earner> earner(Submission.Owner owner) {
        Educator educator = owner.educator();
        if (educator != null) {
            return Uni.createFrom().item(new Earner(educator.email(), educator.name(), educator.userId()));
        }
        if (owner.account() == null) {
            throw gone();
        }
        return accounts.find(owner.account())
                .map(found -> found.filter(one -> !one.addresses().isEmpty())
                        .map(one -> new Earner(one.addresses().get(0), one.name(), null))
                        .orElseThrow(PostgresEvidence::gone));
    }

    private static ProblemException gone() {
        return ProblemException.of(ProblemType.GONE, "The educator had it erased.");
    }

    @Override
    public Uni<Void> returned(
            Mutiny.StatelessSession session, int issuerNo, long submission, SubmissionDecision decision) {
        return decide(session, issuerNo, submission, decision, "");
    }

    @Override
    public Uni<Void> awarded(
            Mutiny.StatelessSession session, int issuerNo, long submission, SubmissionDecision decision, String award) {
        return decide(session, issuerNo, submission, decision, award);
    }

    private Uni<Void> decide(
            Mutiny.StatelessSession session, int issuerNo, long submission, SubmissionDecision decision, String award) {
        SubmissionState to = award.isEmpty() ? SubmissionState.RETURNED : SubmissionState.AWARDED;
        return Database.select(
                        session,
                        "update submission set state = $3, award_id = nullif($4, ''), version = version + 1, updated_at = $5"
                                + " where issuer_no = $1 and id = $2 and state = 'submitted' returning public_id",
                        issuerNo,
                        submission,
                        to.toString(),
                        award,
                        Database.time(clock.instant()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> (String) Objects.requireNonNull(row[0]))
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.CONFLICT, "The educator took it back in the meantime.")))
                .chain(id -> keys.find(session, new Person(issuerNo, submission))
                        .map(found -> found.orElseThrow(PostgresEvidence::gone))
                        .chain(key -> Database.insert(
                                session,
                                "update submission_version set sealed_decision = $4 where issuer_no = $1"
                                        + " and submission_no = $2 and round = $3",
                                issuerNo,
                                submission,
                                decision.round(),
                                SubmissionRows.seal(key, decision, SubmissionRows.decision(id, decision.round()))))
                        .chain(() -> outbox.add(
                                session,
                                List.of(new OutboxEvent(
                                        issuerNo, "submission." + to, id, "assessment", "", clock.instant())))));
    }
}
