package org.laurel.issuing.signing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.Gathered;
import org.laurel.shared.work.Gathered.Wish;
import org.laurel.shared.work.Recent;
import org.laurel.shared.work.Workers;

/**
 * Reads signed credentials for all who ask at the same time by one statement. What was opened lately is not opened again,
 * but each time the database is asked whether it is still there: a person who was erased is gone at once, on every replica.
 */
@ApplicationScoped
class CredentialReads {
    private static final int UNDER_WAY = 2;
    private static final int MOST_AT_ONCE = 100;
    /** Of some 8 KiB each. */
    private static final int KEPT = 2000;

    /** Of those that are opened already only whether they are still there, and readable. */
    private static final String SELECT =
            "select i, p, (c.sealed_json is not null or c.sealed_jwt is not null) and k.wrapped_key is not null, c.person_no,"
                    + " case when whole then c.sealed_json end, case when whole then c.sealed_jwt end, c.json_sha256,"
                    + " c.jwt_sha256, case when whole then k.wrapped_key end"
                    + " from unnest($1::int[], $2::text[], $3::boolean[]) as q(i, p, whole)"
                    + " cross join lateral (select * from credential where issuer_no = i and public_id = p limit 1) c"
                    + " left join lateral (select wrapped_key from person_key where issuer_no = i and person_no = c.person_no"
                    + " limit 1) k on true";

    private final Database database;
    private final PersonKeys keys;
    private final Recent<PublicId, HostedCredential> opened = new Recent<>(KEPT);
    private final Gathered<Object, PublicId, Optional<HostedCredential>> gathered;

    CredentialReads(Database database, PersonKeys keys, Workers workers) {
        this.database = database;
        this.keys = keys;
        this.gathered = new Gathered<>(workers, UNDER_WAY, MOST_AT_ONCE, (all, wishes) -> answer(wishes));
    }

    /** As {@link SignedCredentials#find}. */
    Uni<Optional<HostedCredential>> find(PublicId id) {
        return gathered.ask("credentials", id);
    }

    private Uni<Void> answer(List<Wish<PublicId, Optional<HostedCredential>>> wishes) {
        Map<PublicId, @Nullable HostedCredential> known = new HashMap<>();
        wishes.forEach(wish -> known.computeIfAbsent(wish.question(), opened::get));
        List<PublicId> asked = wishes.stream().map(Wish::question).distinct().toList();
        return database.read(session -> Database.select(
                        session,
                        SELECT,
                        Database.column(asked, Integer[]::new, PublicId::issuerNo),
                        Database.column(asked, String[]::new, PublicId::toString),
                        Database.column(asked, Boolean[]::new, id -> known.get(id) == null)))
                .invoke(rows -> {
                    Map<String, Object[]> found = new HashMap<>();
                    rows.forEach(row -> found.put((String) row[1], row));
                    for (Wish<PublicId, Optional<HostedCredential>> wish : wishes) {
                        try {
                            answer(wish, found.get(wish.question().toString()), known);
                        } catch (RuntimeException e) {
                            wish.answer().completeExceptionally(e); // one that cannot be opened is nobody else's fault
                        }
                    }
                })
                .replaceWithVoid();
    }

    private void answer(
            Wish<PublicId, Optional<HostedCredential>> wish,
            Object @Nullable [] row,
            Map<PublicId, @Nullable HostedCredential> known) {
        if (row == null) {
            wish.answer().complete(Optional.empty());
        } else if (!(Boolean) row[2]) {
            wish.answer()
                    .completeExceptionally(ProblemException.of(
                            ProblemType.GONE, "The person it was about had it erased; nobody can read it any more."));
        } else {
            HostedCredential credential = known.get(wish.question());
            if (credential == null) {
                credential = open(wish.question(), row);
                known.put(wish.question(), credential);
                opened.put(wish.question(), credential);
            }
            wish.answer().complete(Optional.of(credential));
        }
    }

    private HostedCredential open(PublicId id, @Nullable Object[] row) {
        PersonKey key = keys.open(new Person(id.issuerNo(), (Long) Objects.requireNonNull(row[3])), bytes(row[8]));
        byte[] json = row[4] == null
                ? null
                : key.open(bytes(row[4]), PostgresSignedCredentials.context(id.toString(), "json"));
        byte[] kept = row[5] == null
                ? null
                : key.open(bytes(row[5]), PostgresSignedCredentials.context(id.toString(), "jwt"));
        byte[] jwt = kept == null || json == null ? kept : KeptJwt.whole(kept, json);
        return new HostedCredential(json, jwt, tag(row[6]), tag(row[7]));
    }

    private static @Nullable String tag(@Nullable Object sha256) {
        return sha256 == null ? null : Base64Url.encode(bytes(sha256));
    }

    private static byte[] bytes(@Nullable Object value) {
        return ((Buffer) Objects.requireNonNull(value)).getBytes();
    }
}
