package org.laurel.issuing.submission;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Appeals in PostgreSQL, sealed under the key of their submission. */
@ApplicationScoped
class PostgresAppeals implements Appeals {
    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final List<SubmissionFollowers> followers;

    PostgresAppeals(
            Database database, PersonKeys keys, Outbox outbox, Clock clock, @All List<SubmissionFollowers> followers) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Uni<Optional<String>> reason(int issuerNo, long submission) {
        return database.read(session -> Database.select(
                        session,
                        "select a.sealed_reason, k.wrapped_key, s.public_id from submission_appeal a join submission s"
                                + " on s.issuer_no = a.issuer_no and s.id = a.submission_no join person_key k"
                                + " on k.issuer_no = a.issuer_no and k.person_no = a.submission_no"
                                + " where a.issuer_no = $1 and a.submission_no = $2",
                        issuerNo,
                        submission)
                .map(rows -> rows.stream().findFirst().map(row -> keys.open(
                                new Person(issuerNo, submission), ((Buffer) row[1]).getBytes())
                        .openText(((Buffer) row[0]).getBytes(), context((String) row[2])))));
    }

    private static String context(String id) {
        return "submission/" + id + "/appeal";
    }

    /** That of a submission; empty when there is none, or it was erased. */
    Uni<Optional<Appeal>> find(Submission submission) {
        return database.read(session -> Database.select(
                        session,
                        "select a.round, a.sealed_reason, a.appealed_at, a.sealed_decision, k.wrapped_key"
                                + " from submission_appeal a join person_key k on k.issuer_no = a.issuer_no"
                                + " and k.person_no = a.submission_no where a.issuer_no = $1 and a.submission_no = $2",
                        submission.issuerNo(),
                        submission.number())
                .map(rows -> rows.stream().findFirst().map(row -> appeal(submission, row))));
    }

    private Appeal appeal(Submission submission, Object[] row) {
        PersonKey key = keys.open(new Person(submission.issuerNo(), submission.number()), ((Buffer) row[4]).getBytes());
        int round = (Integer) row[0];
        return new Appeal(
                round,
                key.openText(((Buffer) row[1]).getBytes(), context(submission.id())),
                Database.instant(row[2]),
                SubmissionRows.open(
                        key, row[3], SubmissionRows.decision(submission.id(), round), SubmissionDecision.class));
    }

    /** Appeals once: the round goes to somebody else. Of two at once, or of an appeal and another round, one wins. */
    Uni<Void> appeal(Submission read, String reason, String by) {
        return database.write(session -> Database.select(
                        session,
                        "update submission set state = 'submitted', version = version + 1, updated_at = $4"
                                + " where issuer_no = $1 and id = $2 and version = $3 and state = 'returned'"
                                + " returning achievement_no",
                        read.issuerNo(),
                        read.number(),
                        read.version(),
                        Database.time(clock.instant()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new SubmissionFollowers.Submitted(
                                read.issuerNo(), read.number(), (Long) row[0], read.round()))
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.CONFLICT, "The submission was changed in the meantime; read it again.")))
                .call(() -> keep(session, read, reason, by))
                .chain(submitted -> OneByOne.each(followers, one -> one.appealed(session, submitted)))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(
                                read.issuerNo(), "submission.appealed", read.id(), by, "", clock.instant())))));
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, Submission read, String reason, String by) {
        return keys.find(session, new Person(read.issuerNo(), read.number()))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The educator had it erased.")))
                .chain(key -> Database.select(
                        session,
                        "insert into submission_appeal (issuer_no, submission_no, round, sealed_reason, sealed_decision,"
                                + " appealed_by, appealed_at) select v.issuer_no, v.submission_no, v.round, $4::bytea,"
                                + " v.sealed_decision, $5::text, $6::timestamptz from submission_version v"
                                + " where v.issuer_no = $1 and v.submission_no = $2 and v.round = $3"
                                + " on conflict do nothing returning 1",
                        read.issuerNo(),
                        read.number(),
                        read.round(),
                        Buffer.buffer(key.seal(reason, context(read.id()))),
                        by,
                        Database.time(clock.instant())))
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "The submission was appealed before, and that is done once.");
                    }
                })
                .replaceWithVoid();
    }
}
