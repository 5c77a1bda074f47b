package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.caller.Tokens;
import org.laurel.access.people.Account;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Badges as their holders see them, in PostgreSQL. The name on a page lies under the holder's key, and goes with it. */
@ApplicationScoped
class PostgresHoldings implements Holdings {
    private static final int MOST_LINKS = 50;

    private final Database database;
    private final PersonKeys keys;
    private final HeldRows rows;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    PostgresHoldings(
            Database database, PersonKeys keys, HeldRows rows, Outbox outbox, SecureRandom random, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.rows = rows;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<BadgePage> page(PublicId credential) {
        return database.read(session -> Database.select(
                        session,
                        "select h.hidden, h.sealed_name, c.person_no, k.wrapped_key, h.id from credential c"
                                + " join badge_holding h on h.issuer_no = c.issuer_no and h.id = c.id"
                                + " left join person_key k on k.issuer_no = c.issuer_no and k.person_no = c.person_no"
                                + " where c.issuer_no = $1 and c.public_id = $2",
                        credential.issuerNo(),
                        credential.toString()))
                .map(found -> found.isEmpty() ? BadgePage.UNTOUCHED : rows.page(credential.issuerNo(), found.get(0)));
    }

    @Override
    public Uni<Optional<HeldBadge>> find(PublicId credential) {
        return database.read(session -> Database.select(
                        session,
                        HeldRows.SELECT + " where a.issuer_no = $1 and a.state <> 'erased' and c.public_id = $2",
                        credential.issuerNo(),
                        credential.toString()))
                .map(found -> found.stream().findFirst().map(rows::badge));
    }

    @Override
    public Uni<Optional<HeldBadge>> ofAward(Account account, PublicId award) {
        return database.read(session -> Database.select(
                        session,
                        HeldRows.SELECT + " where a.issuer_no = $1 and a.state <> 'erased' and a.public_id = $2"
                                + " and r.lookup = any($3::bytea[])",
                        award.issuerNo(),
                        award.toString(),
                        rows.lookups(award.issuerNo(), account)))
                .map(found -> found.stream().findFirst().map(rows::badge));
    }

    @Override
    public Uni<Boolean> isHeldBy(HeldBadge badge, Account account) {
        return database.read(session -> Database.select(
                        session,
                        "select 1 from recipient where issuer_no = $1 and id = $2 and lookup = any($3::bytea[])",
                        badge.person().issuerNo(),
                        badge.person().number(),
                        rows.lookups(badge.person().issuerNo(), account)))
                .map(found -> !found.isEmpty());
    }

    @Override
    public Uni<Page<HeldBadge>> of(Account account, PageRequest page) {
        return database.read(session -> Database.select(session, "select issuer_no from issuer order by issuer_no")
                        .map(issuers -> rows.wanted(account, issuers))
                        .chain(wanted -> Database.select(
                                session,
                                HeldRows.SELECT
                                        + " join unnest($1::int[], $2::bytea[]) as w(i, l) on r.issuer_no = w.i and r.lookup = w.l"
                                        + " where a.state <> 'erased' and a.id < $3 order by a.id desc limit $4",
                                wanted.issuers(),
                                wanted.lookups(),
                                page.before(),
                                page.limit() + 1)))
                .map(found -> Page.of(found.stream().map(rows::badge).toList(), page, HeldBadge::awardNo));
    }

    @Override
    public Uni<Void> change(HeldBadge badge, BadgePage page, String by) {
        return database.write(session -> sealed(session, badge, page.name())
                .chain(name -> Database.insert(
                        session,
                        "insert into badge_holding (issuer_no, id, hidden, sealed_name, changed_at)"
                                + " values ($1, $2, $3, nullif($4, ''::bytea), $5) on conflict (issuer_no, id) do update"
                                + " set hidden = $3, sealed_name = nullif($4, ''::bytea), changed_at = $5",
                        badge.person().issuerNo(),
                        badge.awardNo(),
                        page.hidden(),
                        name.orElseGet(Buffer::buffer),
                        Database.time(clock.instant())))
                .chain(() -> badge.page().hidden() == page.hidden()
                        ? Uni.createFrom().voidItem()
                        : tell(session, badge, page.hidden() ? "badge.hidden" : "badge.shown", by)));
    }

    private Uni<Optional<Buffer>> sealed(Mutiny.StatelessSession session, HeldBadge badge, Optional<String> name) {
        return name.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : keys.find(session, badge.person())
                        .map(key -> key.orElseThrow(PostgresHoldings::erased))
                        .map(key -> Optional.of(Buffer.buffer(key.seal(name.get(), HeldRows.NAME))));
    }

    private static ProblemException erased() {
        return ProblemException.of(ProblemType.GONE, "The badge has been erased.");
    }

    @Override
    public Uni<Void> askErasure(HeldBadge badge, String by) {
        return database.write(session -> Database.select(
                        session,
                        "insert into badge_holding (issuer_no, id, hidden, erasure_asked_at, changed_at)"
                                + " values ($1, $2, false, $3, $3) on conflict (issuer_no, id) do update"
                                + " set erasure_asked_at = $3, changed_at = $3 where badge_holding.erasure_asked_at is null"
                                + " returning id",
                        badge.person().issuerNo(),
                        badge.awardNo(),
                        Database.time(clock.instant()))
                .chain(asked -> asked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, badge, "badge.erasure-asked", by)));
    }

