package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;

/** What micro-credentials ask of those who earn and assess them, in PostgreSQL. */
@ApplicationScoped
class PostgresAchievementTerms implements AchievementTerms {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresAchievementTerms(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Termed> of(AchievementDefinition definition) {
        return database.read(session -> Database.select(
                        session,
                        "select terms, version from achievement_terms where issuer_no = $1 and achievement_no = $2",
                        definition.issuerNo(),
                        definition.number()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Termed(JsonColumns.read((String) row[0], EarningTerms.class), (Long) row[1]))
                        .orElse(new Termed(EarningTerms.DEFAULT, 0)));
    }

    @Override
    public Uni<Optional<Termed>> replace(AchievementDefinition definition, long read, EarningTerms terms, String by) {
        return database.write(session -> Database.select(
                        session,
                        "insert into achievement_terms (issuer_no, achievement_no, terms, version, changed_by,"
                                + " changed_at) select $1::int, $2::bigint, $3::text, 1, $4::text, $5::timestamptz where $6::bigint = 0"
                                + " on conflict do nothing returning version",
                        definition.issuerNo(),
                        definition.number(),
                        JsonColumns.write(terms),
                        by,
                        Database.time(clock.instant()),
                        read)
                .chain(rows -> rows.isEmpty() && read > 0
                        ? Database.select(
                                session,
                                "update achievement_terms set terms = $3, version = version + 1, changed_by = $4,"
                                        + " changed_at = $5 where issuer_no = $1 and achievement_no = $2 and version = $6"
                                        + " returning version",
                                definition.issuerNo(),
                                definition.number(),
                                JsonColumns.write(terms),
                                by,
                                Database.time(clock.instant()),
                                read)
                        : Uni.createFrom().item(rows))
                .map(rows -> rows.stream().findFirst().map(row -> new Termed(terms, (Long) row[0])))
                .call(changed -> changed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.add(
                                session,
                                List.of(new OutboxEvent(
                                        definition.issuerNo(),
                                        "achievement.terms",
                                        definition.id(),
                                        by,
                                        "",
                                        clock.instant())))));
    }
}
