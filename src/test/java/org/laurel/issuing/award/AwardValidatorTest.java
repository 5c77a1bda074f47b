package org.laurel.issuing.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.FakeClock;
import org.laurel.fixture.SampleVocabulary;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

class AwardValidatorTest {
    private static final String ID = "1-abcdefghijklmnopqrstuvwxyz";
    private static final String GRADE = "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c";
    private static final String RUBRIC = "urn:uuid:a70ddc6a-4c4a-4bd8-8277-cb97c79f40c5";
    private static final String MASTERY = "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7a";
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Test
    void a_published_achievement_can_be_awarded_with_results_that_fit() {
        ValidatedAward award =
                validate(ID, results(GRADE, "A") + "," + level(MASTERY), AchievementState.PUBLISHED, true);
        assertThat(award.achievement().id()).isEqualTo(ID);
        assertThat(award.request().results()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
    void one_that_is_not_published_cannot(AchievementState state) {
        assertThat(faults(ID, "", state, true)).containsExactly("/achievement not-published");
    }

    @Test
    void both_reasons_are_named() {
        assertThat(faults(ID, "", AchievementState.DRAFT, false))
                .containsExactly("/achievement not-published", "/achievement no-direct-award");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-abcdefghijklmnopqrstuvwxyz", "nonsense", "", "1-zbcdefghijklmnopqrstuvwxyz"})
    void another_issuers_or_none_is_unknown(String id) {
        assertThat(faults(id, "", AchievementState.PUBLISHED, true)).containsExactly("/achievement unknown");
    }

    @Test
    void every_result_that_does_not_fit_is_named_at_its_place() {
        assertThat(faults(
                        ID,
                        results(GRADE, "E") + "," + results(GRADE, "A") + "," + level("urn:uuid:other") + ","
                                + results("urn:uuid:other", "A"),
                        AchievementState.PUBLISHED,
                        true))
                .containsExactly("/results/0 invalid", "/results/2 invalid", "/results/3 invalid");
    }

    private static List<String> faults(String id, String results, AchievementState state, boolean direct) {
        Throwable failure = catchThrowable(() -> validate(id, results, state, direct));
        assertThat(failure).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                .isEqualTo(ProblemType.INVALID));
        List<Violation> violations = ((ProblemException) failure).violations();
        return violations.stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static ValidatedAward validate(String id, String results, AchievementState state, boolean direct) {
        String json = "{\"achievement\": \"" + id
                + "\", \"recipient\": {\"email\": \"ada@example.org\"}, \"results\": [" + results + "]}";
        AwardRequest request = RecordReader.read(json.getBytes(StandardCharsets.UTF_8), AwardRequest.class)
                .orThrow();
        return new AwardValidator(holding(definition(state, direct)), new FakeClock("2026-11-25T10:00:00Z"))
                .validate(SampleIssuing.issuer(), List.of(request))
                .await()
                .indefinitely()
                .get(0);
    }

    private static String results(String description, String value) {
        return "{\"resultDescription\": \"" + description + "\", \"value\": \"" + value + "\"}";
    }

    private static String level(String level) {
        return "{\"resultDescription\": \"" + RUBRIC + "\", \"achievedLevel\": \"" + level + "\"}";
    }

    private static AchievementDefinitions holding(AchievementDefinition one) {
        return (AchievementDefinitions) Proxy.newProxyInstance(
                AchievementDefinitions.class.getClassLoader(),
                new Class<?>[] {AchievementDefinitions.class},
                (proxy, method, arguments) -> Uni.createFrom()
                        .item(Optional.of(one).filter(kept -> kept.id().equals(String.valueOf(arguments[0])))));
    }

    private static AchievementDefinition definition(AchievementState state, boolean direct) {
        return new AchievementDefinition(
                1,
                1,
                ID,
                state,
                SampleVocabulary.smallestAchievement(),
                direct,
                null,
                null,
                null,
                null,
                null,
                1,
                NOW,
                NOW,
                null);
    }
}
