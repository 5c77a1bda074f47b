package org.laurel.issuing.submission;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    private SubmissionRows() {}

    static Submission submission(@Nullable Object[] row, PersonKeys keys) {
        int issuerNo = (Integer) there(row[0]);
        long number = (Long) there(row[1]);
        String id = (String) there(row[2]);
        Buffer wrapped = (Buffer) row[14];
        PersonKey key = wrapped == null ? null : keys.open(new Person(issuerNo, number), wrapped.getBytes());
        return new Submission(
                issuerNo,
                number,
                id,
                (String) there(row[3]),
                new Submission.Owner(
                        (Long) row[4],
                        (String) row[5],
                        key == null || row[6] == null ? null : open(key, row[6], educator(id), Educator.class)),
                Constants.stored(SubmissionState.class, (String) there(row[7])),
                key == null || row[8] == null
                        ? SubmissionContent.EMPTY
                        : open(key, row[8], content(id), SubmissionContent.class),
                (Integer) there(row[9]),
                (Long) there(row[10]),
                new Submission.Times(instant(row[11]), instant(row[12]), row[13] == null ? null : instant(row[13])),
                new Submission.Decided(
                        key == null || row[16] == null
                                ? null
                                : open(key, row[16], decision(id, (Integer) there(row[17])), SubmissionDecision.class),
                        (String) row[15]));
    }

    static Buffer seal(PersonKey key, Object value, String context) {
        return Buffer.buffer(key.seal(JsonColumns.write(value).getBytes(StandardCharsets.UTF_8), context));
    }

    static <T> T open(PersonKey key, @Nullable Object sealedJson, String context, Class<T> type) {
        byte[] json = key.open(((Buffer) there(sealedJson)).getBytes(), context);
        return JsonColumns.read(new String(json, StandardCharsets.UTF_8), type);
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

    static Instant instant(@Nullable Object value) {
        return Database.instant(there(value));
    }

    private static Object there(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
