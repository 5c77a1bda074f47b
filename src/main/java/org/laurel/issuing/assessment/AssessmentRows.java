package org.laurel.issuing.assessment;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Assessments as they are stored, a row for each place that is taken; what is said of the work is sealed with it. */
final class AssessmentRows {
    /** The columns that {@link #assessments} reads, in order. */
    static final String COLUMNS = "a.issuer_no, a.id, a.public_id, d.public_id, a.submission_no, a.round, a.state,"
            + " a.seats, a.submitted_at, a.due_at, a.decided_at, p.place, p.account_no, p.assessor, p.expires_at,"
            + " p.levels, p.sealed_feedback, p.scored_at, k.wrapped_key, a.planted_item, a.appeal";

    /** What they come from. */
    static final String JOINS = " join achievement d on d.issuer_no = a.issuer_no and d.id = a.achievement_no"
            + " left join assessment_seat p on p.issuer_no = a.issuer_no and p.assessment_no = a.id"
            + " left join person_key k on k.issuer_no = a.issuer_no and k.person_no = a.submission_no ";

    /** Those that wait for somebody, as an SQL list. */
    static final String OPEN = "('waiting', 'differing', 'scored')";

    private AssessmentRows() {}

    /** In the order of the rows, which are in the order of places within an assessment. */
    static List<Assessment> assessments(List<Object[]> rows, PersonKeys keys) {
        Map<Long, List<Object[]>> byNumber = new LinkedHashMap<>();
        rows.forEach(row -> byNumber.computeIfAbsent((Long) row[1], number -> new ArrayList<>())
                .add(row));
        return byNumber.values().stream().map(same -> assessment(same, keys)).toList();
    }

    private static Assessment assessment(List<Object[]> rows, PersonKeys keys) {
        Object[] first = rows.get(0);
        int issuerNo = (Integer) first[0];
        long submission = (Long) first[4];
        Buffer wrapped = (Buffer) first[18];
        PersonKey key = wrapped == null ? null : keys.open(new Person(issuerNo, submission), wrapped.getBytes());
        String id = (String) first[2];
        return new Assessment(
                issuerNo,
                (Long) first[1],
                id,
                (String) first[3],
                submission,
                (Integer) first[5],
                Constants.stored(AssessmentState.class, (String) first[6]),
                (Integer) first[7],
                rows.stream()
                        .filter(row -> row[11] != null)
                        .map(row -> seat(row, id, key))
                        .toList(),
                new Assessment.Times(
                        Database.instant(first[8]), Database.instant(first[9]), Database.instantOrNull(first[10])),
                new Assessment.Origin((Long) first[19], (Boolean) first[20]));
    }

    private static Assessment.Seat seat(Object[] row, String id, @Nullable PersonKey key) {
        int place = (Integer) row[11];
        return new Assessment.Seat(
                place,
                (Long) row[12],
                (String) row[13],
                Database.instant(row[14]),
                scores(row, context(id, place), key),
                Database.instantOrNull(row[17]));
    }

    /** The levels stay when the words about the work have been erased. */
    private static List<CriterionScore> scores(Object[] row, String context, @Nullable PersonKey key) {
        if (row[15] == null) {
            return List.of();
        }
        if (key == null || row[16] == null) {
            return List.of(JsonColumns.read((String) row[15], CriterionScore[].class));
        }
        return List.of(JsonColumns.read(key.openText(((Buffer) row[16]).getBytes(), context), CriterionScore[].class));
    }

    /** As they are kept when the words are erased: levels alone. */
    static String levels(List<CriterionScore> scores) {
        return JsonColumns.write(scores.stream()
                .map(score -> new CriterionScore(score.part(), score.criterion(), score.level(), null))
                .toList());
    }

    static Buffer seal(PersonKey key, List<CriterionScore> scores, String context) {
        return Buffer.buffer(key.seal(JsonColumns.write(scores), context));
    }

    static String context(String id, int place) {
        return "assessment/" + id + "/" + place;
    }
}
