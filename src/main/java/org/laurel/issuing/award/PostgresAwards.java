package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.signing.SignedCredentials;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusLists;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Awards in PostgreSQL. */
@ApplicationScoped
class PostgresAwards implements Awards {
    /** An award with the public ids that it is shown with. */
    private static final String JOINED = "select a, d.publicId, r.publicId, r.sealedIdentity, o, n, p from AwardRow a"
            + " join AchievementRow d on d.issuerNo = a.issuerNo and d.id = a.achievementNo"
            + " join RecipientRow r on r.issuerNo = a.issuerNo and r.id = a.personNo"
            + " left join ReplacementRow o on o.issuerNo = a.issuerNo and o.id = a.id"
            + " left join ReplacementRow n on n.issuerNo = a.issuerNo and n.replacesNo = a.id"
            + " left join PlannedRevocationRow p on p.issuerNo = a.issuerNo and p.id = a.id"
            + " where a.issuerNo = :issuer ";

    private final AwardTools tools;
    private final Outbox outbox;
    private final StatusLists statusLists;
    private final Recipients recipients;
    private final SignedCredentials credentials;
    private final Letters letters;

    PostgresAwards(
            AwardTools tools,
            Outbox outbox,
            StatusLists statusLists,
            Recipients recipients,
            SignedCredentials credentials,
            Letters letters) {
        this.letters = letters;
        this.tools = tools;
        this.outbox = outbox;
        this.statusLists = statusLists;
        this.recipients = recipients;
        this.credentials = credentials;
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, List<NewAward> awards, String by) {
        List<AwardRow> rows =
                awards.stream().map(made -> AwardRows.row(made, by)).toList();
        List<OutboxEvent> events = rows.stream()
                .map(row -> event(row.issuerNo, row.publicId, "credential.awarded", by))
                .toList();
        return AwardRows.insert(session, rows)
                .onFailure(PostgresAwards::isDoubleExternalId)
                .transform(failure -> ProblemException.of(
                        ProblemType.CONFLICT,
                        List.of(new Violation(
                                "/externalId", "taken", "An award with this externalId exists at this issuer."))))
                .chain(() -> outbox.add(session, events));
    }

