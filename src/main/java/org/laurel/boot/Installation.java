package org.laurel.boot;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;

/**
 * Holds an installation to its first base URL: it is part of every DID and address that was ever signed. The first of the
 * checks, for the others judge an installation by its base URL.
 */
@ApplicationScoped
@Priority(1)
class Installation implements StartCheck {
    private final Database database;
    private final BaseUrl base;

    Installation(Database database, BaseUrl base) {
        this.database = database;
        this.base = base;
    }

    @Override
    public Uni<Void> check() {
        return database.write(session -> session.createNativeQuery(
                                "insert into installation (base_url) values (:url) on conflict do nothing")
                        .setParameter("url", base.text())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("select base_url from installation", String.class)
                                .getSingleResult()))
                .invoke(first -> {
                    if (!first.equals(base.text())) {
                        throw new StartException("This installation began with LAUREL_BASE_URL=" + first
                                + ", and every badge it signed names that origin. It cannot be changed to "
                                + base.text()
                                + "; set it back, or begin a new installation.");
                    }
                })
                .replaceWithVoid();
    }
}
