package org.laurel.shared.door;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connections that hold advisory locks while calls run. Apart from the main pool: a call that holds one of these may wait
 * for one of those, never the other way round, so the two cannot starve each other.
 */
@ApplicationScoped
public class LockPool {
    private static final int SIZE = 24;
    private final Pool pool;

    LockPool(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.datasource.reactive.trust-certificate-pem.certs")
                    Optional<String> certificateAuthority) {
        PgConnectOptions connect =
                PgConnectOptions.fromUri(url).setUser(username).setPassword(password);
        connect.setCachePreparedStatements(true);
        certificateAuthority.ifPresent(file -> connect.setSslMode(SslMode.VERIFY_FULL)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setTrustOptions(new PemTrustOptions().addCertPath(file)));
        pool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
                vertx.getDelegate(), connect, new PoolOptions().setMaxSize(SIZE).setName("locks")));
    }

    /** The pool. */
    Pool get() {
        return pool;
    }

    @PreDestroy
    void close() {
        pool.closeAndAwait();
    }
}
