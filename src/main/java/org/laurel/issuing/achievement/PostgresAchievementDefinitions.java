package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.document.credential.Achievement;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Micro-credentials in PostgreSQL. */
@ApplicationScoped
class PostgresAchievementDefinitions implements AchievementDefinitions {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresAchievementDefinitions(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<AchievementDefinition>> find(PublicId id) {
        return database.read(session -> session.createQuery(
                                "from AchievementRow where issuerNo = :issuer and publicId = :id", AchievementRow.class)
                        .setParameter("issuer", id.issuerNo())
                        .setParameter("id", id.toString())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(AchievementRow::definition));
    }

    @Override
    public Uni<Optional<AchievementDefinition>> findByCode(int issuerNo, String humanCode) {
        return database.read(session -> session.createQuery(
                                "from AchievementRow where issuerNo = :issuer and humanCode = :code"
                                        + " and state = 'published' order by id desc",
                                AchievementRow.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("code", humanCode)
                        .setMaxResults(1)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(AchievementRow::definition));
    }

    @Override
    public Uni<Page<AchievementDefinition>> list(int issuerNo, Optional<AchievementState> state, PageRequest page) {
        return database.read(session -> session.createQuery(
                                "from AchievementRow where issuerNo = :issuer and id < :before"
                                        + " and (:state = '' or state = :state) order by id desc",
                                AchievementRow.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("before", page.before())
                        .setParameter(
                                "state", state.map(AchievementState::toString).orElse(""))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, page, row -> row.id).map(AchievementRow::definition));
    }

    @Override
    public Uni<AchievementDefinition> create(Draft draft, Alongside<AchievementDefinition> alongside) {
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            AchievementRow row = row(numbers.get(0), draft);
            AchievementDefinition made = row.definition();
            return session.insert(row)
                    .chain(() -> outbox.add(session, List.of(event(made, "achievement.created", draft.by()))))
                    .chain(() -> alongside.store(session, made))
                    .replaceWith(made);
        }));
    }

    @Override
    public Uni<AchievementDefinition> replace(
            AchievementDefinition read, Achievement achievement, boolean directAward, String by) {
        return change(read, AchievementState.DRAFT, "achievement.changed", by, row -> {
            row.definition = JsonColumns.write(achievement);
            row.humanCode = achievement.humanCode();
            row.directAward = directAward;
        });
    }

    @Override
    public Uni<AchievementDefinition> publish(AchievementDefinition read, String by) {
        return change(read, AchievementState.DRAFT, "achievement.published", by, row -> {
            row.state = AchievementState.PUBLISHED.toString();
            row.review = "waived";
            row.reviewBy = by;
            row.publishedAt = clock.instant();
        });
    }

    @Override
    public Uni<AchievementDefinition> retire(AchievementDefinition read, String by) {
        return change(
                read,
                AchievementState.PUBLISHED,
                "achievement.retired",
                by,
                row -> row.state = AchievementState.RETIRED.toString());
    }

    private Uni<AchievementDefinition> change(
            AchievementDefinition read,
            AchievementState expected,
            String event,
            String by,
            Consumer<AchievementRow> change) {
        return database.write(session -> locked(session, read).chain(row -> {
            AchievementDefinition current = row.definition();
            if (current.state() != expected) {
                throw ProblemException.of(
                        ProblemType.CONFLICT,
                        "The micro-credential is " + current.state() + "; this needs one that is " + expected + ".");
            }
            if (current.version() != read.version()) {
                throw ProblemException.of(ProblemType.STALE, "It was changed in the meantime; read it again.");
            }
            change.accept(row);
            row.version++;
            row.updatedAt = clock.instant();
            AchievementDefinition changed = row.definition();
            return session.update(row)
                    .chain(() -> outbox.add(session, List.of(event(changed, event, by))))
                    .replaceWith(changed);
        }));
    }

    private static Uni<AchievementRow> locked(Mutiny.StatelessSession session, AchievementDefinition read) {
        return session.createQuery("from AchievementRow where issuerNo = :issuer and id = :id", AchievementRow.class)
                .setParameter("issuer", read.issuerNo())
                .setParameter("id", read.number())
                .setLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    private AchievementRow row(long number, Draft draft) {
        AchievementRow row = new AchievementRow();
        row.issuerNo = draft.id().issuerNo();
        row.id = number;
        row.publicId = draft.id().toString();
        row.state = AchievementState.DRAFT.toString();
        row.definition = JsonColumns.write(draft.achievement());
        row.humanCode = draft.achievement().humanCode();
        row.directAward = draft.directAward();
        row.previousVersion = draft.previousVersion();
        row.version = 1;
        row.createdAt = clock.instant();
        row.updatedAt = row.createdAt;
        return row;
    }

    private OutboxEvent event(AchievementDefinition definition, String type, String by) {
        return new OutboxEvent(definition.issuerNo(), type, definition.id(), by, "", clock.instant());
    }
}
