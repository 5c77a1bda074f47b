package org.laurel.securing.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.sealing.MasterKey;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Workers;

/** Lists in PostgreSQL. Allotting takes the newest list's row lock, so that two never get the same position. */
@ApplicationScoped
class PostgresStatusLists implements StatusLists {
    private static final int MAX_BLOCK = 10_000;
    private final Database database;
    private final MasterKey master;
    private final Clock clock;
    private final SharedAllotments shared;

    PostgresStatusLists(Database database, MasterKey master, Workers workers, Clock clock) {
        this.shared = new SharedAllotments(
                workers,
                (lists, count) -> database.write(session -> allot(session, lists.issuerNo(), lists.purpose(), count)));
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    @Override
    public Uni<List<StatusListIndex>> allot(int issuerNo, StatusPurpose purpose, int count) {
        if (count < 1 || count > MAX_BLOCK) {
            throw new IllegalArgumentException("expected a count from 1 to " + MAX_BLOCK + ", got " + count);
        }
        return shared.allot(new SharedAllotments.Lists(issuerNo, purpose), count);
    }

    private Uni<List<StatusListIndex>> allot(
            Mutiny.StatelessSession session, int issuerNo, StatusPurpose purpose, int count) {
        return take(session, issuerNo, purpose, count).chain(taken -> {
            if (taken.size() == count) {
                return Uni.createFrom().item(taken);
            }
            return open(session, issuerNo, purpose)
                    .chain(() -> allot(session, issuerNo, purpose, count - taken.size()))
                    .map(rest -> {
                        List<StatusListIndex> all = new ArrayList<>(taken);
                        all.addAll(rest);
                        return all;
                    });
        });
    }

    private Uni<List<StatusListIndex>> take(
            Mutiny.StatelessSession session, int issuerNo, StatusPurpose purpose, int count) {
        return Database.select(
                        session,
                        "with open as (select list_no, next_position from status_list"
                                + " where issuer_no = $1 and purpose = $2"
                                + " order by list_no desc limit 1 for update)"
                                + " update status_list s set next_position = least(s.next_position + $3, $4)"
                                + " from open where s.issuer_no = $1 and s.list_no = open.list_no"
                                + " returning s.list_no, open.next_position, s.next_position",
                        issuerNo,
                        purpose.wire(),
                        count,
                        SIZE)
                .map(rows -> rows.isEmpty() ? List.of() : entries(issuerNo, purpose, rows.get(0)));
    }

    private List<StatusListIndex> entries(int issuerNo, StatusPurpose purpose, Object[] row) {
        int listNo = ((Number) row[0]).intValue();
        IndexPermutation permutation =
                new IndexPermutation(master.derive("status-list/" + issuerNo + "/" + listNo), SIZE);
        List<StatusListIndex> entries = new ArrayList<>();
        for (int position = ((Number) row[1]).intValue(); position < ((Number) row[2]).intValue(); position++) {
            entries.add(new StatusListIndex(issuerNo, listNo, purpose, permutation.indexOf(position)));
        }
        return entries;
    }

    /** A lock on the issuer keeps two callers from opening two lists at once; the second finds the first one's. */
    private Uni<Void> open(Mutiny.StatelessSession session, int issuerNo, StatusPurpose purpose) {
        return session.createNativeQuery(
                        "select issuer_no from issuer where issuer_no = :issuer for update", Integer.class)
                .setParameter("issuer", issuerNo)
                .getResultList()
                .chain(() -> session.createNativeQuery(
                                "insert into status_list (issuer_no, list_no, purpose, next_position, bits, version, changed_at)"
                                        + " select :issuer, coalesce(max(list_no), 0) + 1, :purpose, 0, :bits, 1, :now"
                                        + " from status_list where issuer_no = :issuer"
                                        + " having not exists (select 1 from status_list where issuer_no = :issuer"
                                        + " and purpose = :purpose and next_position < :size)")
                        .setParameter("issuer", issuerNo)
                        .setParameter("purpose", purpose.wire())
                        .setParameter("bits", new byte[SIZE / 8])
                        .setParameter("now", clock.instant())
                        .setParameter("size", SIZE)
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> flip(Mutiny.StatelessSession session, StatusListIndex entry, boolean value) {
        // PostgreSQL counts the bits of a byte from the least significant one; the standard from the most significant.
        int bit = entry.index() / 8 * 8 + 7 - entry.index() % 8;
        return session.createNativeQuery("update status_list set bits = set_bit(bits, :bit, :value),"
                        + " version = version + 1, changed_at = :now where issuer_no = :issuer and list_no = :list")
                .setParameter("bit", (long) bit)
                .setParameter("value", value ? 1 : 0)
                .setParameter("now", clock.instant())
                .setParameter("issuer", entry.issuerNo())
                .setParameter("list", entry.listNo())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Bits>> bits(int issuerNo, int listNo) {
        return database.read(session -> session.get(StatusListRow.class, new StatusListRow.Key(issuerNo, listNo)))
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Bits(
                                StatusPurpose.valueOf(found.purpose.toUpperCase(java.util.Locale.ROOT)),
                                found.bits,
                                found.version,
                                found.changedAt)));
    }

    @Override
    public Uni<List<Integer>> numbers(int issuerNo) {
        return database.read(session -> session.createQuery(
                        "select listNo from StatusListRow where issuerNo = :issuer order by listNo", Integer.class)
                .setParameter("issuer", issuerNo)
                .getResultList());
    }

    @Override
    public Uni<Optional<Long>> version(int issuerNo, int listNo) {
        return database.read(session -> session.createQuery(
                                "select version from StatusListRow where issuerNo = :issuer and listNo = :list",
                                Long.class)
                        .setParameter("issuer", issuerNo)
                        .setParameter("list", listNo)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
