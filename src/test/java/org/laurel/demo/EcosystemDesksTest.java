package org.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.laurel.access.people.Accounts;
import org.laurel.access.people.EmailAddress;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.store.Database;

/** The desks of the demo at a small size: evidence in every state, and exactly those assessors who drift are flagged. */
@ServiceTest
class EcosystemDesksTest {
    private static final Set<Integer> DRIFTING = Set.of(1, 3);

    private final EcosystemDesks desks;
    private final Issuers issuers;
    private final AchievementDefinitions definitions;
    private final Accounts accounts;
    private final Database database;

    EcosystemDesksTest(
            EcosystemDesks desks,
            Issuers issuers,
            AchievementDefinitions definitions,
            Accounts accounts,
            Database database) {
        this.desks = desks;
        this.issuers = issuers;
        this.definitions = definitions;
        this.accounts = accounts;
        this.database = database;
    }

    @Test
    void evidence_is_in_every_state_and_exactly_those_who_drift_are_flagged() throws Throwable {
        EcosystemData data = EcosystemData.read();
        String slug = Calls.issuer("{}");
        String id = Calls.published(slug, JsonColumns.write(data.template(0)), false);
        Issuer issuer = await(() -> issuers.find(slug)).orElseThrow();
        AchievementDefinition achievement = await(() -> definitions.find(id)).orElseThrow();
        await(() -> desks.fill(issuer, achievement, data, new EcosystemDesks.Size(900_000, 110, 100, 5, DRIFTING)));

        List<String> flagged = Calls.admin()
                .get("/api/v1/issuers/" + slug + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .path("assessors.findAll { it.alarm }.assessor");
        assertThat(flagged).containsExactlyInAnyOrder(assessor(slug, 1), assessor(slug, 3));
        List<Integer> planted =
                Calls.admin().get("/api/v1/issuers/" + slug + "/figures").path("assessors.lastN");
        assertThat(planted).hasSize(5).containsOnly(30);
        assertThat(states("select distinct state from submission where program is null and issuer_no = $1", issuer))
                .contains("draft", "submitted", "returned", "awarded", "withdrawn");
        assertThat(states("select distinct state from assessment where issuer_no = $1", issuer))
                .contains("waiting", "scored", "decided", "closed");
        assertThat(states("select 'appealed' from submission_appeal where issuer_no = $1 limit 1", issuer))
                .contains("appealed");
    }

    private String assessor(String slug, int index) throws Throwable {
        return await(() -> accounts.findByAddress(new EmailAddress("assessor-" + index + "@" + slug + ".example")))
                .orElseThrow()
                .id();
    }

    private List<String> states(String sql, Issuer issuer) throws Throwable {
        return await(() -> database.read(session -> Database.select(session, sql, issuer.number()))).stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
