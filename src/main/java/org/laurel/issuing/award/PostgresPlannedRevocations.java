package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.award.PostgresAwards.AwardTools;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Revocations to come in PostgreSQL. Awards are locked first, in their order, as by everybody who changes them. */
@ApplicationScoped
class PostgresPlannedRevocations implements PlannedRevocations {
    private final AwardTools tools;
    private final Outbox outbox;
    private final SecureRandom random;

    PostgresPlannedRevocations(AwardTools tools, Outbox outbox, SecureRandom random) {
        this.tools = tools;
        this.outbox = outbox;
        this.random = random;
    }

    @Override
    public Uni<String> plan(int issuerNo, List<String> awards, Plan plan) {
        String id = PublicId.fresh(issuerNo, random).toString();
        return tools.database().write(session -> Database.select(
                        session,
                        "with locked as (select id, public_id, state from award where issuer_no = $1"
                                + " and public_id = any($2::text[]) order by id for update),"
                                + " planned as (insert into planned_revocation (issuer_no, id, revocation_id, reason, due_at,"
                                + " planned_at, planned_by) select $1, id, $3, $4, $5, $6, $7 from locked"
                                + " where state in ('issued', 'suspended') on conflict do nothing returning id),"
                                + " touched as (update award a set version = version + 1, changed_at = $6 from planned p"
                                + " where a.issuer_no = $1 and a.id = p.id)"
                                + " select public_id from locked join planned using (id) order by id",
                        issuerNo,
                        awards.toArray(String[]::new),
                        id,
                        plan.reason(),
                        Database.time(plan.at()),
                        Database.time(tools.clock().instant()),
                        plan.by())
                .chain(rows -> tell(session, issuerNo, rows, "credential.revocation-planned", plan.by())
                        .replaceWith(id)));
    }

    @Override
    public Uni<Integer> undo(int issuerNo, String revocationId, String by) {
        return tools.database().write(session -> Database.select(
                        session,
                        "select a.id from award a join planned_revocation p on p.issuer_no = a.issuer_no and p.id = a.id"
                                + " where p.issuer_no = $1 and p.revocation_id = $2 order by a.id for update of a",
                        issuerNo,
                        revocationId)
                .chain(() -> Database.select(
                        session,
                        "with undone as (delete from planned_revocation where issuer_no = $1 and revocation_id = $2"
                                + " returning id) update award a set version = version + 1, changed_at = $3 from undone u"
                                + " where a.issuer_no = $1 and a.id = u.id returning a.public_id",
                        issuerNo,
                        revocationId,
                        Database.time(tools.clock().instant())))
                .chain(rows -> tell(session, issuerNo, rows, "credential.revocation-undone", by)
                        .replaceWith(rows.size())));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session, int issuerNo, List<Object[]> awards, String type, String by) {
        Instant now = tools.clock().instant();
        return outbox.add(
                session,
                awards.stream()
                        .map(row -> new OutboxEvent(issuerNo, type, (String) row[0], by, "", now))
                        .toList());
    }

    @Override
    public Uni<List<Due>> due(Optional<String> revocationId, int most) {
        return tools.database()
                .read(session -> Database.select(
                        session,
                        "select a.public_id, p.reason, p.planned_by from planned_revocation p"
                                + " join award a on a.issuer_no = p.issuer_no and a.id = p.id"
                                + " where p.due_at <= $1 and ($2 = '' or p.revocation_id = $2)"
                                + " order by p.due_at, p.id limit $3",
                        Database.time(tools.clock().instant()),
                        revocationId.orElse(""),
                        most))
                .map(rows -> rows.stream()
                        .map(row -> new Due((String) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }

    @Override
    public Alongside<Award> taking() {
        return (session, award) -> forget(session, award)
                .invoke(taken -> {
                    if (taken == 0) {
                        throw ProblemException.of(ProblemType.CONFLICT, "The revocation was undone.");
                    }
                })
                .replaceWithVoid();
    }

    /** Forgets an award's plan; how many there were. */
    static Uni<Integer> forget(Mutiny.StatelessSession session, Award award) {
        return session.createMutationQuery("delete from PlannedRevocationRow where issuerNo = :issuer and id = :id")
                .setParameter("issuer", award.issuerNo())
                .setParameter("id", award.number())
                .executeUpdate();
    }

    @Override
    public Uni<List<Stands>> stand(int issuerNo, List<String> awards) {
        return tools.database()
                .read(session -> Database.select(
                        session,
                        "select a.public_id, a.state, p.due_at from award a left join planned_revocation p"
                                + " on p.issuer_no = a.issuer_no and p.id = a.id"
                                + " where a.issuer_no = $1 and a.public_id = any($2::text[])",
                        issuerNo,
                        awards.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new Stands(
                                (String) row[0],
                                (String) row[1],
                                Optional.ofNullable(row[2]).map(Database::instant)))
                        .toList());
    }
}
