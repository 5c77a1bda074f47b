package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.calibration.PlantRound;

/** Items come into the queue by themselves, as many as the terms say. */
@ServiceTest
class PlantRoundTest {
    private final PlantRound round;

    PlantRoundTest(PlantRound round) {
        this.round = round;
    }

    @Test
    void items_are_planted_among_what_is_handed_in_by_one_of_two_rounds_at_once() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String assessor = People.joined(issuer, "assessor");
        CalibrationTest.added(achievement, "planted", "met", "met");
        CalibrationTest.added(achievement, "planted", "not-yet", "met");
        String educator = AssessmentTest.educator();
        AssessmentTest.submit(educator, SubmissionTest.started(educator, achievement));
        CalibrationTest.terms(achievement, "{\"plantedShare\":0}");
        rounds(1);
        AssessmentTest.queue(assessor).then().body("items", hasSize(1));
        CalibrationTest.terms(achievement, "{\"plantedShare\":50}"); // the first of all comes after half as many
        rounds(2);
        Response queue = AssessmentTest.queue(assessor);
        queue.then().body("items", hasSize(2));
        List<String> times = queue.path("items.submittedAt");
        assertThat(times).isSorted();
    }

    private void rounds(int atOnce) {
        Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try {
                        VertxContextSupport.subscribeAndAwait(round::plant);
                    } catch (Throwable e) {
                        throw new CompletionException(e);
                    }
                }))
                .limit(atOnce)
                .toList()
                .forEach(CompletableFuture::join);
    }
}
