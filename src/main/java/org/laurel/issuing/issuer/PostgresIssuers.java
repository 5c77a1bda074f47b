package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.document.credential.Profile;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.IssuerKey;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.securing.key.KeyState;
import org.laurel.securing.key.KeyVault;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Issuers in PostgreSQL. */
@ApplicationScoped
class PostgresIssuers implements Issuers {
    private static final List<SignatureAlgorithm> FIRST_KEYS =
            List.of(SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA);

    private final Database database;
    private final IssuerKeys keys;
    private final KeyVault vault;
    private final Outbox outbox;
    private final Stamps stamps;

    /** Where times and random ids come from. */
    @ApplicationScoped
    static class Stamps {
        private final Clock clock;
        private final SecureRandom random;

        Stamps(Clock clock, SecureRandom random) {
            this.clock = clock;
            this.random = random;
        }

        Instant now() {
            return clock.instant();
        }

        SecureRandom random() {
            return random;
        }
    }

    PostgresIssuers(Database database, IssuerKeys keys, KeyVault vault, Outbox outbox, Stamps stamps) {
        this.database = database;
        this.keys = keys;
        this.vault = vault;
        this.outbox = outbox;
        this.stamps = stamps;
    }

    @Override
    public Uni<Optional<Issuer>> find(String slugOrId) {
        return database.read(session -> session.createQuery(
                                "from IssuerRow where slug = :name or publicId = :name", IssuerRow.class)
                        .setParameter("name", slugOrId)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(IssuerRow::issuer));
    }

    @Override
    public Uni<List<Issuer>> spokenOf() {
        return database.read(session -> session.createQuery(
                                "from IssuerRow where kind = 'programme' or screening = 'withdrawn'"
                                        + " or screening = 'accepted' and (screenedUntil is null or screenedUntil > :now) order by issuerNo",
                                IssuerRow.class)
                        .setParameter("now", stamps.now())
                        .getResultList())
                .map(rows -> rows.stream().map(IssuerRow::issuer).toList());
    }

    @Override
    public Uni<Optional<Issuer>> programme() {
        return database.read(session -> session.createQuery("from IssuerRow where kind = 'programme'", IssuerRow.class)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(IssuerRow::issuer));
    }

    @Override
    public Uni<Issuer> screen(Issuer read, Screening decided, String by, Alongside<Issuer> alongside) {
        return database.write(session -> locked(session, read.number()).chain(row -> {
            if (!row.issuer().screening().equals(read.screening())) {
                throw ProblemException.of(
                        ProblemType.CONFLICT,
                        "Somebody else decided on its screening first: it is " + row.screening + ".");
            }
            row.screening(decided);
            String reason = decided.reason() == null ? "" : decided.reason();
            return store(session, row, "issuer.screening-" + decided.state(), by, reason)
                    .call(issuer -> alongside.store(session, issuer));
        }));
    }

    @Override
    public Uni<Optional<Issuer>> find(int number) {
        return database.read(session -> session.get(IssuerRow.class, number))
                .map(row -> Optional.ofNullable(row).map(IssuerRow::issuer));
    }

