package org.laurel.issuing.submission;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/**
 * Forgets what was written in submissions, whoever had it erased: the keys go, and with them all that was sealed under them;
 * the bytes of files, which nobody can read any more, are cleared away by the sweep; what is under way is taken back.
 */
@ApplicationScoped
class PostgresSubmissionErasure {
    private static final String THESE = " w(i, n) where %1$s.issuer_no = w.i and %1$s.%2$s = w.n";
    private static final String ROWS = "unnest($1::int[], $2::bigint[])";

    private static final List<String> FORGOTTEN = List.of(
            "delete from person_key k using " + ROWS + THESE.formatted("k", "person_no"),
            "delete from evidence_fingerprint p using " + ROWS + THESE.formatted("p", "submission_no"),
            "delete from submission_version_file v using " + ROWS + THESE.formatted("v", "submission_no"),
            "update evidence_file f set state = 'gone', removed = true, sealed_about = null from " + ROWS
                    + THESE.formatted("f", "submission_no"),
            "update submission s set sealed_content = null, sealed_educator = null,"
                    + " lookup = case when s.lookup is null then null else uuid_send(gen_random_uuid()) end from "
                    + ROWS
                    + THESE.formatted("s", "id"));

    private final List<SubmissionFollowers> followers;

    PostgresSubmissionErasure(@All List<SubmissionFollowers> followers) {
        this.followers = List.copyOf(followers);
    }

    /**
     * Forgets these, in the transaction that found them.
     *
     * @param rows the numbers of the issuer and of the submission of each
     */
    Uni<Void> erase(Mutiny.StatelessSession session, List<Object[]> rows) {
        Integer[] issuers = Database.column(rows, Integer[]::new, row -> (Integer) row[0]);
        Long[] numbers = Database.column(rows, Long[]::new, row -> (Long) row[1]);
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : OneByOne.each(FORGOTTEN, statement -> Database.insert(session, statement, issuers, numbers))
                        .chain(() -> withdraw(session, "(issuer_no, id) in (select * from " + ROWS + ")", new Object[] {
                            issuers, numbers
                        }));
    }

    /** Takes back those of them that are under way. */
    Uni<Void> withdraw(Mutiny.StatelessSession session, String which, Object... values) {
        return Database.select(
                        session,
                        "update submission set state = 'withdrawn', version = version + 1"
                                + " where state in " + SubmissionRows.UNDER_WAY + " and " + which
                                + " returning issuer_no, id",
                        values)
                .chain(rows -> OneByOne.each(new ArrayList<>(rows), row -> withdrawn(session, row)));
    }

    private Uni<Void> withdrawn(Mutiny.StatelessSession session, Object[] row) {
        return OneByOne.each(
                followers,
                one -> one.withdrawn(
                        session, (Integer) Objects.requireNonNull(row[0]), (Long) Objects.requireNonNull(row[1])));
    }
}
