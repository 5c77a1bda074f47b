package org.laurel.issuing.picture;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Recent;

/** Pictures in PostgreSQL; those asked for lately are kept in memory, since they never change. */
@ApplicationScoped
class PostgresPictures implements Pictures {
    private static final int KEPT = 16;

    private final Database database;
    private final Clock clock;
    private final Recent<PictureName, byte[]> read = new Recent<>(KEPT);

    PostgresPictures(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> add(int issuerNo, CleanPicture picture) {
        return database.write(session -> Database.select(
                        session,
                        "select count(*), count(*) filter (where digest = $2) from picture where issuer_no = $1",
                        issuerNo,
                        picture.digest())
                .chain(rows -> {
                    boolean isKept = (Long) rows.get(0)[1] > 0;
                    boolean fits = isKept || (Long) rows.get(0)[0] < MOST;
                    return isKept || !fits
                            ? Uni.createFrom().item(fits)
                            : insert(session, issuerNo, picture).replaceWith(true);
                }));
    }

    /** Two at once may be one too many, which harms nobody. */
    private Uni<Void> insert(Mutiny.StatelessSession session, int issuerNo, CleanPicture picture) {
        return Database.insert(
                session,
                "insert into picture (issuer_no, digest, content, width, height, created_at)"
                        + " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                issuerNo,
                picture.digest(),
                Buffer.buffer(picture.png()),
                picture.width(),
                picture.height(),
                Database.time(clock.instant()));
    }

    @Override
    public Uni<List<PictureName>> of(int issuerNo) {
        return database.read(session -> Database.select(
                        session, "select digest from picture where issuer_no = $1 order by digest", issuerNo))
                .map(rows -> rows.stream()
                        .map(row -> new PictureName(issuerNo, (String) row[0]))
                        .toList());
    }

    @Override
    public Uni<Optional<byte[]>> find(PictureName name) {
        byte[] before = read.get(name);
        if (before != null) {
            return Uni.createFrom().item(Optional.of(before));
        }
        return database.read(session -> Database.select(
                        session,
                        "select content from picture where issuer_no = $1 and digest = $2",
                        name.issuerNo(),
                        name.digest()))
                .map(rows -> rows.stream().findFirst().map(row -> ((Buffer) row[0]).getBytes()))
                .invoke(found -> found.ifPresent(png -> read.put(name, png)));
    }
}
