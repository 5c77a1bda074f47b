package org.laurel.issuing.award;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.laurel.issuing.hold.LegalHolds;
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
    private final LegalHolds holds;
    private final List<PersonTraces> traces;

    PostgresRecipients(
            Database database,
            PersonKeys keys,
            SecureRandom random,
            Clock clock,
            LegalHolds holds,
            @All List<PersonTraces> traces) {
        this.holds = holds;
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
    public Uni<Optional<Recipient>> renamed(int issuerNo, long number, Optional<String> name) {
        return database.write(session -> session.get(RecipientRow.class, new RowKey(issuerNo, number))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : keys.find(session, new Person(issuerNo, number))
                                .chain(key -> key.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : rename(session, row, open(row, key.get()), name))));
    }

    private static Uni<Optional<Recipient>> rename(
            Mutiny.StatelessSession session, RecipientRow row, Recipient known, Optional<String> name) {
        Recipient.Identity before = known.identity();
        if (name.isEmpty() || name.get().equals(before.name())) {
            return Uni.createFrom().item(Optional.of(known));
        }
        Recipient.Identity identity = new Recipient.Identity(before.email(), name.get(), before.did());
        row.sealedIdentity = seal(known.key(), identity);
        return session.update(row).replaceWith(Optional.of(new Recipient(row.publicId, known.key(), identity)));
    }

    @Override
    public byte[] lookup(int issuerNo, RecipientRequest request) {
        return keys.lookup(issuerNo, request.identity());
    }

    /** Those that are known, by the hexadecimal look-up value. */
    private Uni<Map<String, Recipient>> known(Mutiny.StatelessSession session, int issuerNo, List<byte[]> lookups) {
        return rows(session, issuerNo, lookups)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new HashMap<>())
                        : keys.find(
                                        session,
                                        issuerNo,
                                        rows.values().stream()
                                                .map(row -> row.id)
                                                .toList())
                                .map(found -> {
                                    Map<String, Recipient> known = new HashMap<>();
                                    rows.forEach((lookup, row) ->
                                            known.put(lookup, open(row, Objects.requireNonNull(found.get(row.id)))));
                                    return known;
                                }));
    }

    private static Uni<Map<String, RecipientRow>> rows(
            Mutiny.StatelessSession session, int issuerNo, List<byte[]> lookups) {
        return Database.select(
                        session,
                        "select r.id, r.public_id, r.lookup, r.sealed_identity, r.created_at from unnest($2::bytea[]) l"
                                + " cross join lateral (select * from recipient where issuer_no = $1 and lookup = l"
                                + " limit 1) r",
                        issuerNo,
                        Database.bytes(lookups, lookup -> lookup))
                .map(rows -> rows.stream()
                        .map(values -> row(issuerNo, values))
                        .collect(Collectors.toMap(
                                row -> Hex.encode(Objects.requireNonNull(row.lookup)),
                                row -> row,
                                (one, same) -> one)));
    }

    private static RecipientRow row(int issuerNo, Object[] values) {
        RecipientRow row = new RecipientRow();
        row.issuerNo = issuerNo;
        row.id = (Long) values[0];
        row.publicId = (String) values[1];
        row.lookup = ((Buffer) values[2]).getBytes();
        row.sealedIdentity = values[3] == null ? null : ((Buffer) values[3]).getBytes();
        row.createdAt = ((OffsetDateTime) values[4]).toInstant();
        return row;
    }

    private Uni<Recipient> open(Mutiny.StatelessSession session, RecipientRow row) {
        return keys.find(session, new Person(row.issuerNo, row.id)).map(found -> open(row, found.orElseThrow()));
    }

    private static Recipient open(RecipientRow row, PersonKey key) {
        byte[] sealed = row.sealedIdentity;
        String text = sealed == null ? "{}" : key.openText(sealed, CONTEXT);
        return new Recipient(row.publicId, key, JsonColumns.read(text, Recipient.Identity.class));
    }

    private static boolean adds(Recipient known, RecipientRequest request) {
        return request.name() != null && !request.name().equals(known.identity().name())
                || request.did() != null
                        && !request.did().value().equals(known.identity().did());
    }

    /**
     * Locks on the look-up values, in their order, make two first awards to one person take turns: one person, one key; and
     * two who make the same persons cannot wait for each other.
     */
    private Uni<Map<String, Recipient>> makeOrAdd(
            Mutiny.StatelessSession session, int issuerNo, SortedMap<String, RecipientRequest> requests) {
        List<byte[]> lookups = requests.keySet().stream().map(Hex::decode).toList();
        return Database.select(
                        session,
                        "select count(pg_advisory_xact_lock(l)) from (select l from unnest($1::bigint[]) l order by l) s",
                        (Object) lookups.stream()
                                .map(PostgresRecipients::lockNumber)
                                .toArray(Long[]::new))
                .chain(() -> rows(session, issuerNo, lookups))
                .chain(rows -> {
                    SortedMap<String, RecipientRequest> others = new TreeMap<>(requests);
                    rows.keySet().forEach(others::remove);
                    return make(session, issuerNo, others)
                            .chain(made -> add(session, rows, requests).map(added -> {
                                made.putAll(added);
                                return made;
                            }));
                });
    }

    private static long lockNumber(byte[] lookup) {
        return java.nio.ByteBuffer.wrap(lookup).getLong();
    }

    private Uni<Map<String, Recipient>> make(
            Mutiny.StatelessSession session, int issuerNo, SortedMap<String, RecipientRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return Database.rowNumbers(session, requests.size())
                .chain(numbers -> keys.make(
                        session,
                        numbers.stream()
                                .map(number -> new Person(issuerNo, number))
                                .toList()))
                .chain(made -> {
                    Map<String, Recipient> recipients = new HashMap<>();
                    List<RecipientRow> rows = new ArrayList<>();
                    for (Map.Entry<String, RecipientRequest> entry : requests.entrySet()) {
                        PersonKey key = made.get(rows.size());
                        Recipient.Identity identity = identity(entry.getValue(), null);
                        RecipientRow row = row(entry.getKey(), key, identity);
                        rows.add(row);
                        recipients.put(entry.getKey(), new Recipient(row.publicId, key, identity));
                    }
                    return Database.insert(
                                    session,
                                    "insert into recipient (issuer_no, id, public_id, lookup, sealed_identity, created_at)"
                                            + " select * from unnest($1::int[], $2::bigint[], $3::text[], $4::bytea[],"
                                            + " $5::bytea[], $6::timestamptz[])",
                                    Database.column(rows, Integer[]::new, row -> row.issuerNo),
                                    Database.column(rows, Long[]::new, row -> row.id),
                                    Database.column(rows, String[]::new, row -> row.publicId),
                                    Database.bytes(rows, row -> Objects.requireNonNull(row.lookup)),
                                    Database.bytes(rows, row -> Objects.requireNonNull(row.sealedIdentity)),
                                    Database.times(rows, row -> row.createdAt))
                            .replaceWith(recipients);
                });
    }

    private RecipientRow row(String lookup, PersonKey key, Recipient.Identity identity) {
        RecipientRow row = new RecipientRow();
        row.issuerNo = key.person().issuerNo();
        row.id = key.person().number();
        row.publicId = PublicId.fresh(row.issuerNo, random).toString();
        row.lookup = Hex.decode(lookup);
        row.sealedIdentity = seal(key, identity);
        row.createdAt = clock.instant();
        return row;
    }

    /** What the requests say that was not known of persons who are. */
    private Uni<Map<String, Recipient>> add(
            Mutiny.StatelessSession session, Map<String, RecipientRow> rows, Map<String, RecipientRequest> requests) {
        Map<String, Recipient> added = new HashMap<>();
        return Multi.createFrom()
                .iterable(rows.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> add(session, entry.getValue(), Objects.requireNonNull(requests.get(entry.getKey())))
                                .invoke(recipient -> added.put(entry.getKey(), recipient)))
                .onItem()
                .ignoreAsUni()
                .replaceWith(added);
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
        return key.seal(JsonColumns.write(identity), CONTEXT);
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
    public Uni<Optional<LegalHolds.Held>> held(PublicId id) {
        return database.read(session -> Database.select(
                        session,
                        "select lookup from recipient where issuer_no = $1 and public_id = $2 and lookup is not null",
                        id.issuerNo(),
                        id.toString()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LegalHolds.Held(
                                id.issuerNo(), ((Buffer) Objects.requireNonNull(row[0])).getBytes(), id.toString())));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return session.get(RecipientRow.class, new RowKey(person.issuerNo(), person.number()))
                .chain(row -> row == null || row.lookup == null
                        ? Uni.createFrom().voidItem()
                        : holds.requireNone(session, row.issuerNo, row.lookup, "The recipient")
                                .chain(() -> forget(session, row, Objects.requireNonNull(row.lookup))))
                .chain(() -> keys.destroy(session, person));
    }

    private Uni<Void> forget(Mutiny.StatelessSession session, RecipientRow row, byte[] lookup) {
        row.lookup = null;
        row.sealedIdentity = null;
        row.erasedAt = clock.instant();
        return session.update(row).chain(() -> Multi.createFrom()
                .iterable(traces)
                .onItem()
                .transformToUniAndConcatenate(trace -> trace.erase(session, row.issuerNo, lookup)
                        .chain(() -> trace.erase(session, new Person(row.issuerNo, row.id))))
                .onItem()
                .ignoreAsUni());
    }
}
