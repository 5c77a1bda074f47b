package org.laurel.issuing.screening;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Applications as they are stored: what applicants wrote is sealed under a key of the application's own. */
final class ApplicationRows {
    /** The columns that {@link #application} reads, in order. */
    static final String SELECT = "select a.id, a.public_id, a.account_no, a.state, a.sealed_content, a.renews,"
            + " a.issuer_no, a.rubric_edition, a.round, a.version, a.created_at, a.updated_at, a.submitted_at,"
            + " a.decision, a.decided_by, a.decided_at, a.sealed_reasons, k.wrapped_key,"
            + " (select slug from issuer where issuer_no = a.renews), (select slug from issuer where issuer_no = a.issuer_no) from application a"
            + " left join person_key k on k.issuer_no = 0 and k.person_no = a.id ";

    private ApplicationRows() {}

    static Application application(Object[] row, PersonKeys keys) {
        long number = (Long) there(row[0]);
        String id = (String) there(row[1]);
        Buffer wrapped = (Buffer) row[17];
        PersonKey key = wrapped == null ? null : keys.open(new Person(0, number), wrapped.getBytes());
        return new Application(
                number,
                id,
                (Long) there(row[2]),
                Constants.stored(ApplicationState.class, (String) there(row[3])),
                key == null || row[4] == null
                        ? ApplicationContent.EMPTY
                        : JsonColumns.read(open(key, row[4], content(id)), ApplicationContent.class),
                new Application.Organisations((Integer) row[5], (Integer) row[6], (String) row[18], (String) row[19]),
                (Integer) row[7],
                (Integer) there(row[8]),
                (Long) there(row[9]),
                new Application.Times(instant(row[10]), instant(row[11]), row[12] == null ? null : instant(row[12])),
                row[13] == null ? null : decision(row, id, key));
    }

    private static Application.Decision decision(Object[] row, String id, @Nullable PersonKey key) {
        ApplicationOutcome outcome = Constants.stored(ApplicationOutcome.class, (String) there(row[13]));
        return new Application.Decision(
                outcome,
                key == null || row[16] == null ? "" : open(key, row[16], reasons(id)),
                (String) there(row[14]),
                instant(row[15]));
    }

    static List<Application.CriterionScore> scores(String json) {
        return List.of(JsonColumns.read(json, Application.CriterionScore[].class));
    }

    static Buffer seal(PersonKey key, String text, String context) {
        return Buffer.buffer(key.seal(text, context));
    }

    static String open(PersonKey key, @Nullable Object sealed, String context) {
        return key.openText(((Buffer) there(sealed)).getBytes(), context);
    }

    static String content(String id) {
        return "application/" + id;
    }

    static String reasons(String id) {
        return "application/" + id + "/reasons";
    }

    static String message(String id) {
        return "application/" + id + "/message";
    }

    static Instant instant(@Nullable Object value) {
        return Database.instant(there(value));
    }

    private static Object there(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
