package org.laurel.shared.sealing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.encoding.HmacSha256;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.RowKey;

/** Makes, finds and destroys the keys of persons. They are wrapped under the master key, with the person as context. */
@ApplicationScoped
public class PersonKeys {
    private final MasterKey master;
    private final byte[] wrapping;
    private final SecureRandom random;

    PersonKeys(MasterKey master, SecureRandom random) {
        this.master = master;
        this.wrapping = master.derive("person-keys");
        this.random = random;
    }

    /** Makes a key for each of several new persons, in order, in the transaction that stores them. */
    public Uni<List<PersonKey>> make(Mutiny.StatelessSession session, List<Person> persons) {
        List<PersonKey> made = new ArrayList<>();
        List<PersonKeyRow> rows = new ArrayList<>();
        for (Person person : persons) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            PersonKeyRow row = new PersonKeyRow();
            row.issuerNo = person.issuerNo();
            row.id = person.number();
            row.wrappedKey = AesGcm.seal(wrapping, key, context(person), random);
            rows.add(row);
            made.add(new PersonKey(person, key, random));
        }
        return Database.insert(
                        session,
                        "insert into person_key (issuer_no, person_no, wrapped_key)"
                                + " select * from unnest($1::int[], $2::bigint[], $3::bytea[])",
                        Database.column(rows, Integer[]::new, row -> row.issuerNo),
                        Database.column(rows, Long[]::new, row -> row.id),
                        Database.bytes(rows, row -> row.wrappedKey))
                .replaceWith(made);
    }

    /** The person's key; empty when it has been destroyed. */
    public Uni<Optional<PersonKey>> find(Mutiny.StatelessSession session, Person person) {
        return session.get(PersonKeyRow.class, new RowKey(person.issuerNo(), person.number()))
                .map(row -> Optional.ofNullable(row).map(this::open));
    }

    /** The keys of several persons of one tenant, by number; those destroyed are not in the map. */
    public Uni<Map<Long, PersonKey>> find(Mutiny.StatelessSession session, int issuerNo, List<Long> numbers) {
        return Database.select(
                        session,
                        "select n, k.wrapped_key from unnest($2::bigint[]) n cross join lateral (select wrapped_key"
                                + " from person_key where issuer_no = $1 and person_no = n limit 1) k",
                        issuerNo,
                        numbers.toArray(Long[]::new))
                .map(rows -> rows.stream()
                        .map(row -> open(new Person(issuerNo, (Long) row[0]), ((Buffer) row[1]).getBytes()))
                        .collect(Collectors.toMap(
                                key -> key.person().number(), Function.identity(), (one, same) -> one)));
    }

    /** Destroys the key: nothing sealed with it can be read again, by anybody. */
    public Uni<Void> destroy(Mutiny.StatelessSession session, Person person) {
        return session.createMutationQuery("delete from PersonKeyRow where issuerNo = :issuer and id = :id")
                .setParameter("issuer", person.issuerNo())
                .setParameter("id", person.number())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A value by which a person can be found again without being readable: HMAC-SHA-256 under the tenant's own key. */
    public byte[] lookup(int issuerNo, String identity) {
        return HmacSha256.of(master.derive("person-lookup/" + issuerNo), identity.getBytes(StandardCharsets.UTF_8));
    }

    private PersonKey open(PersonKeyRow row) {
        return open(new Person(row.issuerNo, row.id), row.wrappedKey);
    }

    /** A person's key as it was read. */
    public PersonKey open(Person person, byte[] wrapped) {
        return new PersonKey(person, AesGcm.open(wrapping, wrapped, context(person)), random);
    }

    private static String context(Person person) {
        return "person/" + person.issuerNo() + "/" + person.number();
    }
}
