package org.laurel.issuing.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;
import org.laurel.issuing.citation.CitationFault;
import org.laurel.issuing.citation.CitationFinding;
import org.laurel.issuing.citation.CitationReport;
import org.laurel.shared.store.PublicId;

/** The research of published micro-credentials is looked at again, by one replica at a time, and what is new is told. */
@ServiceTest
class CitationReportsTest {
    private static final Instant THEN = Instant.parse("2031-01-01T00:00:00Z");

    private final WatchCitations watch;
    private final CitationReports reports;
    private final AchievementDefinitions definitions;

    @Inject
    CitationReportsTest(WatchCitations watch, CitationReports reports, AchievementDefinitions definitions) {
        this.watch = watch;
        this.reports = reports;
        this.definitions = definitions;
    }

    @Test
    void each_is_looked_at_once_until_it_is_due_again() {
        String id = published(Calls.issuer("{}"));
        Calls.admin().get("/api/v1/achievements/" + id + "/citations").then().statusCode(404);
        for (int found = 1; found > 0; ) {
            found = done(watch::lookAtWhatIsDue);
        }
        Calls.admin()
                .get("/api/v1/achievements/" + id + "/citations")
                .then()
                .statusCode(200)
                .body("citations", hasSize(0))
                .body("unchecked.pointer", contains("/research/0", "/research/1"))
                .body("unchecked[0].why", equalTo("no register is set"));
        assertThat(done(watch::lookAtWhatIsDue)).isZero();
    }

    @Test
    void of_two_replicas_that_ask_at_once_one_gets_it() {
        String issuer = Calls.issuer("{}");
        List<String> ids = Stream.generate(() -> published(issuer)).limit(6).toList();
        Supplier<List<PublicId>> take = () -> done(() -> reports.take(THEN, THEN.plus(Duration.ofHours(1)), 1000));
        List<CompletableFuture<List<PublicId>>> both = List.of(
                CompletableFuture.supplyAsync(take, task -> new Thread(task).start()),
                CompletableFuture.supplyAsync(take, task -> new Thread(task).start()));
        List<String> taken = both.stream()
                .flatMap(one -> one.join().stream())
                .map(PublicId::toString)
                .filter(ids::contains)
                .toList();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_fault_that_is_new_is_an_event_and_one_that_stays_is_none() {
        String issuer = Calls.issuer("{}");
        String id = published(issuer);
        keep(id, new CitationFinding(1, CitationFault.RETRACTED, "the register says that it was retracted"));
        keep(id, new CitationFinding(1, CitationFault.RETRACTED, "the register says that it was retracted"));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.findAll { it.type == 'achievement.citations-faulted' }", hasSize(1))
                .body(
                        "items.find { it.type == 'achievement.citations-faulted' }.detail",
                        equalTo("/research/1/doi retracted"));
        Calls.admin()
                .get("/api/v1/achievements/" + id + "/citations")
                .then()
                .body("citations.pointer", contains("/research/1/doi"))
                .body("citations.fault", contains("retracted"));
    }

    private void keep(String id, CitationFinding finding) {
        AchievementDefinition definition =
                done(() -> definitions.find(PublicId.parse(id).orElseThrow())).orElseThrow();
        done(() -> reports.keep(
                definition,
                new CitationReports.Kept(THEN, new CitationReport(List.of(finding), List.of())),
                THEN.plus(Duration.ofDays(30))));
    }

    private static String published(String issuer) {
        return Calls.published(issuer, Templates.complete("Watched"), true);
    }

    private static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