    @Override
    public Uni<Page<Issuer>> list(Optional<Set<Integer>> only, PageRequest page) {
        return database.read(session -> session.createQuery(
                                "from IssuerRow where issuerNo < :before and (:all = true or issuerNo in (:only))"
                                        + " order by issuerNo desc",
                                IssuerRow.class)
                        .setParameter("before", (int) Math.min(Integer.MAX_VALUE, page.before()))
                        .setParameter("all", only.isEmpty())
                        .setParameter("only", only.map(List::copyOf).orElse(List.of(0)))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, page, row -> row.issuerNo).map(IssuerRow::issuer));
    }

    @Override
    public Uni<Issuer> create(NewIssuer made, Alongside<Issuer> alongside) {
        return database.write(session -> requireFree(session, made.slug())
                .chain(() -> requireOnly(session, made.standing().kind()))
                .chain(() -> session.createNativeQuery("select nextval('issuer_number')", Long.class)
                        .getSingleResult())
                .chain(number -> insert(session, row(number.intValue(), made), made, alongside)));
    }

    /** The lock makes two calls with one slug take turns, so that the second gets its 409 instead of a broken insert. */
    private static Uni<Void> requireFree(Mutiny.StatelessSession session, Slug slug) {
        return session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:slug, 7))", Object.class)
                .setParameter("slug", slug.value())
                .getResultList()
                .chain(() -> session.createQuery("select count(*) from IssuerRow where slug = :slug", Long.class)
                        .setParameter("slug", slug.value())
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                List.of(new Violation(
                                        "/slug", "taken", "The slug " + slug + " is taken; slugs are never reused.")));
                    }
                })
                .replaceWithVoid();
    }

    /** The same for two who write the programme's first profile at once. */
    private static Uni<Void> requireOnly(Mutiny.StatelessSession session, OrganisationKind kind) {
        if (kind != OrganisationKind.PROGRAMME) {
            return Uni.createFrom().voidItem();
        }
        return Database.select(session, "select pg_advisory_xact_lock(7)")
                .chain(() -> Database.select(session, "select 1 from issuer where kind = 'programme'"))
                .invoke(found -> {
                    if (!found.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "Somebody else wrote the programme's profile first; read it again.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Issuer> insert(
            Mutiny.StatelessSession session, IssuerRow row, NewIssuer made, Alongside<Issuer> alongside) {
        Issuer issuer = row.issuer();
        return session.insert(row)
                .chain(() -> made.standing().keys().isEmpty()
                        ? keys.add(session, issuer.keys(), FIRST_KEYS)
                        : keys.adopt(session, issuer.keys(), made.standing().keys()))
                .chain(() -> outbox.add(session, List.of(event(issuer, "issuer.created", made.by(), ""))))
                .chain(() -> alongside.store(session, issuer))
                .replaceWith(issuer);
    }

    @Override
    public Uni<Issuer> update(Issuer read, Profile profile, IssuerSettings settings, String by) {
        return database.write(session -> locked(session, read.number()).chain(row -> {
            if (row.version != read.version()) {
                throw ProblemException.of(ProblemType.STALE, "The issuer was changed in the meantime; read it again.");
            }
            row.profile = JsonColumns.write(profile);
            row.settings = JsonColumns.write(settings);
            return store(session, row, "issuer.changed", by, "");
        }));
    }

    @Override
    public Uni<IssuerKey> addKey(
            Issuer issuer,
            SignatureAlgorithm algorithm,
            Optional<Long> retiring,
            String by,
            Alongside<IssuerKey> alongside) {
        return database.write(session -> locked(session, issuer.number()).chain(row -> {
            row.keysVersion++;
            Uni<Void> retired = retiring.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : keys.move(session, issuer.keys(), retiring.get(), KeyState.RETIRED, stamps.now());
            return retired.chain(() -> keys.add(session, issuer.keys(), List.of(algorithm)))
                    .map(added -> added.get(0))
                    .call(() -> store(session, row, "key.added", by, algorithm.joseName()))
                    .call(added -> alongside.store(session, added));
        }));
    }

    @Override
    public Uni<Issuer> retireKey(Issuer issuer, long number, KeyState state, String by) {
        return database.write(session -> locked(session, issuer.number()).chain(row -> {
            row.keysVersion++;
            return keys.move(session, issuer.keys(), number, state, stamps.now())
                    .chain(() -> store(
                            session, row, "key." + state.name().toLowerCase(java.util.Locale.ROOT), by, "" + number));
        }));
    }

    /** What was stored names the issuer, which is a lock that its withdrawal waits for; so nobody has to lock once more. */
    @Override
    public Uni<Void> requireIssuing(Mutiny.StatelessSession session, int number) {
        return Database.select(session, "select 1 from issuer where issuer_no = $1 and screening = 'withdrawn'", number)
                .chain(withdrawn -> withdrawn.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : session.get(IssuerRow.class, number)
                                .invoke(row -> row.issuer().issuing())
                                .replaceWithVoid());
    }

    private static Uni<IssuerRow> locked(Mutiny.StatelessSession session, int number) {
        return session.createQuery("from IssuerRow where issuerNo = :number", IssuerRow.class)
                .setParameter("number", number)
                .setLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    private Uni<Issuer> store(Mutiny.StatelessSession session, IssuerRow row, String event, String by, String detail) {
        row.version++;
        row.updatedAt = stamps.now();
        Issuer issuer = row.issuer();
        return session.update(row)
                .chain(() -> outbox.add(session, List.of(event(issuer, event, by, detail))))
                .replaceWith(issuer);
    }

    private IssuerRow row(int number, NewIssuer made) {
        IssuerRow row = new IssuerRow();
        row.issuerNo = number;
        row.publicId = PublicId.fresh(number, stamps.random()).toString();
        row.slug = made.slug().value();
        row.did = made.profile().id();
        row.profile = JsonColumns.write(made.profile());
        row.settings = JsonColumns.write(made.settings());
        row.kind = made.standing().kind().toString();
        row.screening(made.standing().screening());
        row.wrappedDataKey = vault.newDataKey(row.did);
        row.version = 1;
        row.keysVersion = 1;
        row.createdAt = stamps.now();
        row.updatedAt = row.createdAt;
        return row;
    }

    private OutboxEvent event(Issuer issuer, String type, String by, String detail) {
        return new OutboxEvent(issuer.number(), type, issuer.id(), by, detail, stamps.now());
    }
}
