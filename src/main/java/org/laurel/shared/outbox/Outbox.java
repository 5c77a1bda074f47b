package org.laurel.shared.outbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.work.OneByOne;

/** Keeps events in the transaction that caused them, and lists them for the audit. */
@ApplicationScoped
public class Outbox {
    private final Database database;
    private final List<OutboxReader> readers;

    Outbox(Database database, @All List<OutboxReader> readers) {
        this.database = database;
        this.readers = List.copyOf(readers);
    }

    /** Adds events to the caller's transaction. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<OutboxEvent> events) {
        return Database.rowNumbers(session, events.size())
                .chain(numbers -> {
                    List<OutboxRow> rows = new ArrayList<>();
                    for (int i = 0; i < events.size(); i++) {
                        rows.add(row(numbers.get(i), events.get(i)));
                    }
                    return Database.insert(
                            session,
                            "insert into outbox (issuer_no, id, type, subject, actor, detail, occurred_at) select * from"
                                    + " unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],"
                                    + " $7::timestamptz[])",
                            Database.column(rows, Integer[]::new, row -> row.issuerNo),
                            Database.column(rows, Long[]::new, row -> row.id),
                            Database.column(rows, String[]::new, row -> row.type),
                            Database.column(rows, String[]::new, row -> row.subject),
                            Database.column(rows, String[]::new, row -> row.actor),
                            Database.column(rows, String[]::new, row -> row.detail),
                            Database.times(rows, row -> row.occurredAt));
                })
                .chain(() -> OneByOne.each(readers, reader -> reader.added(session, events)));
    }

    /** What happened at an issuer, newest first. */
    public Uni<Page<OutboxEvent>> list(int issuerNo, PageRequest page) {
        return database.read(session -> session.createQuery(
                                "from OutboxRow where issuerNo = :issuer and id < :before order by id desc",
                                OutboxRow.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("before", page.before())
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, page, row -> row.id).map(Outbox::event));
    }

    /** What happened to one thing that is no badge, oldest first, at most 500. */
    public Uni<List<OutboxEvent>> about(int issuerNo, String subject) {
        return database.read(session -> session.createQuery(
                                "from OutboxRow where issuerNo = :issuer and subject = :subject"
                                        + " and type not like 'credential.%' order by id",
                                OutboxRow.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("subject", subject)
                        .setMaxResults(500)
                        .getResultList())
                .map(rows -> rows.stream().map(Outbox::event).toList());
    }

    private static OutboxRow row(long number, OutboxEvent event) {
        OutboxRow row = new OutboxRow();
        row.issuerNo = event.issuerNo();
        row.id = number;
        row.type = event.type();
        row.subject = event.subject();
        row.actor = event.actor();
        row.detail = event.detail();
        row.occurredAt = event.occurredAt();
        return row;
    }

    private static OutboxEvent event(OutboxRow row) {
        return new OutboxEvent(row.issuerNo, row.type, row.subject, row.actor, row.detail, row.occurredAt);
    }
}
