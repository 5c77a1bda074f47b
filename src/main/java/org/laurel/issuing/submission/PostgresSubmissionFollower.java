package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.AccountFollowers;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Submissions follow the account of who wrote them: what was written is forgotten with it, or goes over to another. */
@ApplicationScoped
class PostgresSubmissionFollower implements AccountFollowers {
    private final PostgresSubmissionErasure erasure;
    private final LegalHolds holds;

    PostgresSubmissionFollower(PostgresSubmissionErasure erasure, LegalHolds holds) {
        this.erasure = erasure;
        this.holds = holds;
    }

    /** A 409 problem while somebody whom an organisation holds was awarded for it: the evidence is held with them. */
    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.select(
                        session,
                        "select distinct r.issuer_no, r.lookup from submission s join award a on a.issuer_no = s.issuer_no"
                                + " and a.public_id = s.award_id join recipient r on r.issuer_no = a.issuer_no"
                                + " and r.id = a.person_no where s.account_no = $1 and r.lookup is not null order by 1, 2",
                        account)
                .chain(rows -> OneByOne.each(
                        rows,
                        row -> holds.requireNone(
                                session,
                                (Integer) Objects.requireNonNull(row[0]),
                                ((Buffer) Objects.requireNonNull(row[1])).getBytes(),
                                "The recipient of a badge of yours")))
                .chain(() -> Database.select(
                        session,
                        "select issuer_no, id from submission where account_no = $1 order by issuer_no, id for update",
                        account))
                .chain(rows -> erasure.erase(session, rows));
    }

    /** Of two that are under way for the same, the one of the account that stays goes on. */
    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return erasure.withdraw(
                        session,
                        "account_no = $1 and exists (select 1 from submission o where o.issuer_no = submission.issuer_no"
                                + " and o.achievement_no = submission.achievement_no and o.account_no = $2"
                                + " and o.state in " + SubmissionRows.UNDER_WAY + ")",
                        from,
                        into)
                .chain(() -> Database.insert(
                        session, "update submission set account_no = $2 where account_no = $1", from, into));
    }
}
