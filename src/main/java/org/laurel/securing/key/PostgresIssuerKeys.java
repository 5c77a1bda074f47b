package org.laurel.securing.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.store.Database;

/** Keys in PostgreSQL, wrapped; opened rings are kept in memory. */
@ApplicationScoped
class PostgresIssuerKeys implements IssuerKeys {
    private static final int MAX_RINGS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final KeyVault vault;
    private final Clock clock;
    private final Map<Integer, Kept> rings = new ConcurrentHashMap<>();

    PostgresIssuerKeys(Database database, KeyVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    private record Kept(long version, KeyRing ring) {}

    @Override
    public Uni<KeyRing> ring(KeyOwner owner) {
        Kept kept = rings.get(owner.issuerNo());
        if (kept != null && kept.version == owner.keysVersion()) {
            return Uni.createFrom().item(kept.ring);
        }
        return database.read(session -> session.createQuery(
                                "from IssuerKeyRow where issuerNo = :issuer order by id", IssuerKeyRow.class)
                        .setParameter("issuer", owner.issuerNo())
                        .getResultList())
                .map(rows -> keep(owner, rows));
    }

    private KeyRing keep(KeyOwner owner, List<IssuerKeyRow> rows) {
        List<IssuerKey> keys = new ArrayList<>();
        List<SigningKey> signing = new ArrayList<>();
        for (IssuerKeyRow row : rows) {
            IssuerKey key = key(row, owner.did());
            keys.add(key);
            if (key.state() == KeyState.ACTIVE) {
                signing.add(0, vault.open(key, owner.wrappedDataKey(), row.wrappedPrivate));
            }
        }
        KeyRing ring = new KeyRing(owner.issuerNo(), keys, signing);
        if (rings.size() >= MAX_RINGS) {
            rings.clear();
        }
        rings.put(owner.issuerNo(), new Kept(owner.keysVersion(), ring));
        return ring;
    }

    @Override
    public Uni<List<IssuerKey>> all() {
        return database.read(session -> session.createNativeQuery(
                                "select k.id, k.algorithm, k.public_jwk, k.state, i.did from issuer_key k"
                                        + " join issuer i using (issuer_no) where k.state <> 'COMPROMISED' order by k.issuer_no, k.id",
                                Object[].class)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new IssuerKey(
                                ((Number) row[0]).longValue(),
                                (String) row[4],
                                SignatureAlgorithm.valueOf((String) row[1]),
                                publicKey((String) row[2]),
                                KeyState.valueOf((String) row[3]),
                                Instant.EPOCH,
                                null,
                                null))
                        .toList());
    }

    @Override
    public Uni<List<IssuerKey>> add(
            Mutiny.StatelessSession session, KeyOwner owner, List<SignatureAlgorithm> algorithms) {
        List<LongFunction<WrappedKey>> makers = new ArrayList<>();
        for (SignatureAlgorithm algorithm : algorithms) {
            makers.add(number -> vault.generate(owner.did(), owner.wrappedDataKey(), number, algorithm));
        }
        return insert(session, owner, algorithms, makers);
    }

    @Override
    public Uni<List<IssuerKey>> adopt(Mutiny.StatelessSession session, KeyOwner owner, List<KeyPair> pairs) {
        List<LongFunction<WrappedKey>> makers = new ArrayList<>();
        List<SignatureAlgorithm> algorithms = new ArrayList<>();
        for (KeyPair pair : pairs) {
            makers.add(number -> vault.adopt(owner.did(), owner.wrappedDataKey(), number, pair));
            algorithms.add(
                    SignatureAlgorithm.of(VerificationKey.of(pair.getPublic()).type()));
        }
        return insert(session, owner, algorithms, makers);
    }

    private Uni<List<IssuerKey>> insert(
            Mutiny.StatelessSession session,
            KeyOwner owner,
            List<SignatureAlgorithm> algorithms,
            List<LongFunction<WrappedKey>> makers) {
        return Database.rowNumbers(session, makers.size()).chain(numbers -> {
            List<IssuerKeyRow> rows = new ArrayList<>();
            for (int i = 0; i < makers.size(); i++) {
                rows.add(row(
                        owner, numbers.get(i), algorithms.get(i), makers.get(i).apply(numbers.get(i))));
            }
            List<IssuerKey> keys =
                    rows.stream().map(row -> key(row, owner.did())).toList();
            return session.insertAll(rows.toArray()).replaceWith(keys);
        });
    }

    @Override
    public Uni<Void> move(Mutiny.StatelessSession session, KeyOwner owner, long number, KeyState state, Instant at) {
        return session.createMutationQuery("update IssuerKeyRow set state = :state,"
                        + " retiredAt = coalesce(retiredAt, :at), revokedAt = "
                        + (state == KeyState.COMPROMISED ? ":at" : "revokedAt")
                        + " where issuerNo = :issuer and id = :id and state <> :compromised")
                .setParameter("compromised", KeyState.COMPROMISED.name())
                .setParameter("state", state.name())
                .setParameter("at", at)
                .setParameter("issuer", owner.issuerNo())
                .setParameter("id", number)
                .executeUpdate()
                .replaceWithVoid();
    }

    private IssuerKeyRow row(KeyOwner owner, long number, SignatureAlgorithm algorithm, WrappedKey wrapped) {
        IssuerKeyRow row = new IssuerKeyRow();
        row.issuerNo = owner.issuerNo();
        row.id = number;
        row.algorithm = algorithm.name();
        row.publicJwk = wrapped.publicKey().jwk().toString();
        row.wrappedPrivate = wrapped.wrappedPrivate();
        row.state = KeyState.ACTIVE.name();
        row.createdAt = clock.instant();
        return row;
    }

    private static IssuerKey key(IssuerKeyRow row, String did) {
        return new IssuerKey(
                row.id,
                did,
                SignatureAlgorithm.valueOf(row.algorithm),
                publicKey(row.publicJwk),
                KeyState.valueOf(row.state),
                row.createdAt,
                row.retiredAt,
                row.revokedAt);
    }

    private static VerificationKey publicKey(String jwk) {
        try {
            return VerificationKey.ofJwk(JSON.readTree(jwk));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored public key cannot be read", e);
        }
    }
}
