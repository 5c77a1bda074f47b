package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.submission.BlindSubmission.Alike;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Fingerprints in PostgreSQL. */
@ApplicationScoped
class PostgresEvidencePrints implements EvidencePrints {
    private static final int LEAST = 50;

    /** Of submissions of others: one's own, whatever for, says nothing. */
    private static final String OTHERS =
            " join submission me on me.issuer_no = mine.issuer_no and me.id = mine.submission_no"
                    + " join submission other on other.issuer_no = o.issuer_no and other.id = o.submission_no"
                    + " and other.id <> me.id and (other.account_no is distinct from me.account_no"
                    + " or other.program is distinct from me.program or other.lookup is distinct from me.lookup)"
                    + " where mine.issuer_no = $1 and mine.submission_no = $2 and mine.round = $3";

    private static final String SAME = "select mine.part, 'file', mine.value, o.value from evidence_fingerprint mine"
            + " join evidence_fingerprint o on o.issuer_no = mine.issuer_no and o.value = mine.value and o.kind = 'file'"
            + OTHERS + " and mine.kind = 'file' limit 200";

    private static final String NEARLY = "select mine.part, 'words', mine.value, o.value from evidence_fingerprint mine"
            + " join evidence_fingerprint o on o.issuer_no = mine.issuer_no and o.bands && mine.bands"
            + " and o.kind = 'words'" + OTHERS + " and mine.kind = 'words' limit 1000";

    private final Database database;

    PostgresEvidencePrints(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Void> keep(Mutiny.StatelessSession session, Submission read, List<Print> prints) {
        return OneByOne.each(
                prints,
                print -> Database.insert(
                        session,
                        "insert into evidence_fingerprint (issuer_no, submission_no, round, part, kind, value, bands)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)",
                        read.issuerNo(),
                        read.number(),
                        read.round() + 1,
                        print.part(),
                        print.file() ? "file" : "words",
                        Buffer.buffer(print.value()),
                        print.file() ? new Long[0] : WordPrints.bands(print.value())));
    }

    @Override
    public Uni<List<Alike>> alike(int issuerNo, long submission, int round) {
        return database.read(session -> Database.select(session, SAME, issuerNo, submission, round)
                .chain(same -> Database.select(session, NEARLY, issuerNo, submission, round)
                        .map(nearly -> {
                            List<Object[]> all = new ArrayList<>(same);
                            all.addAll(nearly);
                            return best(all);
                        })));
    }

    /** The most alike of each part, in words and in files. */
    private static List<Alike> best(List<Object[]> rows) {
        Map<String, Alike> best = new TreeMap<>();
        for (Object[] row : rows) {
            boolean file = "file".equals(row[1]);
            int percent = file ? 100 : WordPrints.alike(((Buffer) row[2]).getBytes(), ((Buffer) row[3]).getBytes());
            Alike found = new Alike((String) row[0], (String) row[1], percent);
            best.merge(
                    found.part() + "/" + found.in(),
                    found,
                    (one, other) -> one.percent() >= other.percent() ? one : other);
        }
        return best.values().stream().filter(one -> one.percent() >= LEAST).toList();
    }
}
