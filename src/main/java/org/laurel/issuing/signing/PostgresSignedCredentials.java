package org.laurel.issuing.signing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Signed credentials in PostgreSQL, each sealed under the key of the person it is about. */
@ApplicationScoped
class PostgresSignedCredentials implements SignedCredentials {
    private final CredentialReads reads;
    private final Database database;
    private final Clock clock;

    PostgresSignedCredentials(CredentialReads reads, Database database, Clock clock) {
        this.reads = reads;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Sealed seal(List<Draft> drafts, List<SignedCredential> signed) {
        List<CredentialRow> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            rows.add(row(drafts.get(i), signed.get(i)));
        }
        return session -> insert(session, rows);
    }

    private static Uni<Void> insert(Mutiny.StatelessSession session, List<CredentialRow> rows) {
        return Database.insert(
                session,
                "insert into credential (issuer_no, id, public_id, person_no, sealed_json, sealed_jwt, json_sha256,"
                        + " jwt_sha256, created_at) select * from unnest($1::int[], $2::bigint[], $3::text[], $4::bigint[],"
                        + " $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[])",
                Database.column(rows, Integer[]::new, row -> row.issuerNo),
                Database.column(rows, Long[]::new, row -> row.id),
                Database.column(rows, String[]::new, row -> row.publicId),
                Database.column(rows, Long[]::new, row -> row.personNo),
                Database.bytes(rows, row -> row.sealedJson),
                Database.bytes(rows, row -> row.sealedJwt),
                Database.bytes(rows, row -> row.jsonSha256),
                Database.bytes(rows, row -> row.jwtSha256),
                Database.times(rows, row -> row.createdAt));
    }

    private CredentialRow row(Draft draft, SignedCredential signed) {
        CredentialRow row = new CredentialRow();
        byte[] json = signed.json() == null ? null : signed.json().bytes();
        byte[] jwt = signed.jwt() == null ? null : signed.jwt().bytes();
        row.issuerNo = draft.about().person().issuerNo();
        row.id = draft.number();
        row.publicId = draft.publicId();
        row.personNo = draft.about().person().number();
        if (json != null) {
            row.sealedJson = draft.about().seal(json, context(draft.publicId(), "json"));
            row.jsonSha256 = Sha256.of(json);
        }
        if (jwt != null) {
            byte[] kept = json == null ? jwt : KeptJwt.without(jwt, json);
            row.sealedJwt = draft.about().seal(kept, context(draft.publicId(), "jwt"));
            row.jwtSha256 = Sha256.of(jwt);
        }
        row.createdAt = clock.instant();
        return row;
    }

    @Override
    public Uni<Optional<HostedCredential>> find(PublicId id) {
        return reads.find(id);
    }

    @Override
    public Uni<Page<String>> list(int issuerNo, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        "select id, public_id from credential where issuer_no = $1 and id < $2"
                                + " and (sealed_json is not null or sealed_jwt is not null) order by id desc limit $3",
                        issuerNo,
                        page.before(),
                        page.limit() + 1))
                .map(rows -> Page.of(rows, page, row -> (Long) row[0]).map(row -> (String) row[1]));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return session.createMutationQuery(
                        "update CredentialRow set sealedJson = null, sealedJwt = null, erasedAt = :now"
                                + " where issuerNo = :issuer and personNo = :person")
                .setParameter("now", clock.instant())
                .setParameter("issuer", person.issuerNo())
                .setParameter("person", person.number())
                .executeUpdate()
                .replaceWithVoid();
    }

    static String context(String publicId, String form) {
        return "credential/" + publicId + "/" + form;
    }
}
