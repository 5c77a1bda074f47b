package org.laurel.issuing.award;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.store.RowKey;

/** Recipients in PostgreSQL, sealed. */
@ApplicationScoped
class PostgresRecipients implements Recipients {
    static final String CONTEXT = "recipient-identity";

    private final Database database;
    private final PersonKeys keys;
    private final SecureRandom random;
    private final Clock clock;
    private final List<PersonTraces> traces;

    PostgresRecipients(
            Database database, PersonKeys keys, SecureRandom random, Clock clock, @All List<PersonTraces> traces) {
        this.traces = List.copyOf(traces);
        this.database = database;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<List<Recipient>> reach(int issuerNo, List<RecipientRequest> requests) {
        List<byte[]> lookups =
                requests.stream().map(request -> lookup(issuerNo, request)).toList();
        return database.read(session -> known(session, issuerNo, lookups))
                .chain(known -> {
                    SortedMap<String, RecipientRequest> others = new TreeMap<>();
                    for (int i = 0; i < requests.size(); i++) {
                        Recipient recipient = known.get(Hex.encode(lookups.get(i)));
                        if (recipient == null || adds(recipient, requests.get(i))) {
                            others.put(Hex.encode(lookups.get(i)), requests.get(i));
                        }
                    }
                    return others.isEmpty()
                            ? Uni.createFrom().item(known)
                            : database.write(session -> makeOrAdd(session, issuerNo, others))
                                    .map(made -> {
                                        known.putAll(made);
                                        return known;
                                    });
                })
                .map(all -> lookups.stream()
                        .map(lookup -> Objects.requireNonNull(all.get(Hex.encode(lookup))))
                        .toList());
    }

    @Override
    public byte[] lookup(int issuerNo, RecipientRequest request) {
        return keys.lookup(issuerNo, request.identity());
    }

    /** Those that are known, by the hexadecimal look-up value. */
    private Uni<Map<String, Recipient>> known(Mutiny.StatelessSession session, int issuerNo, List<byte[]> lookups) {
        return session.createQuery(
                        "from RecipientRow where issuerNo = :issuer and lookup in (:lookups)", RecipientRow.class)
                .setParameter("issuer", issuerNo)
                .setParameter("lookups", lookups)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new HashMap<>())
                        : keys.find(
                                        session,
                                        issuerNo,
                                        rows.stream().map(row -> row.id).toList())
                                .map(found -> rows.stream()
                                        .collect(Collectors.toMap(
                                                row -> Hex.encode(Objects.requireNonNull(row.lookup)),
                                                row -> open(row, Objects.requireNonNull(found.get(row.id))),
                                                (one, same) -> one,
                                                HashMap::new))));
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
        return keys.find(session, new Person(row.issuerNo, row.id)).map(found -> open(row, found.orElseThrow()));
    }

    private static Recipient open(RecipientRow row, PersonKey key) {
        byte[] sealed = row.sealedIdentity;
        String text = sealed == null ? "{}" : new String(key.open(sealed, CONTEXT), StandardCharsets.UTF_8);
        return new Recipient(row.publicId, key, JsonColumns.read(text, Recipient.Identity.class));
    }

    private static boolean adds(Recipient known, RecipientRequest request) {
        return request.name() != null && !request.name().equals(known.identity().name())
                || request.did() != null
                        && !request.did().value().equals(known.identity().did());
    }

    /** In the order of the look-up values, so that two who make the same persons at once cannot wait for each other. */
    private Uni<Map<String, Recipient>> makeOrAdd(
            Mutiny.StatelessSession session, int issuerNo, SortedMap<String, RecipientRequest> requests) {
        Map<String, Recipient> made = new HashMap<>();
        return Multi.createFrom()
                .iterable(requests.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> makeOrAdd(session, issuerNo, Hex.decode(entry.getKey()), entry.getValue())
                                .invoke(recipient -> made.put(entry.getKey(), recipient)))
                .onItem()
                .ignoreAsUni()
                .replaceWith(made);
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
        return session.get(RecipientRow.class, new RowKey(person.issuerNo(), person.number()))
                .chain(row -> row == null || row.lookup == null
                        ? Uni.createFrom().voidItem()
                        : forget(session, row, row.lookup))
                .chain(() -> keys.destroy(session, person));
    }

    private Uni<Void> forget(Mutiny.StatelessSession session, RecipientRow row, byte[] lookup) {
        row.lookup = null;
        row.sealedIdentity = null;
        row.erasedAt = clock.instant();
        return session.update(row).chain(() -> Multi.createFrom()
                .iterable(traces)
                .onItem()
                .transformToUniAndConcatenate(trace -> trace.erase(session, row.issuerNo, lookup))
                .onItem()
                .ignoreAsUni());
    }
}