    @Override
    public Uni<List<ShareLink>> links(HeldBadge badge) {
        return database.read(session -> Database.select(
                        session,
                        "select public_id, made_at, ends_at from share_link where issuer_no = $1 and award_no = $2"
                                + " and withdrawn_at is null and ends_at > $3 order by id desc",
                        badge.person().issuerNo(),
                        badge.awardNo(),
                        Database.time(clock.instant())))
                .map(found -> found.stream()
                        .map(row -> new ShareLink((String) row[0], Database.instant(row[1]), Database.instant(row[2])))
                        .toList());
    }

    @Override
    public Uni<NewShareLink> share(HeldBadge badge, int days, String by) {
        Instant now = clock.instant();
        ShareLink link = new ShareLink(
                PublicId.fresh(badge.person().issuerNo(), random).toString(), now, now.plus(Duration.ofDays(days)));
        String token = Tokens.fresh("", random);
        return database.write(session -> Database.select(
                        session,
                        "with locked as (select id from award where issuer_no = $1 and id = $2 for update)"
                                + " insert into share_link (issuer_no, id, public_id, award_no, token_hash, made_at, ends_at)"
                                + " select $1, nextval('row_number'), $3, id, $4, $5, $6 from locked where (select count(*)"
                                + " from share_link where issuer_no = $1 and award_no = $2 and withdrawn_at is null"
                                + " and ends_at > $5) < $7 returning id",
                        badge.person().issuerNo(),
                        badge.awardNo(),
                        link.id(),
                        Buffer.buffer(Sha256.of(token)),
                        Database.time(link.madeAt()),
                        Database.time(link.endsAt()),
                        MOST_LINKS)
                .invoke(made -> {
                    if (made.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                MOST_LINKS + " links to this badge work. Allowed now: withdraw some of them.");
                    }
                })
                .chain(() -> tell(session, badge, "badge.shared", by))
                .replaceWith(new NewShareLink(link, token)));
    }

    @Override
    public Uni<Boolean> withdraw(HeldBadge badge, String link, String by) {
        return database.write(session -> Database.select(
                        session,
                        "update share_link set withdrawn_at = $4 where issuer_no = $1 and award_no = $2 and public_id = $3"
                                + " and withdrawn_at is null returning id",
                        badge.person().issuerNo(),
                        badge.awardNo(),
                        link,
                        Database.time(clock.instant()))
                .call(done -> done.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, badge, "badge.share-withdrawn", by))
                .map(done -> !done.isEmpty()));
    }

    @Override
    public Uni<Shared> shared(String token) {
        return database.read(session -> Database.select(
                        session,
                        "select a.credential_id, s.withdrawn_at is null and s.ends_at > $2 from share_link s"
                                + " join award a on a.issuer_no = s.issuer_no and a.id = s.award_no where s.token_hash = $1",
                        Buffer.buffer(Sha256.of(token)),
                        Database.time(clock.instant())))
                .map(found -> found.isEmpty() ? new Shared(Optional.empty(), false) : shared(found.get(0)));
    }

    private static Shared shared(Object[] row) {
        return Boolean.TRUE.equals(row[1])
                ? new Shared(Optional.ofNullable((String) row[0]), false)
                : new Shared(Optional.empty(), true);
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, HeldBadge badge, String type, String by) {
        return outbox.add(
                session,
                List.of(new OutboxEvent(badge.person().issuerNo(), type, badge.awardId(), by, "", clock.instant())));
    }
}
