package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.citation.CitationFinding;
import org.laurel.issuing.citation.CitationReport;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Reports on research in PostgreSQL. */
@ApplicationScoped
class PostgresCitationReports implements CitationReports {
    private static final String BY = "schedule";

    private final Database database;
    private final Outbox outbox;

    PostgresCitationReports(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<PublicId>> take(Instant now, Instant until, int most) {
        return database.write(session -> Database.select(
                        session,
                        "with due as (select a.issuer_no, a.id, a.public_id from achievement a left join citation_report r"
                                + " on r.issuer_no = a.issuer_no and r.achievement_no = a.id where a.state = 'published'"
                                + " and a.template is not null and (r.due_at is null or r.due_at <= $1)"
                                + " order by r.due_at nulls first, a.id limit $3 for update of a skip locked),"
                                + " taken as (insert into citation_report (issuer_no, achievement_no, due_at)"
                                + " select issuer_no, id, $2 from due on conflict (issuer_no, achievement_no)"
                                + " do update set due_at = excluded.due_at returning achievement_no)"
                                + " select public_id from due where id in (select achievement_no from taken)",
                        Database.time(now),
                        Database.time(until),
                        most))
                .map(rows -> rows.stream()
                        .map(row -> PublicId.parse((String) row[0]).orElseThrow())
                        .toList());
    }

    @Override
    public Uni<Void> keep(AchievementDefinition definition, Kept found, Instant due) {
        return database.write(session -> find(session, definition).chain(before -> Database.insert(
                        session,
                        "insert into citation_report (issuer_no, achievement_no, due_at, checked_at, report)"
                                + " values ($1, $2, $3, $4, $5) on conflict (issuer_no, achievement_no) do update set"
                                + " due_at = excluded.due_at, checked_at = excluded.checked_at, report = excluded.report",
                        definition.issuerNo(),
                        definition.number(),
                        Database.time(due),
                        Database.time(found.checkedAt()),
                        JsonColumns.write(found.report()))
                .chain(() -> tell(session, definition, before, found))));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session, AchievementDefinition definition, Optional<Kept> before, Kept found) {
        Set<CitationFinding> fresh = new HashSet<>(found.report().findings());
        before.ifPresent(known -> known.report().findings().forEach(fresh::remove));
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String faults = fresh.stream()
                .map(one -> "/research" + one.pointer() + " " + one.fault())
                .sorted()
                .collect(Collectors.joining(", "));
        return outbox.add(
                session,
                List.of(new OutboxEvent(
                        definition.issuerNo(),
                        "achievement.citations-faulted",
                        definition.id(),
                        BY,
                        faults,
                        found.checkedAt())));
    }

    @Override
    public Uni<Optional<Kept>> find(AchievementDefinition definition) {
        return database.read(session -> find(session, definition));
    }

    private static Uni<Optional<Kept>> find(Mutiny.StatelessSession session, AchievementDefinition definition) {
        return Database.select(
                        session,
                        "select checked_at, report from citation_report"
                                + " where issuer_no = $1 and achievement_no = $2 and checked_at is not null",
                        definition.issuerNo(),
                        definition.number())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Kept(
                                Database.instant(row[0]), JsonColumns.read((String) row[1], CitationReport.class))));
    }
}
