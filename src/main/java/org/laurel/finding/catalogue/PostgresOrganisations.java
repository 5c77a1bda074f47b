package org.laurel.finding.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;

/** The organisations in PostgreSQL. */
@ApplicationScoped
class PostgresOrganisations implements Organisations {
    private static final String SCREENED = "select i.slug, coalesce(i.screened_name, i.slug) as name,"
            + " i.screened_url, i.screened_at, i.screened_until,"
            + " (select count(*) from catalogue_entry e where e.issuer_no = i.issuer_no) from issuer i"
            + " where i.kind <> 'programme' and i.screening = 'accepted'"
            + " and (i.screened_until is null or i.screened_until > $1) order by lower(coalesce(i.screened_name,"
            + " i.slug)), i.issuer_no";

    /** A micro-credential of ours is known by its address, and an organisation by its DID. */
    private static final String ENDORSED = "with made as (select id, public_id, subject,"
            + " case when starts_with(subject, $2) then substr(subject, length($2) + 1) end as achievement,"
            + " case when starts_with(subject, $3) then substr(subject, length($3) + 1) end as slug from endorsement"
            + " where issuer_no = $1 and revoked_at is null and (valid_until is null or valid_until > $4)"
            + " order by id desc limit 200)"
            + " select m.subject, coalesce(a.definition::jsonb ->> 'name', i.profile::jsonb ->> 'name', i.slug), a.public_id,"
            + " i.slug, m.public_id from made m left join achievement a on m.achievement ~ '^[0-9]{1,9}-'"
            + " and a.issuer_no = split_part(m.achievement, '-', 1)::integer and a.public_id = m.achievement"
            + " and a.state in ('published', 'retired') left join issuer i on i.slug = m.slug order by m.id desc";

    private final Database database;
    private final BaseUrl base;
    private final Clock clock;

    PostgresOrganisations(Database database, BaseUrl base, Clock clock) {
        this.database = database;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public Uni<List<Screened>> screened() {
        return database.read(session -> Database.select(session, SCREENED, Database.time(clock.instant())))
                .map(rows -> rows.stream()
                        .map(row -> new Screened(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                Database.instantOrNull(row[3]),
                                Database.instantOrNull(row[4]),
                                (Long) row[5]))
                        .toList());
    }

    @Override
    public Uni<List<Endorsed>> endorsedBy(int issuerNo) {
        return database.read(session -> Database.select(
                        session,
                        ENDORSED,
                        issuerNo,
                        base.achievement(""),
                        base.issuerDid(""),
                        Database.time(clock.instant())))
                .map(rows -> rows.stream().map(this::endorsed).toList());
    }

    private Endorsed endorsed(Object[] row) {
        String achievement = (String) row[2];
        String slug = (String) row[3];
        String page = achievement != null ? base.achievement(achievement) : slug != null ? base.issuer(slug) : null;
        return new Endorsed((String) row[0], (String) row[1], page, (String) row[4]);
    }
}