    private static boolean isDoubleExternalId(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("award_issuer_no_external_id_key")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Uni<Optional<Award>> find(PublicId id) {
        return tools.database().read(session -> session.createQuery(JOINED + "and a.publicId = :id", Object[].class)
                .setParameter("issuer", id.issuerNo())
                .setParameter("id", id.toString())
                .getResultList()
                .chain(rows -> open(session, id.issuerNo(), rows))
                .map(awards -> awards.stream().findFirst()));
    }

    @Override
    public Uni<Page<Award>> list(int issuerNo, AwardFilter filter, PageRequest page) {
        return tools.database().read(session -> session.createQuery(
                        JOINED + "and a.id < :before and (:state = '' or a.state = :state)"
                                + " and (:achievement = '' or d.publicId = :achievement)"
                                + " and (:recipient = '' or r.publicId = :recipient)"
                                + " and (:externalId = '' or a.externalId = :externalId) order by a.id desc",
                        Object[].class)
                .setParameter("issuer", issuerNo)
                .setParameter("before", page.before())
                .setParameter("state", filter.state().map(AwardState::toString).orElse(""))
                .setParameter("achievement", filter.achievement().orElse(""))
                .setParameter("recipient", filter.recipient().orElse(""))
                .setParameter("externalId", filter.externalId().orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .chain(rows -> open(session, issuerNo, rows))
                .map(awards -> Page.of(awards, page, Award::number)));
    }

    @Override
    public Uni<List<Held>> held(int issuerNo, List<byte[]> lookups) {
        return tools.database()
                .read(session -> Database.select(
                        session,
                        "select l, d.public_id, a.public_id, a.credential_id from unnest($2::bytea[]) l"
                                + " cross join lateral (select id from recipient where issuer_no = $1 and lookup = l"
                                + " limit 1) r"
                                + " cross join lateral (select * from award where issuer_no = $1 and person_no = r.id"
                                + " and state in ('issued', 'suspended') and (valid_until is null or valid_until > $3)"
                                + " offset 0) a"
                                + " join achievement d on d.issuer_no = $1 and d.id = a.achievement_no",
                        issuerNo,
                        Database.bytes(lookups, lookup -> lookup),
                        Database.time(tools.clock().instant())))
                .map(rows -> rows.stream()
                        .map(row -> new Held(
                                Hex.encode(((Buffer) row[0]).getBytes()), (String) row[1], (String) row[2], (String)
                                        row[3]))
                        .toList());
    }

    @Override
    public Uni<List<Referenced>> referenced(int issuerNo, List<String> externalIds) {
        return tools.database()
                .read(session -> Database.select(
                        session,
                        "select x, a.public_id, a.credential_id from unnest($2::text[]) x cross join lateral (select *"
                                + " from award where issuer_no = $1 and external_id = x limit 1) a",
                        issuerNo,
                        externalIds.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new Referenced((String) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }

    private Uni<List<Award>> open(Mutiny.StatelessSession session, int issuerNo, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Long> persons = rows.stream()
                .map(row -> ((AwardRow) row[0]).personNo)
                .distinct()
                .toList();
        return tools.keys().find(session, issuerNo, persons).map(keys -> rows.stream()
                .map(row -> AwardRows.award(row, keys))
                .toList());
    }

    /** An award, which nobody else changes until the transaction ends. */
    static Uni<AwardRow> locked(Mutiny.StatelessSession session, int issuerNo, long number) {
        return session.createQuery("from AwardRow where issuerNo = :issuer and id = :id", AwardRow.class)
                .setParameter("issuer", issuerNo)
                .setParameter("id", number)
                .setLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    @Override
    public Uni<Award> move(Award read, AwardMove move, Alongside<Award> alongside) {
        return tools.database()
                .write(session -> locked(session, read.issuerNo(), read.number())
                        .chain(row -> alongside.store(session, read).chain(() -> move(session, read, row, move))))
                .chain(() -> find(PublicId.parse(read.id()).orElseThrow()))
                .map(Optional::orElseThrow);
    }

    private Uni<Void> move(Mutiny.StatelessSession session, Award read, AwardRow row, AwardMove move) {
        if (row.version != read.version()) {
            throw ProblemException.of(ProblemType.STALE, "The award was changed in the meantime; read it again.");
        }
        row.state = move.to().toString();
        row.reason = move.reason().isEmpty() ? null : move.reason();
        row.version++;
        row.changedAt = tools.clock().instant();
        String event = "credential."
                + (move.to() == AwardState.ISSUED ? "reinstated" : move.to().toString());
        return session.update(row)
                .chain(() -> flip(session, read, move.to()))
                .chain(() -> move.to() == AwardState.REVOKED
                        ? PostgresPlannedRevocations.forget(session, read).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> outbox.add(session, List.of(event(read.issuerNo(), read.id(), event, move.by()))))
                .chain(() -> move.to() == AwardState.REVOKED
                        ? letters.addIfTold(session, AwardLetters.AWARDED, revoked(read))
                        : Uni.createFrom().voidItem());
    }

    private static Letter revoked(Award award) {
        return Letter.about(award.issuerNo(), AwardLetters.REVOKED, award.id())
                .to(new Person(award.issuerNo(), award.recipient().number()));
    }

    private Uni<Void> flip(Mutiny.StatelessSession session, Award award, AwardState to) {
        if (to == AwardState.REVOKED) {
            return statusLists.flip(session, award.revocation(), true);
        }
        StatusListIndex suspension = award.suspension().orElseThrow();
        return statusLists.flip(session, suspension, to == AwardState.SUSPENDED);
    }

    @Override
    public Uni<Void> erase(int issuerNo, long personNo, String by) {
        Person person = new Person(issuerNo, personNo);
        return tools.database().write(session -> session.createMutationQuery(
                        "update AwardRow set state = 'erased', reason = null, externalId = null, version = version + 1,"
                                + " changedAt = :now where issuerNo = :issuer and personNo = :person")
                .setParameter("now", tools.clock().instant())
                .setParameter("issuer", issuerNo)
                .setParameter("person", personNo)
                .executeUpdate()
                .chain(() -> session.createMutationQuery("delete from PlannedRevocationRow p where p.issuerNo = :issuer"
                                + " and exists (select 1 from AwardRow a where a.issuerNo = p.issuerNo and a.id = p.id"
                                + " and a.personNo = :person)")
                        .setParameter("issuer", issuerNo)
                        .setParameter("person", personNo)
                        .executeUpdate())
                .chain(() -> credentials.erase(session, person))
                .chain(() -> recipients.erase(session, person))
                .chain(() -> outbox.add(
                        session, List.of(event(issuerNo, Long.toString(personNo), "recipient.erased", by)))));
    }

    private OutboxEvent event(int issuerNo, String subject, String type, String by) {
        return new OutboxEvent(issuerNo, type, subject, by, "", tools.clock().instant());
    }

    /** What every statement needs. */
    @ApplicationScoped
    static class AwardTools {
        private final Database database;
        private final PersonKeys keys;
        private final Clock clock;

        AwardTools(Database database, PersonKeys keys, Clock clock) {
            this.database = database;
            this.keys = keys;
            this.clock = clock;
        }

        Database database() {
            return database;
        }

        PersonKeys keys() {
            return keys;
        }

        Clock clock() {
            return clock;
        }
    }
}
