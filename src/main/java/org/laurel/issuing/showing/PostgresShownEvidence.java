package org.laurel.issuing.showing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.Evidence;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Evidence that badges show, in PostgreSQL, sealed under the key of the submission that it comes from. */
@ApplicationScoped
class PostgresShownEvidence implements ShownEvidence {
    private static final String SELECT =
            "select e.issuer_no, e.submission_no, e.public_id, e.sealed_about, e.sealed_text,"
                    + " e.closed_at, e.erased_at, k.wrapped_key from shown_evidence e"
                    + " left join person_key k on k.issuer_no = e.issuer_no and k.person_no = e.submission_no ";

    private final Database database;
    private final PersonKeys keys;
    private final Evidence evidence;
    private final DrawEvidence draw;
    private final Outbox outbox;
    private final BaseUrl base;
    private final Clock clock;

    PostgresShownEvidence(
            Database database,
            PersonKeys keys,
            Evidence evidence,
            DrawEvidence draw,
            Outbox outbox,
            BaseUrl base,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.evidence = evidence;
        this.draw = draw;
        this.outbox = outbox;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public Uni<List<Drawn>> draw(Handed handed, Map<String, String> titles, @Nullable String language) {
        return evidence.shown(handed.issuerNo(), handed.submission(), handed.round())
                .map(items -> items.stream()
                        .flatMap(item -> draw.of(handed.issuerNo(), item, titles, language).stream())
                        .toList());
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Handed handed, List<Drawn> drawn, long award) {
        if (drawn.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return keys.find(session, new Person(handed.issuerNo(), handed.submission()))
                .map(key -> key.orElseThrow(PostgresShownEvidence::erased))
                .chain(key -> Database.rowNumbers(session, drawn.size())
                        .chain(numbers -> insert(session, key, drawn, numbers)
                                .chain(() -> Database.insert(
                                        session,
                                        "insert into award_evidence (issuer_no, award_no, evidence_no)"
                                                + " select $1, $2, n from unnest($3::bigint[]) n",
                                        handed.issuerNo(),
                                        award,
                                        numbers.toArray(Long[]::new)))));
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, PersonKey key, List<Drawn> drawn, List<Long> numbers) {
        return Database.insert(
                session,
                "insert into shown_evidence (issuer_no, id, public_id, submission_no, token_hash, sealed_about, sealed_text,"
                        + " made_at) select $1, n, p, $2, t, a, nullif(x, ''::bytea), $3"
                        + " from unnest($4::bigint[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[]) u(n, p, t, a, x)",
                key.person().issuerNo(),
                key.person().number(),
                Database.time(clock.instant()),
                numbers.toArray(Long[]::new),
                Database.column(drawn, String[]::new, Drawn::id),
                Database.bytes(drawn, one -> Sha256.of(one.about().token())),
                Database.bytes(drawn, one -> key.seal(JsonColumns.write(one.about()), about(one.id()))),
                Database.bytes(drawn, one -> sealedText(key, one)));
    }

    private static byte[] sealedText(PersonKey key, Drawn drawn) {
        String text = drawn.text();
        return text == null ? new byte[0] : key.seal(text, text(drawn.id()));
    }

    private static String about(String id) {
        return "shown-evidence/" + id + "/about";
    }

    private static String text(String id) {
        return "shown-evidence/" + id + "/text";
    }

    private static ProblemException erased() {
        return ProblemException.of(ProblemType.GONE, "The evidence was erased.");
    }

    @Override
    public Uni<Void> carry(Mutiny.StatelessSession session, Succeeded succeeded, List<String> addresses) {
        List<String> tokens = addresses.stream()
                .flatMap(one -> base.evidenceToken(one).stream())
                .toList();
        return Database.insert(
                        session,
                        "insert into award_evidence (issuer_no, award_no, evidence_no) select l.issuer_no, $3, l.evidence_no"
                                + " from award_evidence l join shown_evidence e on e.issuer_no = l.issuer_no"
                                + " and e.id = l.evidence_no where l.issuer_no = $1 and l.award_no = $2"
                                + " and e.token_hash = any($4::bytea[])",
                        succeeded.issuerNo(),
                        succeeded.old(),
                        succeeded.made(),
                        Database.bytes(tokens, Sha256::of))
                .chain(() -> Database.insert(
                        session,
                        "delete from award_evidence l using award o, award m where l.issuer_no = $1 and l.award_no = $2"
                                + " and o.issuer_no = $1 and o.id = $2 and m.issuer_no = $1 and m.id = $3"
                                + " and o.person_no <> m.person_no and exists (select 1 from award_evidence n where"
                                + " n.issuer_no = $1 and n.award_no = $3 and n.evidence_no = l.evidence_no)",
                        succeeded.issuerNo(),
                        succeeded.old(),
                        succeeded.made()));
    }

    @Override
    public Uni<List<Shown>> of(Named award) {
        return database.read(session -> Database.select(
                        session,
                        SELECT + "join award_evidence l on l.issuer_no = e.issuer_no and l.evidence_no = e.id"
                                + " where l.issuer_no = $1 and l.award_no = $2 order by e.id",
                        award.issuerNo(),
                        award.number()))
                .map(rows -> rows.stream().map(this::shown).toList());
    }

    private Shown shown(Object[] row) {
        String id = (String) Objects.requireNonNull(row[2]);
        return key(row).map(key -> about(key, id, row))
                .map(about -> new Shown(
                        id,
                        base.evidence(about.token()),
                        about.name(),
                        about.genre(),
                        row[5] == null ? Access.OPEN : Access.CLOSED,
                        Database.instantOrNull(row[5])))
                .orElseGet(() -> new Shown(id, null, null, null, Access.ERASED, null));
    }

    /** What it lies under; empty when that, or the thing itself, was erased. */
    private Optional<PersonKey> key(Object[] row) {
        Buffer wrapped = (Buffer) row[7];
        return row[6] != null || wrapped == null
                ? Optional.empty()
                : Optional.of(keys.open(new Person((Integer) row[0], (Long) row[1]), wrapped.getBytes()));
    }

    private static About about(PersonKey key, String id, Object[] row) {
        byte[] sealedAbout = ((Buffer) Objects.requireNonNull(row[3])).getBytes();
        return JsonColumns.read(key.openText(sealedAbout, about(id)), About.class);
    }

    @Override
    public Uni<Optional<Given>> find(String token) {
        return database.read(session ->
                        Database.select(session, SELECT + "where e.token_hash = $1", Buffer.buffer(Sha256.of(token))))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : given(rows.get(0)).map(Optional::of));
    }

    private Uni<Given> given(Object[] row) {
        Optional<PersonKey> key = key(row);
        if (key.isEmpty()) {
            return Uni.createFrom().item(Given.not(Access.ERASED));
        }
        if (row[5] != null) {
            return Uni.createFrom().item(Given.not(Access.CLOSED));
        }
        String id = (String) Objects.requireNonNull(row[2]);
        About about = about(key.get(), id, row);
        Buffer sealedText = (Buffer) row[4];
        if (sealedText != null) {
            String text = key.get().openText(sealedText.getBytes(), text(id));
            return Uni.createFrom().item(new Given(Access.OPEN, null, text, about.part() + ".txt"));
        }
        return evidence.shownFile((Integer) row[0], (Long) row[1], Objects.requireNonNull(about.fileId()))
                .map(file -> file.map(found -> new Given(Access.OPEN, found, null, found.name()))
                        .orElseGet(() -> Given.not(Access.ERASED)));
    }

    @Override
    public Uni<Boolean> change(Named award, String id, Access to, String by) {
        return database.write(session -> Database.select(
                        session,
                        "select e.id, e.closed_at is not null, e.erased_at is not null or not exists (select 1 from"
                                + " person_key k where k.issuer_no = e.issuer_no and k.person_no = e.submission_no)"
                                + " from shown_evidence e join award_evidence l on l.issuer_no = e.issuer_no"
                                + " and l.evidence_no = e.id where e.issuer_no = $1 and l.award_no = $2"
                                + " and e.public_id = $3 for update of e",
                        award.issuerNo(),
                        award.number(),
                        id)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : change(session, award, rows.get(0), to, by).replaceWith(true)));
    }

