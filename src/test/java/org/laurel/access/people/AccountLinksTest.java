package org.laurel.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What is left of links when their time is over. */
@ServiceTest
class AccountLinksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final PostgresAccountLinks links;

    @Inject
    AccountLinksTest(Pool pool, PostgresAccountLinks links) {
        this.pool = pool;
        this.links = links;
    }

    @Test
    void whom_a_link_was_made_for_is_forgotten_when_it_has_run_out() {
        String issuer = Calls.issuer("{}");
        String members = "/api/v1/issuers/" + issuer + "/members";
        String old = invited(members);
        String young = invited(members);
        pool.preparedQuery("update account_link set ends_at = now() - interval '1 minute' where public_id = $1")
                .execute(Tuple.of(old))
                .await()
                .atMost(PATIENCE);
        sweep();
        assertThat(addresses(old)).isZero();
        assertThat(addresses(young)).isEqualTo(1);
        assertThat(Calls.admin().get(members + "/invitations").<java.util.List<String>>path("items.id"))
                .containsExactly(young);
    }

    private void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(links::sweep);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private int addresses(String id) {
        return pool.preparedQuery("select count(*)::int from account_link l join person_key k on k.issuer_no = 0"
                        + " and k.person_no = l.id where l.public_id = $1 and l.sealed_address is not null")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }

    private static String invited(String members) {
        return Calls.admin()
                .body("{\"email\":\"link@example.org\",\"role\":\"author\"}")
                .post(members)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
