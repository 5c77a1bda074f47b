package org.laurel.access.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.TokenHolders;
import org.laurel.access.caller.Tokens;
import org.laurel.access.role.Scope;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.SharedReads;
import org.laurel.shared.work.Workers;

/** Clients in PostgreSQL. */
@ApplicationScoped
class PostgresApiClients implements ApiClients, TokenHolders {
    private static final String PREFIX = "laurel_";
    private final Database database;
    private final SecureRandom random;
    private final Clock clock;
    private final Workers workers;
    /** By the hash of their token, in hexadecimal: a machine that sends many requests at once is looked up once for all. */
    private final SharedReads<String, Optional<Caller>> callers;

    PostgresApiClients(Database database, SecureRandom random, Clock clock, Workers workers) {
        this.database = database;
        this.random = random;
        this.clock = clock;
        this.workers = workers;
        this.callers = new SharedReads<>(workers, SharedReads.Rest.SHORT, this::read);
    }

    @Override
    public boolean mayHold(String token) {
        return token.startsWith(PREFIX);
    }

    @Override
    public Uni<Optional<Caller>> holder(String token) {
        return workers.comeBack(callers.read(Hex.encode(Sha256.of(token))));
    }

    private Uni<Optional<Caller>> read(String hash) {
        return database.read(session -> session.createQuery(
                                "from ApiClientRow where tokenHash = :hash and revokedAt is null", ApiClientRow.class)
                        .setParameter("hash", Hex.decode(hash))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(PostgresApiClients::caller));
    }

    private static Caller caller(ApiClientRow row) {
        return Caller.client(row.publicId, row.issuerNo, Set.copyOf(scopes(row)));
    }

    @Override
    public Uni<NewClient> create(int issuerNo, String name, List<Scope> scopes, Alongside<NewClient> alongside) {
        String token = Tokens.fresh(PREFIX, random);
        ApiClientRow row = new ApiClientRow();
        row.issuerNo = issuerNo;
        row.publicId = PublicId.fresh(issuerNo, random).toString();
        row.name = name;
        row.tokenHash = Sha256.of(token);
        row.scopes = scopes.stream().map(Scope::toString).collect(Collectors.joining(" "));
        row.createdAt = clock.instant();
        NewClient made = new NewClient(client(row), token);
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            row.id = numbers.get(0);
            return session.insert(row)
                    .chain(() -> alongside.store(session, made))
                    .replaceWith(made);
        }));
    }

    @Override
    public Uni<Page<ApiClient>> list(int issuerNo, PageRequest page) {
        return database.read(session -> session.createQuery(
                                "from ApiClientRow where issuerNo = :issuer and id < :before and revokedAt is null"
                                        + " order by id desc",
                                ApiClientRow.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("before", page.before())
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, page, row -> row.id).map(PostgresApiClients::client));
    }

    @Override
    public Uni<Boolean> remove(int issuerNo, String id) {
        return database.write(session -> session.createMutationQuery("update ApiClientRow set revokedAt = :now"
                                + " where issuerNo = :issuer and publicId = :id and revokedAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("issuer", issuerNo)
                        .setParameter("id", id)
                        .executeUpdate())
                .map(count -> count == 1);
    }

    private static ApiClient client(ApiClientRow row) {
        return new ApiClient(row.publicId, row.name, scopes(row), row.createdAt);
    }

    private static List<Scope> scopes(ApiClientRow row) {
        return Arrays.stream(row.scopes.split(" "))
                .flatMap(text -> Scope.of(text).stream())
                .toList();
    }
}
