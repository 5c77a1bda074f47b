package org.laurel.erasing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;

/** The keys that were destroyed, as PostgreSQL remembers them in the transaction that did it. */
@ApplicationScoped
class ErasedKeys {
    private final Database database;

    ErasedKeys(Database database) {
        this.database = database;
    }

    /** All that were destroyed within this time. */
    Uni<List<ErasedKey>> within(Duration time) {
        return database.read(session -> Database.select(
                        session,
                        "select issuer_no, person_no, key_sha256 from erased_key"
                                + " where erased_at > now() - $1::bigint * interval '1 second' order by erased_at",
                        time.toSeconds()))
                .map(rows -> rows.stream().map(ErasedKeys::key).toList());
    }

    /** Those of these that are there all the same. */
    Uni<List<ErasedKey>> stillThere(Collection<ErasedKey> keys) {
        List<ErasedKey> asked = List.copyOf(keys);
        return database.read(session -> Database.select(
                        session,
                        "select k.issuer_no, k.person_no, sha256(k.wrapped_key)"
                                + " from unnest($1::int[], $2::bigint[], $3::bytea[]) as e(i, p, d)"
                                + " join person_key k on k.issuer_no = i and k.person_no = p and sha256(k.wrapped_key) = d",
                        Database.column(
                                asked, Integer[]::new, key -> key.person().issuerNo()),
                        Database.column(asked, Long[]::new, key -> key.person().number()),
                        Database.bytes(asked, key -> Hex.decode(key.sha256()))))
                .map(rows -> rows.stream().map(ErasedKeys::key).toList());
    }

    private static ErasedKey key(Object[] row) {
        return new ErasedKey(new Person((Integer) row[0], (Long) row[1]), Hex.encode(((Buffer) row[2]).getBytes()));
    }
}
