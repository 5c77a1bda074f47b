package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Recipients in PostgreSQL, sealed. */
@ApplicationScoped
class PostgresRecipients implements Recipients {
    static final String CONTEXT = "recipient-identity";

    private final Database database;
    private final PersonKeys keys;
    private final SecureRandom random;
    private final Clock clock;

    PostgresRecipients(Database database, PersonKeys keys, SecureRandom random, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<Recipient> reach(int issuerNo, RecipientRequest request) {
        byte[] lookup = keys.lookup(issuerNo, request.identity());
        return database.read(session -> known(session, issuerNo, lookup))
                .chain(known -> known.isPresent() && !adds(known.get(), request)
                        ? Uni.createFrom().item(known.get())
                        : database.write(session -> makeOrAdd(session, issuerNo, lookup, request)));
    }

    private Uni<Optional<Recipient>> known(Mutiny.StatelessSession session, int issuerNo, byte[] lookup) {
        return row(session, issuerNo, lookup)
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : open(session, row.get()).map(Optional::of));
    }

    private static Uni<Optional<RecipientRow>> row(Mutiny.StatelessSession session, int issuerNo, byte[] lookup) {
        return session.createQuery(
                        "from RecipientRow where issuerNo = :issuer and lookup = :lookup", RecipientRow.class)
                .setParameter("issuer", issuerNo)
                .setParameter("lookup", lookup)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private Uni<Recipient> open(Mutiny.StatelessSession session, RecipientRow row) {
        byte[] sealed = row.sealedIdentity;
        return keys.find(session, new Person(row.issuerNo, row.id)).map(found -> {
            PersonKey key = found.orElseThrow();
            String text = sealed == null ? "{}" : new String(key.open(sealed, CONTEXT), StandardCharsets.UTF_8);
            return new Recipient(row.publicId, key, JsonColumns.read(text, Recipient.Identity.class));
        });
    }

    private static boolean adds(Recipient known, RecipientRequest request) {
        return request.name() != null && !request.name().equals(known.identity().name())
                || request.did() != null
                        && !request.did().value().equals(known.identity().did());
    }

    /** A lock on the look-up value makes two first awards to one person take turns: one person, one key. */
    private Uni<Recipient> makeOrAdd(
            Mutiny.StatelessSession session, int issuerNo, byte[] lookup, RecipientRequest request) {
        return session.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", lockNumber(lookup))
                .getResultList()
                .chain(() -> row(session, issuerNo, lookup))
                .chain(row ->
                        row.isEmpty() ? make(session, issuerNo, lookup, request) : add(session, row.get(), request));
    }

    private static long lockNumber(byte[] lookup) {
        return java.nio.ByteBuffer.wrap(lookup).getLong();
    }

    private Uni<Recipient> make(
            Mutiny.StatelessSession session, int issuerNo, byte[] lookup, RecipientRequest request) {
        return Database.rowNumbers(session, 1)
                .chain(numbers -> keys.make(session, new Person(issuerNo, numbers.get(0))))
                .chain(key -> {
                    Recipient.Identity identity = identity(request, null);
                    RecipientRow row = new RecipientRow();
                    row.issuerNo = issuerNo;
                    row.id = key.person().number();
                    row.publicId = PublicId.fresh(issuerNo, random).toString();
                    row.lookup = lookup;
                    row.sealedIdentity = seal(key, identity);
                    row.createdAt = clock.instant();
                    return session.insert(row).replaceWith(new Recipient(row.publicId, key, identity));
                });
    }

    private Uni<Recipient> add(Mutiny.StatelessSession session, RecipientRow row, RecipientRequest request) {
        return open(session, row).chain(known -> {
            Recipient.Identity identity = identity(request, known.identity());
            row.sealedIdentity = seal(known.key(), identity);
            return session.update(row).replaceWith(new Recipient(row.publicId, known.key(), identity));
        });
    }

    private static Recipient.Identity identity(RecipientRequest request, Recipient.@Nullable Identity known) {
        String name = request.name() != null ? request.name() : known == null ? null : known.name();
        String did = request.did() != null ? request.did().value() : known == null ? null : known.did();
        String email = request.email() != null ? request.email() : known == null ? null : known.email();
        return new Recipient.Identity(email, name, did);
    }

    private static byte[] seal(PersonKey key, Recipient.Identity identity) {
        return key.seal(JsonColumns.write(identity).getBytes(StandardCharsets.UTF_8), CONTEXT);
    }

    @Override
    public Uni<Optional<Person>> find(PublicId id) {
        return database.read(session -> session.createQuery(
                                "select id from RecipientRow where issuerNo = :issuer and publicId = :id"
                                        + " and erasedAt is null",
                                Long.class)
                        .setParameter("issuer", id.issuerNo())
                        .setParameter("id", id.toString())
                        .getSingleResultOrNull())
                .map(number -> Optional.ofNullable(number).map(found -> new Person(id.issuerNo(), found)));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return session.createMutationQuery("update RecipientRow set lookup = null, sealedIdentity = null,"
                        + " erasedAt = :now where issuerNo = :issuer and id = :id")
                .setParameter("now", clock.instant())
                .setParameter("issuer", person.issuerNo())
                .setParameter("id", person.number())
                .executeUpdate()
                .chain(() -> keys.destroy(session, person));
    }
}