    private Uni<Void> change(Mutiny.StatelessSession session, Named award, Object[] row, Access to, String by) {
        if (Boolean.TRUE.equals(row[2])) {
            throw erased();
        }
        if (Boolean.TRUE.equals(row[1]) == (to == Access.CLOSED)) {
            return Uni.createFrom().voidItem();
        }
        String event = to == Access.CLOSED ? "badge.evidence-closed" : "badge.evidence-opened";
        return Database.insert(
                        session,
                        "update shown_evidence set closed_at = case when $3 then $4::timestamptz end"
                                + " where issuer_no = $1 and id = $2",
                        award.issuerNo(),
                        row[0],
                        to == Access.CLOSED,
                        Database.time(clock.instant()))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(award.issuerNo(), event, award.id(), by, "", clock.instant()))));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return Database.insert(
                session,
                "update shown_evidence e set erased_at = $3, sealed_about = null, sealed_text = null from award_evidence l"
                        + " join award a on a.issuer_no = l.issuer_no and a.id = l.award_no where a.issuer_no = $1"
                        + " and a.person_no = $2 and e.issuer_no = l.issuer_no and e.id = l.evidence_no"
                        + " and e.erased_at is null",
                person.issuerNo(),
                person.number(),
                Database.time(clock.instant()));
    }
}
