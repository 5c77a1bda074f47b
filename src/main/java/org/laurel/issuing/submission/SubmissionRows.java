package org.laurel.issuing.submission;

import io.vertx.core.buffer.Buffer;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Submissions as they are stored: what was written is sealed under a key of the submission's own. */
final class SubmissionRows {
    /** The columns that {@link #submission} reads, in order. */
    static final String SELECT = "select s.issuer_no, s.id, s.public_id, a.public_id, s.account_no, s.program,"
            + " s.sealed_educator, s.state, s.sealed_content, s.round, s.version, s.created_at, s.updated_at,"
            + " s.submitted_at, k.wrapped_key, s.award_id, v.sealed_decision, v.round from submission s"
            + " join achievement a on a.issuer_no = s.issuer_no and a.id = s.achievement_no"
            + " left join person_key k on k.issuer_no = s.issuer_no and k.person_no = s.id"
            + " left join lateral (select sealed_decision, round from submission_version where issuer_no = s.issuer_no"
            + " and submission_no = s.id and sealed_decision is not null order by round desc limit 1) v on true ";

    /** Of which one educator has one at most for a micro-credential, as an SQL list. */
    static final String UNDER_WAY = "('draft', 'submitted', 'returned')";

    private SubmissionRows() {}

    static Submission submission(Object[] row, PersonKeys keys) {
        int issuerNo = (Integer) row[0];
        long number = (Long) row[1];
        String id = (String) row[2];
        Buffer wrapped = (Buffer) row[14];
        PersonKey key = wrapped == null ? null : keys.open(new Person(issuerNo, number), wrapped.getBytes());
        return new Submission(
                issuerNo,
                number,
                id,
                (String) row[3],
                new Submission.Owner(
                        (Long) row[4],
                        (String) row[5],
                        key == null || row[6] == null ? null : open(key, row[6], educator(id), Educator.class)),
                Constants.stored(SubmissionState.class, (String) row[7]),
                key == null || row[8] == null
                        ? SubmissionContent.EMPTY
                        : open(key, row[8], content(id), SubmissionContent.class),
                (Integer) row[9],
                (Long) row[10],
                new Submission.Times(
                        Database.instant(row[11]), Database.instant(row[12]), Database.instantOrNull(row[13])),
                new Submission.Decided(
                        key == null || row[16] == null
                                ? null
                                : open(key, row[16], decision(id, (Integer) row[17]), SubmissionDecision.class),
                        (String) row[15]));
    }

    static Buffer seal(PersonKey key, Object value, String context) {
        return Buffer.buffer(key.seal(JsonColumns.write(value), context));
    }

    static <T> T open(PersonKey key, Object sealedJson, String context, Class<T> type) {
        return JsonColumns.read(key.openText(((Buffer) sealedJson).getBytes(), context), type);
    }

    /** What is looked up of somebody whom a program knows. */
    static String user(String userId) {
        return "submission/user/" + userId;
    }

    static String content(String id) {
        return "submission/" + id;
    }

    static String educator(String id) {
        return "submission/" + id + "/educator";
    }

    static String frozen(String id, int round) {
        return "submission/" + id + "/round/" + round;
    }

    static String decision(String id, int round) {
        return "submission/" + id + "/decision/" + round;
    }
}
