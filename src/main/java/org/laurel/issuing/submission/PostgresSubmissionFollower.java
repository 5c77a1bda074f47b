package org.laurel.issuing.submission;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.AccountFollowers;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Submissions follow the account of who wrote them: what was written is forgotten with it, or goes over to another. */
@ApplicationScoped
class PostgresSubmissionFollower implements AccountFollowers {
    private final List<SubmissionFollowers> followers;

    PostgresSubmissionFollower(@All List<SubmissionFollowers> followers) {
        this.followers = List.copyOf(followers);
    }

    /** The keys go, and with them all that was sealed under them. */
    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.insert(
                        session,
                        "delete from person_key k using submission s where s.account_no = $1"
                                + " and k.issuer_no = s.issuer_no and k.person_no = s.id",
                        account)
                .chain(() -> forgetFiles(session, account))
                .chain(() -> withdraw(session, "account_no = $1", account));
    }

    /** Their bytes, which nobody can read any more, are cleared away by the sweep. */
    private static Uni<Void> forgetFiles(Mutiny.StatelessSession session, long account) {
        return Database.insert(
                        session,
                        "delete from evidence_fingerprint p using submission s where s.account_no = $1"
                                + " and p.issuer_no = s.issuer_no and p.submission_no = s.id",
                        account)
                .chain(() -> Database.insert(
                        session,
                        "delete from submission_version_file v using submission s where s.account_no = $1"
                                + " and v.issuer_no = s.issuer_no and v.submission_no = s.id",
                        account))
                .chain(() -> Database.insert(
                        session,
                        "update evidence_file f set state = 'gone', removed = true, sealed_about = null from submission s"
                                + " where s.account_no = $1 and f.issuer_no = s.issuer_no and f.submission_no = s.id",
                        account));
    }

    /** Of two that are under way for the same, the one of the account that stays goes on. */
    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return withdraw(
                        session,
                        "account_no = $1 and exists (select 1 from submission o where o.issuer_no = submission.issuer_no"
                                + " and o.achievement_no = submission.achievement_no and o.account_no = $2"
                                + " and o.state in " + SubmissionRows.UNDER_WAY + ")",
                        from,
                        into)
                .chain(() -> Database.insert(
                        session, "update submission set account_no = $2 where account_no = $1", from, into));
    }

    private Uni<Void> withdraw(Mutiny.StatelessSession session, String which, Object... values) {
        return Database.select(
                        session,
                        "update submission set state = 'withdrawn', version = version + 1"
                                + " where state in " + SubmissionRows.UNDER_WAY + " and " + which
                                + " returning issuer_no, id",
                        values)
                .chain(rows -> OneByOne.each(
                        rows,
                        row -> OneByOne.each(
                                followers, one -> one.withdrawn(session, (Integer) row[0], (Long) row[1]))));
    }
}
