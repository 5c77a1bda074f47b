package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.json.Constants;
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
    private final PostgresCatalogueEntries entries;
    private final Clock clock;

    PostgresAchievementDefinitions(Database database, Outbox outbox, PostgresCatalogueEntries entries, Clock clock) {
        this.entries = entries;
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
    public Uni<Optional<AchievementDefinition>> newest(AchievementDefinition definition) {
        return database.read(session -> Database.select(
                        session,
                        "with recursive later as (select public_id, state, id from achievement where issuer_no = $1"
                                + " and previous_version = $2 union select a.public_id, a.state, a.id from achievement a"
                                + " join later l on a.previous_version = l.public_id where a.issuer_no = $1)"
                                + " select public_id from later where state = 'published' order by id desc limit 1",
                        definition.issuerNo(),
                        definition.id()))
                .chain(rows -> rows.stream()
                        .findFirst()
                        .flatMap(row -> PublicId.parse((String) row[0]))
                        .map(this::find)
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<Page<AchievementDefinition>> list(
            Optional<Set<Integer>> issuers, Optional<AchievementState> state, PageRequest page) {
        return database.read(session -> session.createQuery(
                                "from AchievementRow where id < :before and (:state = '' or state = :state)"
                                        + " and (:all = true or issuerNo in (:only)) order by id desc",
                                AchievementRow.class)
                        .setParameter("before", page.before())
                        .setParameter(
                                "state", state.map(AchievementState::toString).orElse(""))
                        .setParameter("all", issuers.isEmpty())
                        .setParameter("only", issuers.orElse(Set.of(0)))
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
                    .chain(() -> keep(session, row, draft.by()))
                    .chain(() -> outbox.add(session, List.of(event(made, "achievement.created", draft.by()))))
                    .chain(() -> alongside.store(session, made))
                    .replaceWith(made);
        }));
    }

    @Override
    public Uni<Optional<AchievementDefinition>> replace(AchievementDefinition read, Content content, String by) {
        return database.write(session -> locked(session, read).chain(row -> {
            AchievementDefinition current = row.definition();
            if (!current.state().isOpen()) {
                throw current.notNow("change it");
            }
            if (current.version() != read.version()) {
                return Uni.createFrom().item(Optional.<AchievementDefinition>empty());
            }
            fill(row, content);
            return store(session, row, "achievement.changed", by)
                    .call(() -> keep(session, row, by))
                    .map(Optional::of);
        }));
    }

    private static void fill(AchievementRow row, Content content) {
        AchievementDefinition.Drafted drafted = content.drafted();
        row.definition = JsonColumns.write(content.achievement());
        row.humanCode = content.achievement().humanCode();
        row.directAward = content.directAward();
        row.template = drafted == null ? null : drafted.json();
        row.templateEdition = drafted == null ? null : drafted.edition();
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, AchievementRow row, String by) {
        return Database.insert(
                session,
                "insert into achievement_save select issuer_no, id, version, definition, template, $3, updated_at"
                        + " from achievement where issuer_no = $1 and id = $2",
                row.issuerNo,
                row.id,
                by);
    }

    @Override
    public Uni<List<Save>> saves(AchievementDefinition definition) {
        return database.read(session -> Database.select(
                        session,
                        "select version, saved_by, saved_at, definition, template from achievement_save"
                                + " where issuer_no = $1 and achievement_no = $2 order by version desc limit 200",
                        definition.issuerNo(),
                        definition.number()))
                .map(rows -> rows.stream()
                        .map(row -> new Save(
                                (Long) row[0],
                                (String) row[1],
                                Database.instant(row[2]),
                                JsonColumns.read((String) row[3], Achievement.class),
                                row[4] == null
                                        ? null
                                        : JsonColumns.read((String) row[4], MicroCredentialTemplate.class)))
                        .toList());
    }

    @Override
    public Uni<AchievementDefinition> publish(AchievementDefinition read, String by, @Nullable String reason) {
        return database.write(session -> requireIssuing(session, read.issuerNo())
                .chain(() -> changed(session, read, AchievementState::isOpen, "publish it without review"))
                .chain(row -> {
                    publish(row, "waived", by);
                    row.reviewReason = reason;
                    return store(session, row, "achievement.published", by).call(made -> entries.add(session, made));
                }));
    }

    /** Shares a lock as those who publish after review do. */
    private static Uni<Void> requireIssuing(Mutiny.StatelessSession session, int issuerNo) {
        return Database.select(session, "select screening from issuer where issuer_no = $1 for share", issuerNo)
                .invoke(rows -> {
                    if ("withdrawn".equals(rows.get(0)[0])) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "The right to issue of its organisation is withdrawn, so nothing of it is published."
                                        + " Allowed now: giving the right back.");
                    }
                })
                .replaceWithVoid();
    }

    private void publish(AchievementRow row, String review, String by) {
        row.state = AchievementState.PUBLISHED.toString();
        row.review = review;
        row.reviewBy = by;
        row.publishedAt = clock.instant();
    }

    @Override
    public Uni<AchievementDefinition> submit(AchievementDefinition read, String by) {
        return change(read, AchievementState::isOpen, "hand it in", (session, row) -> {
            row.state = AchievementState.IN_REVIEW.toString();
            row.round++;
            return store(session, row, "achievement.submitted", by);
        });
    }

    /** The organisation's row is locked before the micro-credential's, as a withdrawal does: neither waits for the other. */
    @Override
    public Uni<AchievementDefinition> review(
            AchievementDefinition read, Review review, Alongside<AchievementDefinition> alongside) {
        boolean publishes = review.outcome() == Review.Outcome.PUBLISH;
        return database.write(session -> (publishes
                        ? requireScreened(session, read.issuerNo())
                        : Uni.createFrom().voidItem())
                .chain(() -> changed(session, read, state -> state == AchievementState.IN_REVIEW, "review it"))
                .chain(row -> reviewed(session, row, review)
                        .call(() -> keep(session, read, review))
                        .call(changed -> alongside.store(session, changed))));
    }

    private Uni<AchievementDefinition> reviewed(Mutiny.StatelessSession session, AchievementRow row, Review review) {
        if (review.outcome() == Review.Outcome.PUBLISH) {
            publish(row, AchievementDefinition.REVIEWED, review.reviewer());
            return store(session, row, "achievement.published", review.reviewer())
                    .call(made -> entries.add(session, made));
        }
        row.state = AchievementState.CHANGES_REQUESTED.toString();
        return store(session, row, "achievement.changes-requested", review.reviewer());
    }

    /** Shares a lock with whoever else publishes, so that a withdrawal comes before or after, never within. */
    private Uni<Void> requireScreened(Mutiny.StatelessSession session, int issuerNo) {
        return Database.select(
                        session,
                        "select 1 from issuer where issuer_no = $1 and screening = 'accepted' and (screened_until is null"
                                + " or screened_until > $2) for share",
                        issuerNo,
                        Database.time(clock.instant()))
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "The screening of its organisation does not count any more, so it is not published after"
                                        + " review. Allowed now: request-changes, or renewing the screening.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> keep(Mutiny.StatelessSession session, AchievementDefinition read, Review review) {
        return Database.rowNumbers(session, 1)
                .chain(numbers -> Database.insert(
                        session,
                        "insert into achievement_review values ($1, $2, $3, $4, $5, $6, $7, $8)",
                        read.issuerNo(),
                        read.number(),
                        numbers.get(0),
                        review.round(),
                        review.reviewer(),
                        review.outcome().toString(),
                        JsonColumns.write(review.comments()),
                        Database.time(review.at())));
    }

    @Override
    public Uni<List<Review>> reviews(AchievementDefinition definition) {
        return database.read(session -> Database.select(
                        session,
                        "select reviewer, outcome, comments, reviewed_at, round from achievement_review"
                                + " where issuer_no = $1 and achievement_no = $2 order by id",
                        definition.issuerNo(),
                        definition.number()))
                .map(rows -> rows.stream()
                        .map(row -> new Review(
                                (String) row[0],
                                Constants.stored(Review.Outcome.class, (String) row[1]),
                                List.of(JsonColumns.read((String) row[2], Review.Comment[].class)),
                                Database.instant(row[3]),
                                (Integer) row[4]))
                        .toList());
    }

    @Override
    public Uni<AchievementDefinition> retire(AchievementDefinition read, String by) {
        return change(read, state -> state == AchievementState.PUBLISHED, "retire it", (session, row) -> {
            row.state = AchievementState.RETIRED.toString();
            return store(session, row, "achievement.retired", by).call(made -> entries.remove(session, made));
        });
    }

    private Uni<AchievementDefinition> change(
            AchievementDefinition read,
            Predicate<AchievementState> allowed,
            String what,
            BiFunction<Mutiny.StatelessSession, AchievementRow, Uni<AchievementDefinition>> step) {
        return database.write(session -> changed(session, read, allowed, what).chain(row -> step.apply(session, row)));
    }

    /** The row, locked, as it was read; else a problem says what it is by now. */
    private static Uni<AchievementRow> changed(
            Mutiny.StatelessSession session,
            AchievementDefinition read,
            Predicate<AchievementState> allowed,
            String what) {
        return locked(session, read).invoke(row -> {
            AchievementDefinition current = row.definition();
            if (!allowed.test(current.state())) {
                throw current.notNow(what);
            }
            if (current.version() != read.version()) {
                throw ProblemException.of(ProblemType.STALE, "It was changed in the meantime; read it again.");
            }
        });
    }

    private Uni<AchievementDefinition> store(
            Mutiny.StatelessSession session, AchievementRow row, String event, String by) {
        row.version++;
        row.updatedAt = clock.instant();
        AchievementDefinition changed = row.definition();
        return session.update(row)
                .chain(() -> outbox.add(session, List.of(event(changed, event, by))))
                .replaceWith(changed);
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
        fill(row, draft.content());
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
