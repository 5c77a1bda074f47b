package org.laurel.finding.figures;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.finding.figures.Counted.Criterion;
import org.laurel.finding.figures.Counted.Decided;
import org.laurel.finding.figures.Counted.Last;
import org.laurel.issuing.calibration.Agreement;
import org.laurel.issuing.calibration.DriftWatch;
import org.laurel.shared.store.Database;

/** Counts in PostgreSQL, in one reading: all figures are of the same moment. */
@ApplicationScoped
class PostgresFigures implements Figures {
    private static final String DECIDED =
            " count(*) filter (where a.state = 'decided'), percentile_cont(0.5) within group"
                    + " (order by (extract(epoch from a.decided_at - a.submitted_at) / 3600)::double precision)"
                    + " filter (where a.state = 'decided'), count(*) filter (where a.outcome = 'award')";

    private static final String BY_ACHIEVEMENT = "select d.public_id, count(*) filter (where not a.appeal)," + DECIDED
            + " from assessment a join achievement d on d.issuer_no = a.issuer_no and d.id = a.achievement_no"
            + " where a.issuer_no = $1 and a.planted_item is null group by grouping sets ((), (d.public_id))";

    private static final String BY_ASSESSOR = "select c.public_id, count(*)," + DECIDED
            + " from assessment a join assessment_seat p on p.issuer_no = a.issuer_no and p.assessment_no = a.id"
            + " and p.scored_at is not null join account c on c.id = p.account_no"
            + " where a.issuer_no = $1 and a.planted_item is null group by c.public_id";

    private static final String PAIRS = "select d.public_id, l.part, l.criterion, c.public_id, e.public_id, count(*),"
            + " count(*) filter (where l.level = m.level) from assessment a"
            + " join achievement d on d.issuer_no = a.issuer_no and d.id = a.achievement_no"
            + " join assessment_seat p on p.issuer_no = a.issuer_no and p.assessment_no = a.id and p.place = 1"
            + " and p.scored_at is not null join assessment_seat q on q.issuer_no = a.issuer_no"
            + " and q.assessment_no = a.id and q.place = 2 and q.scored_at is not null"
            + " join account c on c.id = p.account_no join account e on e.id = q.account_no"
            + " cross join lateral jsonb_to_recordset(p.levels::jsonb) as l(part text, criterion text, level text)"
            + " join lateral jsonb_to_recordset(q.levels::jsonb) as m(part text, criterion text, level text)"
            + " on m.part = l.part and m.criterion = l.criterion"
            + " where a.issuer_no = $1 and a.planted_item is null group by 1, 2, 3, 4, 5";

    private static final String SCORES = " from calibration_score k join account c on c.id = k.account_no"
            + " where k.issuer_no = $1 and k.assessment_no is not null";

    private static final String PLANTED = "select d.public_id, k.part, k.criterion, k.who, k.given, k.truth, count(*)"
            + " from (select c.public_id as who, k.*" + SCORES
            + ") k join calibration_item i on i.issuer_no = k.issuer_no"
            + " and i.id = k.item_no join achievement d on d.issuer_no = i.issuer_no and d.id = i.achievement_no"
            + " group by 1, 2, 3, 4, 5, 6";

    private static final String LAST =
            "select who, count(*), count(*) filter (where given = truth) from (select c.public_id"
                    + " as who, k.given, k.truth, row_number() over (partition by k.account_no order by k.scored_at desc,"
                    + " k.item_no desc, k.part, k.criterion) as place" + SCORES + ") k where place <= $2 group by who";

    private final Database database;

    PostgresFigures(Database database) {
        this.database = database;
    }

    @Override
    public Uni<IssuerFigures> of(int issuerNo) {
        return database.write(session -> Database.insert(
                                session, "set transaction isolation level repeatable read, read only")
                        .chain(() -> counted(session, issuerNo)))
                .map(Counted::figures);
    }

    private static Uni<Counted> counted(Mutiny.StatelessSession session, int issuerNo) {
        return Database.select(session, BY_ACHIEVEMENT, issuerNo)
                .chain(achievements -> Database.select(session, BY_ASSESSOR, issuerNo)
                        .chain(assessors -> Database.select(session, PAIRS, issuerNo)
                                .chain(pairs -> Database.select(session, PLANTED, issuerNo)
                                        .chain(planted -> Database.select(session, LAST, issuerNo, DriftWatch.LAST)
                                                .map(last -> new Counted(
                                                        all(achievements),
                                                        decided(achievements),
                                                        decided(assessors),
                                                        pairs(pairs),
                                                        planted(planted),
                                                        last(last)))))));
    }

    private static Decided all(List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[0] == null)
                .findFirst()
                .map(PostgresFigures::decided)
                .orElse(Decided.NONE);
    }

    private static Map<String, Decided> decided(List<Object[]> rows) {
        Map<String, Decided> all = new HashMap<>();
        rows.stream().filter(row -> row[0] != null).forEach(row -> all.put(text(row[0]), decided(row)));
        return all;
    }

    private static Decided decided(Object[] row) {
        return new Decided((Long) row[1], (Long) row[2], (Double) row[3], (Long) row[4]);
    }

    private static List<Counted.Pair> pairs(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Counted.Pair(criterion(row), text(row[3]), text(row[4]), (Long) row[5], (Long) row[6]))
                .toList();
    }

    private static List<Counted.Planted> planted(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Counted.Planted(
                        criterion(row), text(row[3]), new Agreement.Pair((Integer) row[4], (Integer) row[5], (Long)
                                row[6])))
                .toList();
    }

    private static Map<String, Last> last(List<Object[]> rows) {
        Map<String, Last> all = new HashMap<>();
        rows.forEach(row -> all.put(text(row[0]), new Last((Long) row[1], (Long) row[2])));
        return all;
    }

    private static Criterion criterion(Object[] row) {
        return new Criterion(text(row[0]), text(row[1]), text(row[2]));
    }

    private static String text(Object value) {
        return (String) Objects.requireNonNull(value);
    }
}
